import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Panel } from "../ui/Panel.tsx";
import { RemoveSomeone } from "./RemoveSomeone.tsx";
import { SeatSomeone } from "./SeatSomeone.tsx";

/** Everyone whose voice is in the meeting: as pictures in the header, and in words on asking. */
export function People(props: {
  readonly voices: readonly Voice[];
  readonly present: ReadonlySet<VoiceId>;
  /** How a voice is given the hosting duty too; null where nobody on this laptop may. */
  readonly letHost: ((voice: VoiceId) => void) | null;
  /** The voice that speaks here. */
  readonly speaking: VoiceId | null;
  /** How it wishes that one be removed; null where it may not. */
  readonly remove: ((voice: VoiceId) => void) | null;
  /** Lets in someone without a device; null where nobody on this laptop may. */
  readonly seat: ((profile: Profile) => Promise<unknown>) | null;
}) {
  const { t } = useTranslation();
  const { voices, present, letHost, speaking, remove, seat } = props;
  const pictures = (
    <>
      <span className="unseen">{t("meeting.people")}</span>
      {voices.map(({ id, profile, seated }) => (
        <Avatar key={id} profile={profile} away={!seated && !present.has(id)} />
      ))}
    </>
  );
  return (
    <div className="people">
      <Panel button={pictures} title={t("meeting.people")}>
        <ul className="people__list">
          {voices.map(({ id, profile, hosting, seated }) => (
            <li key={id} className="people__one">
              <Avatar profile={profile} away={!seated && !present.has(id)} />
              <span>
                {t(seated ? "meeting.seated" : present.has(id) ? "meeting.here" : "meeting.away", {
                  name: profile.name,
                })}
                <span className="people__relation soft" dir="auto">
                  {[profile.relation, hosting ? t("meeting.hosts") : ""].filter((words) => words !== "").join(" · ")}
                </span>
              </span>
              {letHost === null || hosting || seated ? null : (
                <Button weight="quiet" onPress={() => letHost(id)}>
                  {t("meeting.letHost", { name: profile.name })}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <p className="soft">{t("meeting.awayHint")}</p>
        {seat === null ? null : (
          <SeatSomeone taken={new Set(voices.map(({ profile }) => profile.colour))} seat={seat} />
        )}
        {remove === null || speaking === null ? null : (
          <RemoveSomeone voices={voices} speaking={speaking} remove={remove} />
        )}
      </Panel>
    </div>
  );
}
