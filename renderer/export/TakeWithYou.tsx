import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { NotExported } from "../../shared/export/record.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { Shell } from "../../shared/shell.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { documentOf, type Form } from "./documents.ts";
import { exportStrings } from "./export-strings.ts";
import { fileNameOf } from "./file-name.ts";
import { takePaper, type Taken } from "./take-paper.ts";

const MEDIA_TYPES = { html: "text/html", markdown: "text/markdown" } as const;
const ENDINGS = { html: "html", markdown: "md" } as const;

type NotTaken = NotExported | "not-exported";

/** The ways to take a record along. As agreed it leaves only when it is; a draft can be printed at any time. */
export function TakeWithYou(props: {
  readonly proposed: ProposedRevision;
  readonly final: boolean;
  readonly shell: Shell;
}) {
  const { t, i18n } = useTranslation();
  const { proposed, shell } = props;
  const { name } = proposed.revision;
  const wish = useWish<NotTaken>();
  const [saved, setSaved] = useState<Taken | null>(null);

  const take = async (make: () => Promise<Result<Taken, NotTaken>>) => {
    setSaved(null);
    const taken = await wish.run(make);
    if (taken !== null) setSaved(taken.value);
  };
  const paper = async (standing: "agreed" | "draft") => {
    const html = documentOf({ proposed, reader: "network", standing, form: "html", strings: exportStrings(i18n) });
    if (!html.ok) return html;
    const finish = (pdf: Bytes) => Promise.resolve(pdf);
    return takePaper(shell, { name: fileNameOf(name, "pdf"), title: name, html: html.value, finish });
  };
  const file = async (form: Form) => {
    const text = documentOf({ proposed, reader: "network", standing: "agreed", form, strings: exportStrings(i18n) });
    if (!text.ok) return text;
    const bytes = new TextEncoder().encode(text.value);
    return handOver(() =>
      shell.saveFile({ name: fileNameOf(name, ENDINGS[form]), mediaType: MEDIA_TYPES[form], bytes }),
    );
  };

  return (
    <section className="take" aria-labelledby="take-title">
      <h2 id="take-title">{t("agreed.take")}</h2>
      <div className="page__actions">
        {props.final ? null : (
          <Button weight="main" onPress={() => void take(() => paper("draft"))}>
            {t("agreed.printDraft")}
          </Button>
        )}
        <Button weight={props.final ? "main" : "plain"} onPress={() => void take(() => paper("agreed"))}>
          {t("agreed.paper")}
        </Button>
        <Button onPress={() => void take(() => file("html"))}>{t("agreed.html")}</Button>
        <Button onPress={() => void take(() => file("markdown"))}>{t("agreed.markdown")}</Button>
      </div>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      <Notice>{saved === null ? null : t(`agreed.taken.${saved}`)}</Notice>
    </section>
  );
}

/** A printer that jams or a disk that is full is told to the person, not to a log. */
async function handOver(give: () => Promise<boolean>): Promise<Result<Taken, "not-exported">> {
  try {
    return ok((await give()) ? "saved" : "not-saved");
  } catch {
    return no("not-exported");
  }
}
