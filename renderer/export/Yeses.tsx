import { useTranslation } from "react-i18next";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { TakeYesBack, type YesWishes } from "./TakeYesBack.tsx";
import "./export.css";

/** The yeses of those who are at this laptop, each with the way to take it back. */
export function Yeses(props: {
  readonly proposed: ProposedRevision;
  /** Those at this laptop whom the record asked. */
  readonly voices: readonly Voice[];
  readonly waiting: ReadonlySet<VoiceId>;
  readonly wishes: YesWishes;
}) {
  const { t } = useTranslation();
  if (props.voices.length === 0) return null;
  return (
    <section className="consents" aria-labelledby="yeses-title">
      <h2 id="yeses-title">{t(props.voices.length === 1 ? "agreed.yes.yours" : "agreed.yes.here")}</h2>
      <ul className="consents__list">
        {props.voices.map((voice) => (
          <li key={voice.id} className="consents__own">
            <span className="consents__one">
              <Avatar profile={voice.profile} size="small" />
              <bdi>{voice.profile.name}</bdi>
            </span>
            <TakeYesBack
              voice={voice}
              answer={props.proposed.answers.get(voice.id)}
              waits={props.waiting.has(voice.id)}
              wishes={props.wishes}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
