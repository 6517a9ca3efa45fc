import type { ProposedRevision } from "../../../../shared/consent/state.ts";
import { agreedByAll } from "../../../cast/records.ts";
import { ellen, jo, tomas } from "../../../cast/seven-voices.ts";

/** The agreed record as it is laid out when Jo has said yes aloud; what is only printed has no signatures to check. */
export function agreedWithJoAloud(): ProposedRevision {
  const answers = new Map(agreedByAll.answers);
  const answer = answers.get(jo.id);
  if (answer?.answer !== "yes") throw new Error("Jo has consented");
  const { "@context": context, meeting, revision, givenAt, proof } = answer.document;
  answers.set(jo.id, {
    ...answer,
    document: { ...answer.document, scribe: ellen.id },
    witness: {
      ...{ "@context": context, type: "PolyphonyWitness", meeting, revision, voice: jo.id, scribe: ellen.id },
      ...{ witness: tomas.id, consent: proof.proofValue, witnessedAt: givenAt, proof },
    },
  });
  return { ...agreedByAll, answers };
}
