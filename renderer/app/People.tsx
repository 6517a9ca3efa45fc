import { useTranslation } from "react-i18next";
import type { AbsentId } from "../../shared/feed/ids.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import { Absent } from "../absent/Absent.tsx";
import { CallMyselfAnew } from "../arrive/CallMyselfAnew.tsx";
import { Leave } from "../arrive/Leave.tsx";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Panel } from "../ui/Panel.tsx";
import type { Wishing } from "../ui/use-wish.ts";
import { focusComposer } from "./focus-composer.ts";
import { mayHost } from "./hosts.ts";
import { PeopleHere } from "./PeopleHere.tsx";
import { RemoveSomeone } from "./RemoveSomeone.tsx";
import { SeatSomeone } from "./SeatSomeone.tsx";
import { useDraft, useMeeting, useVoicesAtHand } from "./use-meeting.ts";

/** Everyone who takes part: as pictures in the header, and in words on asking; and who is not here. */
export function People(props: {
  readonly session: MeetingSession;
  /** How a wish that is refused is told, outside of what is put away again. */
  readonly wish: Wishing<Refusal>;
}) {
  const { t } = useTranslation();
  const { session, wish } = props;
  const voices = useMeeting(session, (view) => view.state.voices);
  const present = useMeeting(session, (view) => view.present);
  const absent = useMeeting(session, (view) => view.state.absent);
  const utterances = useMeeting(session, (view) => view.state.utterances);
  const person = useMeeting(session, (view) => view.state.begun?.personCalled ?? "");
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const atHand = useVoicesAtHand(session);
  const draft = useDraft(session);

  const here = [...voices.values()].filter(({ standing }) => standing === "admitted");
  // Who has gone for good can still be asked by a text and is given new keys: they can be removed like everyone who is here.
  const gone = [...voices.values()].filter(({ standing }) => standing === "left");
  const hosts = mayHost(voices, atHand);
  const speaking = here.find(({ id }) => id === speakingAs) ?? null;
  const speaks = speaking !== null && isVoiceKind(speaking.profile.kind);
  const mayImagine = draft !== null && !utterances.has(draft.utterance);
  const imagine = (one: AbsentId): void => {
    session.shapeDraft({ imagines: one });
    // The panel holds the keyboard until it has gone.
    void afterPaint().then(focusComposer);
  };
  const pictures = (
    <>
      <span className="unseen">{t("meeting.people")}</span>
      {here.map(({ id, profile, seated }) => (
        <Avatar key={id} profile={profile} away={!seated && !present.has(id)} />
      ))}
    </>
  );
  return (
    <div className="people">
      <Panel button={pictures} title={t("meeting.people")}>
        <PeopleHere
          people={here}
          present={present}
          letHost={hosts ? (voice) => void wish.run(() => session.giveHosting(voice), `host ${voice}`) : null}
        />
        {speaking === null ? null : (
          <CallMyselfAnew
            key={speaking.id}
            profile={speaking.profile}
            call={(profile) => session.callAnew(speaking.id, profile)}
          />
        )}
        {hosts ? (
          <SeatSomeone
            taken={new Set(here.map(({ profile }) => profile.colour))}
            seat={(profile) => wish.run(() => session.seat(profile), "seat")}
          />
        ) : null}
        <Absent
          absent={absent}
          speaking={speaks ? speaking : null}
          person={person === "" ? t("absent.thePerson") : person}
          wishes={session}
          imagine={mayImagine ? imagine : null}
        />
        {speaking === null ? null : (
          <div className="people__leaving">
            <Leave name={speaking.profile.name} leave={() => session.leave(speaking.id)} />
            <RemoveSomeone
              voices={[...here, ...gone]}
              speaking={speaking.id}
              remove={(voice) => void wish.run(() => session.removeVoice(voice), `remove ${voice}`)}
            />
          </div>
        )}
      </Panel>
    </div>
  );
}
