import { useTranslation } from "react-i18next";
import type { Picture } from "../../shared/door/pictures.ts";
import "./css/pictures-font.css";

/** Asks for a coloured drawing, of which each system has its own. */
const AS_COLOURED = "\uFE0F";

/**
 * The pictures two people compare, in their order: large enough to be held side by side across a table, each with its name, which
 * is what is said over the phone and read by a screen reader.
 */
export function Pictures(props: { readonly pictures: readonly Picture[] }) {
  const { t } = useTranslation();
  return (
    <ol className="pictures" aria-label={t("comparing.list")}>
      {props.pictures.map(({ number, emoji }, place) => (
        // The same picture may come twice; its place in the row is what it is.
        <li key={place} className="pictures__one">
          <span className="pictures__emoji" aria-hidden="true">
            {emoji.replace(AS_COLOURED, "")}
          </span>
          <span className="pictures__name">{t(`pictures.${number}`)}</span>
        </li>
      ))}
    </ol>
  );
}
