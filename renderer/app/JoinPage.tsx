import { useEffect, useState } from "react";
import type { GuestMeetings } from "../arrive/guest-meetings.ts";
import { Join } from "../arrive/Join.tsx";
import type { DoorVisit } from "../session/door.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { AtTheDoor } from "./AtTheDoor.tsx";

/** Following an invitation: to the door, and in once somebody has let one in. Whoever leaves the page goes away from the door. */
export function JoinPage(props: {
  readonly meetings: Pick<GuestMeetings, "isDecided" | "join">;
  readonly invitation: string | null;
  readonly onInside: (session: MeetingSession) => void;
  readonly backHref: string;
}) {
  const { meetings, invitation, onInside, backHref } = props;
  const [visit, setVisit] = useState<DoorVisit | null>(null);
  useEffect(() => () => visit?.leave(), [visit]);
  if (visit !== null) return <AtTheDoor visit={visit} onInside={onInside} backHref={backHref} />;
  return (
    <Join
      meetings={meetings}
      invitation={invitation}
      onJoined={(arrived) => {
        if (arrived.at === "meeting") onInside(arrived.session);
        else setVisit(arrived.visit);
      }}
      backHref={backHref}
    />
  );
}
