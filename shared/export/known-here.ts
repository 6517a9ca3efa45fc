import { agreedAfter } from "../consent/final.ts";
import type { ProposedRevision, Revisions } from "../consent/state.ts";
import type { Successor } from "./verify-outcome.ts";
import type { Told } from "./verify-together.ts";

/**
 * What this laptop knows of the records of the meeting that is open on it, to be told besides what files prove
 * (`verifyTogether`): who has said yes and who took it back, and which later record takes the place of another.
 */
export function toldHere(revisions: Revisions): readonly Told[] {
  return [...revisions.values()].map((one) => {
    const later = agreedAfter(revisions, one.digest);
    return { ...answered(one), supersededBy: later === null ? null : successorFrom(later) };
  });
}

function answered({ digest, revision, answers }: ProposedRevision): Omit<Told, "supersededBy"> {
  const said = [...answers].flatMap(([id, answer]) =>
    answer.answer === "not-yet" ? [] : [{ id, answer, saidYesAt: answer.document.givenAt }],
  );
  return {
    digest,
    meeting: { id: revision.meeting },
    // Whether it is agreed is not looked at here: what takes another’s place is told of that one.
    supersedes: null,
    voices: said.map(({ id, saidYesAt }) => ({ id, saidYesAt })),
    withdrawn: said.flatMap(({ id, answer, saidYesAt }) =>
      answer.answer === "withdrawn"
        ? // Each file has a name of its own for it.
          [{ id, name: "", saidYesAt, withdrawnAt: answer.withdrawal.withdrawnAt }]
        : [],
    ),
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
