import { useTranslation } from "react-i18next";
import { FilePick } from "../ui/FilePick.tsx";

/**
 * In a browser the PDF is saved by the browser's own print window, which knows of no proof: the person gives the file back,
 * and has it with the proof inside.
 */
export function FinishPaper(props: { readonly onFile: (pdf: File) => void }) {
  const { t } = useTranslation();
  return (
    <section className="take__finish" aria-labelledby="finish-title">
      <h3 id="finish-title">{t("agreed.finish.title")}</h3>
      <p>{t("agreed.finish.means")}</p>
      <FilePick
        label={t("agreed.finish.pick")}
        accept={["application/pdf", ".pdf"]}
        onFiles={([pdf]) => {
          if (pdf !== undefined) props.onFile(pdf);
        }}
      />
    </section>
  );
}
