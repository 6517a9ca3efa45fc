import type { ClaimedAt } from "../feed/clock.ts";
import type { Digest, VoiceId } from "../feed/ids.ts";
import { compareStated, type Stated } from "../meeting/stated.ts";
import { no, ok, type Result } from "../result.ts";
import { isFinal } from "./final.ts";
import type { Heard } from "./spoken.ts";
import type { Answer, ProposedRevision, Revisions } from "./state.ts";
import type { ConsentStatement } from "./statements.ts";
import {
  refusalOfAnswer,
  refusalOfProposal,
  type AnswerBody,
  type ConsentContext,
  type ConsentRefusal,
  type ProposalBody,
} from "./validators.ts";
import { witnessIn } from "./witnesses.ts";

/**
 * Every revision that was proposed, with its answers. Pure and total, whatever order the statements come in; each has passed
 * `verifyConsentStatement` before, and one that is refused changes nothing. All texts come before all answers: whoever
 * names a digest has had the text, so that no clock decides whether there was something to answer.
 */
export function foldConsents(statements: readonly Heard<ConsentStatement>[], context: ConsentContext): Revisions {
  const inOrder = [...statements].sort(compareStated);
  const proposals = inOrder.filter(({ body }) => body.kind === "revision-proposed");
  const answers = inOrder.filter(({ body }) => body.kind !== "revision-proposed");
  return [...proposals, ...answers].reduce<Revisions>(
    (revisions, statement) => foldConsent(revisions, statement, context),
    new Map(),
  );
}

/** The revisions after one more statement; the same object when it counts for nothing. */
function foldConsent(previous: Revisions, statement: Heard<ConsentStatement>, context: ConsentContext): Revisions {
  const next = stepConsent(previous, statement, context);
  return next.ok ? next.value : previous;
}

/** Like `foldConsent`, saying why a statement counts for nothing. */
export function stepConsent(
  previous: Revisions,
  statement: Heard<ConsentStatement>,
  context: ConsentContext,
): Result<Revisions, ConsentRefusal> {
  const { body } = statement;
  return body.kind === "revision-proposed"
    ? propose(previous, { ...statement, body }, context)
    : answer(previous, { ...statement, body }, context);
}

/** The first proposal of a digest stands; proposing the same text again changes nothing. */
function propose(
  previous: Revisions,
  statement: Stated<ProposalBody>,
  context: ConsentContext,
): Result<Revisions, ConsentRefusal> {
  const { digest, revision } = statement.body;
  if (previous.has(digest)) return ok(previous);
  const refusal = refusalOfProposal(statement, context);
  if (refusal !== null) return no(refusal);
  const { voice: proposedBy, at: proposedAt } = statement;
  return ok(withRevision(previous, digest, { digest, revision, proposedBy, proposedAt, answers: new Map() }));
}

function answer(
  previous: Revisions,
  statement: Heard<AnswerBody>,
  context: ConsentContext,
): Result<Revisions, ConsentRefusal> {
  const { digest } = statement.body;
  const proposed = previous.get(digest);
  if (proposed === undefined) return no("not-proposed");
  const refusal = refusalOfAnswer(statement, proposed.revision, context);
  if (refusal !== null) return no(refusal);
  return ok(withRevision(previous, digest, { ...proposed, answers: answersAfter(proposed, statement) }));
}

/**
 * A later answer of a voice replaces its earlier one; taking back leaves none. A yes is withdrawn only from a text that
 * was final when it was stated; from any other it is taken back. Whatever makes a draft of a text makes it one for good
 * and all: yeses that were withdrawn from it count as taken back, so that it never becomes final past them.
 */
function answersAfter(
  proposed: ProposedRevision,
  { voice, at, countsFrom = at, body, witnesses = [] }: Heard<AnswerBody>,
): Answers {
  const next = new Map<VoiceId, Answer>(proposed.answers);
  switch (body.kind) {
    case "consent-given":
      return next.set(voice, {
        answer: "yes",
        at: countsFrom,
        document: body.document,
        witness: witnessIn(proposed.revision, witnesses),
      });
    case "consent-withheld":
      return withoutWithdrawn(next).set(voice, { answer: "not-yet", at, words: body.words });
    case "consent-taken-back":
      next.delete(voice);
      return withoutWithdrawn(next);
    case "consent-withdrawn": {
      const before = next.get(voice);
      if (before?.answer === "yes" && wasFinalBefore(proposed, at)) {
        const { document, witness } = before;
        return next.set(voice, { answer: "withdrawn", at, document, witness, withdrawal: body.document });
      }
      if (before?.answer === "withdrawn") return next;
      next.delete(voice);
      return withoutWithdrawn(next);
    }
  }
}

/** Whether a text was final before a moment: what was said aloud also witnessed by then. */
function wasFinalBefore(proposed: ProposedRevision, moment: ClaimedAt): boolean {
  return isFinal(proposed) && [...proposed.answers.values()].every(({ answer, at }) => answer !== "yes" || at < moment);
}

function withoutWithdrawn(answers: ReadonlyMap<VoiceId, Answer>): Map<VoiceId, Answer> {
  return new Map([...answers].filter(([, { answer }]) => answer !== "withdrawn"));
}

type Answers = ProposedRevision["answers"];

function withRevision(revisions: Revisions, digest: Digest, proposed: ProposedRevision): Revisions {
  return new Map(revisions).set(digest, proposed);
}
