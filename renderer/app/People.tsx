import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Panel } from "../ui/Panel.tsx";

/** Everyone whose voice is in the meeting: as pictures in the header, and in words on asking. */
export function People(props: {
  readonly voices: readonly Voice[];
  readonly present: ReadonlySet<VoiceId>;
  /** How a voice is given the hosting duty too; null where nobody on this laptop may. */
  readonly letHost: ((voice: VoiceId) => void) | null;
}) {
  const { t } = useTranslation();
  const { voices, present, letHost } = props;
  const pictures = (
    <>
      <span className="unseen">{t("meeting.people")}</span>
      {voices.map(({ id, profile }) => (
        <Avatar key={id} profile={profile} away={!present.has(id)} />
      ))}
    </>
  );
  return (
    <div className="people">
      <Panel button={pictures} title={t("meeting.people")}>
        <ul className="people__list">
          {voices.map(({ id, profile, hosting }) => (
            <li key={id} className="people__one">
              <Avatar profile={profile} away={!present.has(id)} />
              <span>
                {t(present.has(id) ? "meeting.here" : "meeting.away", { name: profile.name })}
                <span className="people__relation soft" dir="auto">
                  {[profile.relation, hosting ? t("meeting.hosts") : ""].filter((words) => words !== "").join(" · ")}
                </span>
              </span>
              {letHost === null || hosting ? null : (
                <Button weight="quiet" onPress={() => letHost(id)}>
                  {t("meeting.letHost", { name: profile.name })}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <p className="soft">{t("meeting.awayHint")}</p>
      </Panel>
    </div>
  );
}
