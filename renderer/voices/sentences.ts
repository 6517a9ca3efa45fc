import type { TFunction } from "i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Told, VoicesTold } from "../../shared/meeting/voices-told.ts";

/** What the picture shows, as paragraphs of plain sentences. */
export function paragraphsOf(
  { passages, notHeard }: VoicesTold,
  nameOf: (voice: VoiceId) => string,
  t: TFunction,
  language: string,
): readonly string[] {
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const names = (voices: readonly VoiceId[]) => list.format(voices.map(nameOf));
  const sentenceOf = (told: Told, isFirst: boolean): string => {
    switch (told.kind) {
      case "spoke": {
        const [alone, together] = isFirst ? (["first", "atFirst"] as const) : (["next", "afterThat"] as const);
        return t(`voices.told.${told.voices.length === 1 ? alone : together}`, { names: names(told.voices) });
      }
      case "reflected":
        return t("voices.told.reflected", { names: names(told.voices) });
      case "answered":
        return t("voices.told.answered", { name: nameOf(told.voice), names: names(told.whom) });
      case "written-down":
        return t("voices.told.writtenDown", { scribe: nameOf(told.scribe), name: nameOf(told.voice) });
      case "quiet":
        return t("voices.told.quiet");
    }
  };
  const paragraphs = passages.map((passage, number) =>
    passage.map((told, index) => sentenceOf(told, number === 0 && index === 0)).join(" "),
  );
  return [
    ...(paragraphs.length === 0 ? [t("voices.nothing")] : paragraphs),
    ...(notHeard.length === 0 ? [] : [t("voices.told.notHeard", { names: names(notHeard) })]),
  ];
}
