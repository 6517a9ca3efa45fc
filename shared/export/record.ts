import { isFinal } from "../consent/final.ts";
import type { ProposedRevision } from "../consent/state.ts";
import { no, ok, type Result } from "../result.ts";
import type { ExportStrings } from "./strings.ts";

/** A revision to be taken home, as the draft it is or as the agreed record. */
export interface ExportRecord {
  readonly standing: "agreed" | "draft";
  readonly proposed: ProposedRevision;
  readonly strings: ExportStrings;
}

/**
 * The one gate to exporting as agreed: lets a final revision through, and no other. The renderers go through it again,
 * so that no way around it makes a paper that says more than is true.
 */
export function refuseUnlessFinal(proposed: ProposedRevision): Result<ProposedRevision, "not-final"> {
  return isFinal(proposed) ? ok(proposed) : no("not-final");
}
