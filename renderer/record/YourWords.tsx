import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { cameAsHelper } from "../../shared/meeting/shapes.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Phase } from "../../shared/meeting/shapes.ts";
import { Button } from "../ui/Button.tsx";
import { Toggle } from "../ui/Toggle.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";
import { SpeakingAs } from "./SpeakingAs.tsx";
import { WritingFor } from "./WritingFor.tsx";
import "./record.css";

/** What the footer needs to know about the words being written. */
export interface WritingNow {
  readonly utterance: UtteranceId;
  readonly phase: Phase;
  /** The name of the voice that is being answered, or null. */
  readonly answered: string | null;
  /** The words of it that are answered, where it is not all of them; else empty. */
  readonly quote: string;
  /** Whether it puts earlier words of the same voice differently. */
  readonly differently: boolean;
  /** Whose words are written down, where they are not the writer's own. */
  readonly speaker: Voice | null;
  /** Whether the first key was pressed: from then on it is answer and reflection, or not, for good. */
  readonly begun: boolean;
}

/** Where someone on this laptop writes: who speaks, in what way, and the words. */
export function YourWords(props: {
  readonly speaking: Voice | null;
  readonly local: readonly Voice[];
  readonly writing: WritingNow | null;
  readonly composer: ReactNode;
  readonly notice: ReactNode;
  /** What whoever speaks has here for nobody else. */
  readonly toOneself: ReactNode;
  readonly anotherHref: string;
  readonly mayHandOver: boolean;
  readonly onSpeak: (voice: VoiceId) => void;
  readonly onHandOver: () => void;
  readonly onPin: () => void;
  readonly onSay: () => void;
  readonly onStopAnswering: () => void;
  readonly onStopDifferently: () => void;
  readonly onPhase: (phase: Phase) => void;
  /** Those for whom the voice that speaks now may write something down. */
  readonly others: readonly Voice[];
  readonly onSpeaker: (voice: VoiceId | null) => void;
  /** What one can do with the words besides saying them. */
  readonly beside?: ReactNode;
  /** What stands where one would write, while nothing is to be written here. */
  readonly aside?: ReactNode;
  /** What those who came to help may open, while no reflection goes on. */
  readonly openReflection?: ReactNode;
  /** What stands beneath the words while they are written. */
  readonly beneath?: ReactNode;
}) {
  const { t } = useTranslation();
  const { speaking, writing } = props;
  const answered = writing?.answered ?? null;
  const quote = writing?.quote ?? "";
  const mayReflect = cameAsHelper(speaking?.profile.kind);
  return (
    <section className="your-words" aria-label={t("speaking.area")} data-area="words">
      <div className="your-words__how">
        <SpeakingAs
          speaking={speaking}
          local={props.local}
          anotherHref={props.anotherHref}
          mayHandOver={props.mayHandOver}
          onSpeak={props.onSpeak}
          onHandOver={props.onHandOver}
          onPin={props.onPin}
        />
        {writing !== null && !writing.begun && props.others.length > 0 ? (
          <WritingFor others={props.others} speaker={writing.speaker} onSpeaker={props.onSpeaker} />
        ) : null}
        {writing?.begun === true && writing.speaker !== null ? (
          <span className="soft">{t("speaking.for", { name: writing.speaker.profile.name })}</span>
        ) : null}
        {writing !== null && mayReflect && !writing.begun
          ? (props.openReflection ?? (
              <Toggle
                isSelected={writing.phase === "reflection"}
                onChange={(reflection) => props.onPhase(reflection ? "reflection" : "conversation")}
              >
                {t("speaking.reflection")}
              </Toggle>
            ))
          : null}
        {writing?.begun === true && writing.phase === "reflection" ? (
          <span className="soft">{t("speaking.reflection")}</span>
        ) : null}
        {writing?.differently === true ? (
          <span className="your-words__answering">
            <span>{t("speaking.differently")}</span>
            {writing.begun ? null : (
              <Button weight="quiet" aria-label={t("speaking.stopDifferently")} onPress={props.onStopDifferently}>
                ✕
              </Button>
            )}
          </span>
        ) : null}
        {answered === null ? null : (
          <span className="your-words__answering">
            <span>↳ {t("speaking.answering", { name: answered })}</span>
            {writing?.begun === true ? null : (
              <Button
                weight="quiet"
                aria-label={t("speaking.stopAnswering", { name: answered })}
                onPress={props.onStopAnswering}
              >
                ✕
              </Button>
            )}
          </span>
        )}
      </div>
      {quote === "" ? null : (
        <p className="soft">
          <q dir="auto">{quote}</q>
        </p>
      )}
      {props.notice}
      {props.aside ?? (
        <div className="your-words__write">
          <div className="composer" style={voiceStyle((writing?.speaker ?? speaking)?.profile.colour ?? "slate")}>
            {props.composer}
          </div>
          <Button weight="main" isDisabled={writing === null} onPress={props.onSay}>
            {t("speaking.say")}
          </Button>
        </div>
      )}
      <div className="your-words__beside">
        {props.toOneself}
        {props.beside}
      </div>
      {props.beneath}
    </section>
  );
}
