import { OwnPages } from "../own-pages/OwnPages.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting, usePrivateNotes, useSharedPages } from "./use-meeting.ts";

/** The person's own pages, joined with the session. */
export function OwnPagesPage({ session, meeting }: InMeeting) {
  const voices = useMeeting(session, (view) => view.state.voices);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const name = useMeeting(session, (view) => view.state.begun?.name ?? "");
  const notes = usePrivateNotes(session);
  const shared = useSharedPages(session);
  return (
    <OwnPages
      key={speakingAs ?? "nobody"}
      session={session}
      meetingName={name}
      speaking={speakingAs === null ? null : (voices.get(speakingAs) ?? null)}
      notes={notes}
      shared={shared}
      voices={voices}
      backHref={fragmentOf({ screen: "meeting", meeting, part: "room" })}
    />
  );
}
