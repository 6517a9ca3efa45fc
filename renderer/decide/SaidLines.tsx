import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Says } from "../ui/DecidedSentences.tsx";

/** What each voice has said, in its own name and words. */
export function SaidLines(props: {
  readonly said: ReadonlyMap<VoiceId, string>;
  readonly voices: ReadonlyMap<VoiceId, Voice>;
}) {
  if (props.said.size === 0) return null;
  return (
    <ul className="decision__said">
      {[...props.said].map(([voice, words]) => {
        const profile = props.voices.get(voice)?.profile;
        return (
          <li key={voice} className="decision__voice">
            {profile === undefined ? null : <Avatar profile={profile} size="small" />}
            <span>
              <Says voice={voice} words={words} writers={props.voices} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
