import { AgreedRecord } from "../export/AgreedRecord.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";

/** Joins the record one takes home with the newest text: the agreed one, or else the draft that is open. */
export function RecordPage({ session, meeting, shell }: InMeeting) {
  const revisions = useMeeting(session, (view) => view.revisions);
  const agreed = useMeeting(session, (view) => view.agreed);
  const openRevision = useMeeting(session, (view) => view.openRevision);
  const digest = agreed ?? openRevision;
  return (
    <AgreedRecord
      proposed={digest === null ? null : (revisions.get(digest) ?? null)}
      shell={shell}
      cardHref={fragmentOf({ screen: "meeting", meeting, part: "card" })}
      backHref={fragmentOf({ screen: "meeting", meeting, part: "room" })}
    />
  );
}
