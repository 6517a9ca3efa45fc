import type { Digest, UtteranceId, VoiceId } from "../feed/ids.ts";
import { byTime } from "./by-time.ts";
import type { Answer, ProposedRevision, Revisions } from "./state.ts";

/**
 * Whether a revision is final: every voice in it has said yes to this digest. Not a button: a yes that is taken back
 * makes it a draft again. A yes that was withdrawn after it was final leaves it the agreed record that it was, of which
 * no new copies are made (`isWithdrawn`).
 */
export function isFinal({ digest, revision, answers }: ProposedRevision): boolean {
  const saysYes = (voice: VoiceId): boolean => {
    const answer = answers.get(voice);
    if (answer?.answer !== "yes" && answer?.answer !== "withdrawn") return false;
    return answer.document.revision === digest && answer.document.voice === voice;
  };
  return revision.voices.length > 0 && revision.voices.every(({ id }) => saysYes(id));
}

/** Whether a voice has withdrawn its yes since the revision was final. */
export function isWithdrawn({ answers }: ProposedRevision): boolean {
  return [...answers.values()].some(({ answer }) => answer === "withdrawn");
}

/** What one voice has answered to a revision, or null while it has not, or has taken its answer back. */
export function answerOf(proposed: ProposedRevision, voice: VoiceId): Answer | null {
  return proposed.answers.get(voice) ?? null;
}

/** The revision to read and to answer now: the newest that no other proposed one supersedes, or null. */
export function openRevision(revisions: Revisions): Digest | null {
  return newestStanding([...revisions.values()]);
}

/** The agreed record: the newest final revision that no other final one supersedes, or null. */
export function agreedRevision(revisions: Revisions): Digest | null {
  return newestStanding([...revisions.values()].filter(isFinal));
}

/** The agreed record that takes the place of this one, or null. */
export function agreedAfter(revisions: Revisions, digest: Digest): ProposedRevision | null {
  return [...revisions.values()].find((one) => one.revision.supersedes === digest && isFinal(one)) ?? null;
}

/** The agreed record that a revision was written to amend, however many drafts lie between the two; or null. */
export function agreedBefore(revisions: Revisions, { revision }: ProposedRevision): ProposedRevision | null {
  const seen = new Set<Digest>();
  for (let before = revision.supersedes; before !== null && !seen.has(before);) {
    seen.add(before);
    const proposed = revisions.get(before);
    if (proposed === undefined || isFinal(proposed)) return proposed ?? null;
    before = proposed.revision.supersedes;
  }
  return null;
}

/** Whether words are in the agreed record, and so no draft any more: a yes to it can be taken back, they cannot. */
export function isInAgreedRecord(revisions: Revisions, utterance: UtteranceId): boolean {
  const agreed = agreedRevision(revisions);
  const record = agreed === null ? undefined : revisions.get(agreed)?.revision;
  return record?.utterances.some(({ id }) => id === utterance) === true;
}

/** The revisions that not every voice in them stands by. */
export function draftRevisions(revisions: Revisions): readonly Digest[] {
  return [...revisions.values()].filter((proposed) => !isFinal(proposed)).map(({ digest }) => digest);
}

function newestStanding(proposed: readonly ProposedRevision[]): Digest | null {
  const superseded = new Set(proposed.map(({ revision }) => revision.supersedes));
  const standing = proposed
    .filter(({ digest }) => !superseded.has(digest))
    .map(({ digest: id, proposedAt: at }) => ({ id, at }))
    .sort(byTime);
  return standing.at(-1)?.id ?? null;
}
