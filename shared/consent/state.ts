import type { ClaimedAt } from "../feed/clock.ts";
import type { Digest, VoiceId } from "../feed/ids.ts";
import type { ConsentDocument, Revision } from "./statements.ts";

/** One voice's standing answer to one revision. */
export type Answer =
  | { readonly answer: "yes"; readonly at: ClaimedAt; readonly document: ConsentDocument }
  | { readonly answer: "not-yet"; readonly at: ClaimedAt; readonly words: string };

/** A revision that was proposed, with what each voice has answered so far. */
export interface ProposedRevision {
  readonly digest: Digest;
  readonly revision: Revision;
  readonly proposedBy: VoiceId;
  readonly proposedAt: ClaimedAt;
  readonly answers: ReadonlyMap<VoiceId, Answer>;
}

/** Every revision that was proposed, by its digest: the fold of the statements about revisions and consent. */
export type Revisions = ReadonlyMap<Digest, ProposedRevision>;
