import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";

/** Everyone who takes part, in words: the voices as they came, then those who are there for others' words. */
export function PeopleHere(props: {
  readonly people: readonly Voice[];
  readonly present: ReadonlySet<VoiceId>;
  /** How someone is given the hosting duty too; null where nobody on this laptop may. */
  readonly letHost: ((voice: VoiceId) => void) | null;
}) {
  const { t } = useTranslation();
  const { people, present, letHost } = props;
  const asTheyCame = people.toSorted((a, b) => a.introducedAt - b.introducedAt);
  const voices = asTheyCame.filter(({ profile }) => isVoiceKind(profile.kind));
  const others = asTheyCame.filter(({ profile }) => !isVoiceKind(profile.kind));
  return (
    <>
      <ul className="people__list">
        {[...voices, ...others].map(({ id, profile, hosting, seated }) => {
          const { kind, name, relation, spoken = "" } = profile;
          const about = [
            isVoiceKind(kind) ? "" : t(kind === "interpreter" ? "forOthers.interprets" : "forOthers.supports"),
            hosting ? t("meeting.hosts") : "",
          ];
          return (
            <li key={id} className="people__one">
              <Avatar profile={profile} away={!seated && !present.has(id)} />
              <span>
                {t(seated ? "meeting.seated" : present.has(id) ? "meeting.here" : "meeting.away", { name })}
                {spoken === "" ? null : (
                  <span className="people__relation soft" dir="auto">
                    {spoken}
                  </span>
                )}
                <span className="people__relation soft" dir="auto">
                  {[relation, ...about].filter((words) => words !== "").join(" · ")}
                </span>
              </span>
              {letHost === null || hosting || seated || !isVoiceKind(kind) ? null : (
                <Button weight="quiet" onPress={() => letHost(id)}>
                  {t("meeting.letHost", { name })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <p className="soft">{t("meeting.awayHint")}</p>
    </>
  );
}
