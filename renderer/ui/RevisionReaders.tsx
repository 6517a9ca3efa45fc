import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { PARTS_OF_COPY, type PartOfCopy, type Revision } from "../../shared/consent/statements.ts";

/** Who is given a copy of a text, how everyone is called in it, and which parts it has: a yes to the text is a yes to this. */
export function RevisionReaders({
  revision,
}: {
  readonly revision: Pick<Revision, "readers" | "utterances" | "voices">;
}) {
  const { t } = useTranslation();
  const renderings = revision.utterances.flatMap((utterance) => utterance.renderings ?? []);
  const names = new Map([
    ...renderings.map(({ by, name }) => [by, name] as const),
    ...revision.voices.map(({ id, profile }) => [id, profile.name] as const),
  ]);
  const outside = revision.readers.filter(({ id }) => id !== "network");
  return (
    <section className="revision__part" aria-label={t("text.copies")}>
      <h3>{t("text.copies")}</h3>
      <p>{t(outside.length === 0 ? "text.copiesRoomOnly" : "text.copiesRoom")}</p>
      {outside.map((reader) => (
        <section key={reader.id} aria-label={t("text.copyFor", { reader: reader.name })}>
          <h4 dir="auto">{t("text.copyFor", { reader: reader.name })}</h4>
          <p>{givenSentence(t, { reader: reader.name, parts: reader.parts })}</p>
          {reader.called.length === 0 ? (
            <p>{t("text.calledAsInTheRoom")}</p>
          ) : (
            <ul>
              {reader.called.map(({ voice, name, relation }) => (
                <li key={voice}>
                  <bdi>
                    {t("text.calledInCopy", {
                      name: names.get(voice) ?? t("record.unknownVoice"),
                      called: relation === "" ? name : `${name}, ${relation}`,
                    })}
                  </bdi>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </section>
  );
}

/** What of the record a reader is given, in a sentence. */
export function givenSentence(
  t: TFunction,
  { reader, parts }: { readonly reader: string; readonly parts: readonly PartOfCopy[] },
): string {
  const names = parts.map((part) => t(`text.partsOfCopy.${part}`));
  if (parts.length === PARTS_OF_COPY.length) return t("text.givenAll", { reader });
  if (parts.length === 0) return t("text.givenNothing", { reader });
  return t("text.given", { reader, parts: names.join("; ") });
}
