import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { NameTold } from "../../shared/consent/names-told.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";

/**
 * Which names would still be read in a copy though whoever bears them wished to be called otherwise there. It says so and
 * leaves it to people: nobody's words are changed for a reader.
 */
export function NamesTold(props: {
  readonly reader: string;
  readonly told: readonly NameTold[];
  readonly voices: Revision["voices"];
}) {
  const { t } = useTranslation();
  const { reader, told } = props;
  if (told.length === 0) return null;
  const nameOf = (voice: VoiceId) =>
    props.voices.find(({ id }) => id === voice)?.profile.name ?? t("record.unknownVoice");
  return (
    <section className="propose__names" aria-label={t("propose.namesTold", { reader })}>
      <ul>
        {told.map((one, index) => (
          <li key={index}>
            <bdi>{whereItStands(t, one, nameOf)}</bdi> <q dir="auto">{one.words}</q>
          </li>
        ))}
      </ul>
      <p className="soft">{t("propose.namesMean", { reader })}</p>
    </section>
  );
}

function whereItStands(t: TFunction, { name, where, by }: NameTold, nameOf: (voice: VoiceId) => string): string {
  switch (where) {
    case "meeting-name":
      return t("propose.nameInTitle", { name });
    case "reader-name":
      return t("propose.nameInReader", { name });
    case "names":
      return t("propose.nameInName", { name, whose: by === null ? t("record.unknownVoice") : nameOf(by) });
    case "voices":
      return t("propose.nameInRelation", { name, whose: by === null ? t("record.unknownVoice") : nameOf(by) });
    default:
      if (by !== null) return t("propose.nameInWords", { name, whose: nameOf(by) });
      return t("propose.nameInPart", { name, part: t(`text.partsOfCopy.${where}`) });
  }
}
