import { useTranslation } from "react-i18next";
import type { Piece } from "../../shared/consent/changed-words.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Writers } from "../ui/Said.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";

/** Words struck out and words marked, each with the name of whose they are, where the line before has not said it already. */
export function ChangedWords(props: {
  readonly pieces: readonly Piece[];
  readonly writers: Writers;
  /** Whose words these are said to be, or null. */
  readonly toldOf: VoiceId | null;
}) {
  const { t } = useTranslation();
  return props.pieces.map(({ kind, voice, text }, place) => {
    if (kind === "same") return <span key={place}>{text}</span>;
    const profile = voice === null || voice === props.toldOf ? undefined : props.writers.get(voice)?.profile;
    const Mark = kind === "added" ? "ins" : "del";
    return (
      <span key={place} style={profile === undefined ? {} : voiceStyle(profile.colour)}>
        <Mark>
          <span className="unseen">{t(kind === "added" ? "consent.added" : "consent.removed")}: </span>
          {text}
        </Mark>
        {profile === undefined ? null : (
          <small className="voice-name">
            {" "}
            <bdi>({profile.name})</bdi>
          </small>
        )}
      </span>
    );
  });
}
