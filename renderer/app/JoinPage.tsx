import { useEffect, useRef, useState } from "react";
import type { Hosting, Shell } from "../../shared/shell.ts";
import type { GuestMeetings } from "../arrive/guest-meetings.ts";
import { Join } from "../arrive/Join.tsx";
import type { Arrived, DoorVisit } from "../session/door.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { AtTheDoor } from "./AtTheDoor.tsx";

/** Following an invitation: to the door, and in once somebody has let one in. Whoever leaves the page goes away from the door. */
export function JoinPage(props: {
  readonly meetings: Pick<GuestMeetings, "isDecided" | "join">;
  readonly invitation: string | null;
  /** Whether the program came from another laptop. */
  readonly isGuest: boolean;
  /** How this laptop hosts, by which it hears of rooms that are open near it; a guest's does not. */
  readonly hosting: Hosting | undefined;
  readonly visitRoom: Shell["visitRoom"];
  readonly onInside: (session: MeetingSession, wasLetIn: boolean) => void;
  readonly backHref: string;
}) {
  const { meetings, invitation, hosting, onInside, backHref } = props;
  const [visit, setVisit] = useState<DoorVisit | null>(null);
  useEffect(() => () => visit?.leave(), [visit]);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  if (visit !== null) return <AtTheDoor visit={visit} onInside={onInside} backHref={backHref} />;
  return (
    <Join
      meetings={meetings}
      invitation={invitation}
      isGuest={props.isGuest}
      hosting={hosting}
      visitRoom={props.visitRoom}
      onJoined={(arrived) => {
        if (!isShown.current) leaveAgain(arrived);
        else if (arrived.at === "meeting") onInside(arrived.session, false);
        else setVisit(arrived.visit);
      }}
      backHref={backHref}
    />
  );
}

/** Somebody has gone to another page before this one had arrived. */
function leaveAgain(arrived: Arrived): void {
  if (arrived.at === "meeting") arrived.session.close();
  else arrived.visit.leave();
}
