import { useEffect } from "react";
import type { Hosting } from "../../shared/shell.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { useHosting } from "../ui/use-hosting.ts";
import { mayHost } from "./hosts.ts";
import { useMeeting } from "./use-meeting.ts";

/**
 * Offers the invitation to whoever types the address of the open room, as long as this meeting is open here and somebody at this
 * laptop may let others in.
 */
export function useOfferedDoor(session: MeetingSession, hosting: Hosting | undefined): void {
  const hosts = useMeeting(session, (view) => mayHost(view.state.voices, view.localVoices));
  const invitation = useMeeting(session, (view) => view.invitation);
  const isOpen = useHosting(hosting)?.isOpen === true;
  const mark = invitation.indexOf("#");
  const offered = hosts && isOpen && mark >= 0 ? invitation.slice(mark) : null;
  useEffect(() => {
    if (hosting === undefined || offered === null) return;
    void hosting.offer(offered);
    return () => void hosting.offer(null);
  }, [hosting, offered]);
}
