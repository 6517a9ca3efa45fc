import { isWithdrawn } from "../../shared/consent/final.ts";
import type { MeetingView } from "../session/meeting-session.ts";

/** What the header says about the text: a catalogue key. */
export type TextStanding = "standing.agreed" | "standing.draft" | "standing.withdrawn";

/** Agreed only while no other text is open, and no longer once someone has taken their yes back. */
export function textStandingOf({
  agreed,
  openRevision,
  revisions,
}: Pick<MeetingView, "agreed" | "openRevision" | "revisions">): TextStanding {
  if (agreed === null || (openRevision !== null && openRevision !== agreed)) return "standing.draft";
  const record = revisions.get(agreed);
  return record !== undefined && isWithdrawn(record) ? "standing.withdrawn" : "standing.agreed";
}
