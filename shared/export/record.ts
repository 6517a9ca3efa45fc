import { isFinal, isWithdrawn } from "../consent/final.ts";
import type { ProposedRevision } from "../consent/state.ts";
import type { ReaderName } from "../consent/statements.ts";
import { no, ok, type Result } from "../result.ts";
import type { ExportStrings } from "./strings.ts";

/** One reader's copy of a revision to be taken home, as the draft it is or as the agreed record. */
export interface ExportRecord {
  readonly standing: "agreed" | "draft";
  readonly proposed: ProposedRevision;
  /** Whose copy it is: `network` for everyone in the room. */
  readonly reader: ReaderName;
  readonly strings: ExportStrings;
  /** Whether its page is printed in large print: no letter is smaller than 18 points. */
  readonly large?: boolean;
}

/** Why there is no new copy of a text as agreed. */
export type NotExported =
  | "not-final"
  /** It is the agreed record, and a voice has withdrawn its yes since. */
  | "consent-withdrawn";

/**
 * The one gate to exporting as agreed: lets a final revision through by which everyone stands, and no other. The renderers
 * go through it again, so that no way around it makes a paper that says more than is true.
 */
export function refuseUnlessFinal(proposed: ProposedRevision): Result<ProposedRevision, NotExported> {
  if (!isFinal(proposed)) return no("not-final");
  return isWithdrawn(proposed) ? no("consent-withdrawn") : ok(proposed);
}
