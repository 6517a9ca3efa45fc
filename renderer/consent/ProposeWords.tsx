import { useTranslation } from "react-i18next";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Utterance, Voice } from "../../shared/meeting/state.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Choices } from "../ui/Choices.tsx";
import { plainTextOf } from "../ui/Said.tsx";
import { Tick } from "../ui/Tick.tsx";

/** None of our own words, these ones, or all of them. */
export interface ChosenWords {
  readonly which: "all" | "none" | "some";
  readonly picked: ReadonlySet<UtteranceId>;
}

/** Which of our own words go into the text. What a voice keeps out of the record is named, and is not for anyone else to choose. */
export function ProposeWords(props: {
  readonly said: readonly Utterance[];
  readonly keptOut: readonly Utterance[];
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly textOf: MeetingSession["utteranceText"];
  readonly chosen: ChosenWords;
  readonly onChoose: (chosen: ChosenWords) => void;
}) {
  const { t } = useTranslation();
  const { said, keptOut, textOf, chosen, onChoose } = props;
  const nameOf = (voice: VoiceId) => props.voices.get(voice)?.profile.name ?? t("record.unknownVoice");
  const pick = (id: UtteranceId, isIn: boolean): void => {
    const picked = new Set(chosen.picked);
    if (isIn) picked.add(id);
    else picked.delete(id);
    onChoose({ ...chosen, picked });
  };
  return (
    <>
      {said.length === 0 ? (
        <p>{t(keptOut.length === 0 ? "propose.nothingSaid" : "propose.nothingToChoose")}</p>
      ) : (
        <Choices
          label={t("propose.which")}
          value={chosen.which}
          choices={(["none", "some", "all"] as const).map((value) => ({ value, label: t(`propose.${value}`) }))}
          onChange={(which) => onChoose({ ...chosen, which })}
        />
      )}
      {chosen.which === "some" ? (
        <div role="group" aria-label={t("propose.pick")} className="propose__pick">
          {said.map(({ id, voice }) => (
            <Tick key={id} isSelected={chosen.picked.has(id)} onChange={(isIn) => pick(id, isIn)}>
              <b dir="auto">{nameOf(voice)}</b> <bdi>{plainTextOf(textOf(id))}</bdi>
            </Tick>
          ))}
        </div>
      ) : null}
      {keptOut.length === 0 ? null : (
        <ul className="propose__kept-out soft" aria-label={t("propose.keptOut")}>
          {keptOut.map(({ id, voice }) => (
            <li key={id}>
              <bdi>{t("propose.keepsOut", { name: nameOf(voice) })}</bdi> <bdi>{plainTextOf(textOf(id))}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
