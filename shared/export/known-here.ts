import { agreedAfter } from "../consent/final.ts";
import type { ProposedRevision, Revisions } from "../consent/state.ts";
import type { Successor, Verification } from "./verify-outcome.ts";

/**
 * A file that holds, with what this laptop knows of the same record besides: yeses that were taken back since, and a later
 * record that takes its place. What does not hold is given back as it is.
 */
export function withKnownHere(verification: Verification, revisions: Revisions): Verification {
  const { digest } = verification;
  const here = digest === null ? undefined : revisions.get(digest);
  if (!verification.ok || here === undefined) return verification;
  const told = new Set(verification.withdrawn.map(({ id }) => id));
  const names = new Map(verification.voices.map(({ id, name }) => [id, name]));
  const known = [...here.answers].flatMap(([id, answer]) =>
    answer.answer === "withdrawn" && !told.has(id)
      ? [{ id, name: names.get(id) ?? "", withdrawnAt: answer.withdrawal.withdrawnAt }]
      : [],
  );
  const later = agreedAfter(revisions, here.digest);
  return {
    ...verification,
    withdrawn: [...verification.withdrawn, ...known],
    supersededBy: verification.supersededBy ?? (later === null ? null : successorFrom(later)),
  };
}

function successorFrom({ digest, revision, answers }: ProposedRevision): Successor {
  const yeses = [...answers.values()].flatMap((answer) => ("document" in answer ? [answer.document.givenAt] : []));
  return {
    digest,
    agreedAt: yeses.reduce((last, one) => (one > last ? one : last), ""),
    voices: revision.voices.map(({ id }) => id),
  };
}
