import type { ClaimedAt } from "../feed/clock.ts";
import type { Digest, VoiceId } from "../feed/ids.ts";
import type { ConsentDocument, WithdrawalDocument, WitnessDocument } from "./signed-documents.ts";
import type { Revision } from "./statements.ts";

/** A voice's yes, and who else has heard it where it was said aloud. */
export interface Yes {
  readonly document: ConsentDocument;
  readonly witness: WitnessDocument | null;
}

/** One voice's standing answer to one revision. */
export type Answer =
  | ({ readonly answer: "yes"; readonly at: ClaimedAt } & Yes)
  | { readonly answer: "not-yet"; readonly at: ClaimedAt; readonly words: string }
  /** It had said yes, the text was final, and the yes holds no longer. */
  | ({ readonly answer: "withdrawn"; readonly at: ClaimedAt; readonly withdrawal: WithdrawalDocument } & Yes);

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
