import { useTranslation } from "react-i18next";
import type { Revision } from "../../shared/consent/statements.ts";
import { directionOf } from "../../shared/meeting/interpreting.ts";

/** Words of a frozen text in another language, beneath what was said: in their own direction, and said by a screen reader in it. */
export function RevisionRendering(props: {
  readonly rendering: NonNullable<Revision["utterances"][number]["renderings"]>[number];
}) {
  const { t, i18n } = useTranslation();
  const { name, language, text, notes } = props.rendering;
  const named = new Intl.DisplayNames([i18n.language], { type: "language" }).of(language) ?? language;
  return (
    <div className="revision__rendering">
      <p className="soft" lang={i18n.language}>
        {t("text.renderedBy", { name, language: named })}
      </p>
      <div lang={language} dir={directionOf(language)}>
        {text.split("\n").map((line, index) => (
          <p key={index}>{line}</p>
        ))}
        {notes.map(({ word, says }, index) => (
          <p key={index} className="soft">
            <bdi>{word}</bdi>: <bdi>{says}</bdi>
          </p>
        ))}
      </div>
    </div>
  );
}
