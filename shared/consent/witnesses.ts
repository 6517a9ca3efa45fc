import type { VoiceId } from "../feed/ids.ts";
import type { WitnessDocument } from "./signed-documents.ts";
import type { SaidAloud, Sayable } from "./spoken.ts";
import type { Revisions } from "./state.ts";
import type { Revision } from "./statements.ts";

/** The first of those who have heard a yes that is a voice of the text itself, with a device of its own; or null. */
export function witnessIn(revision: Revision, witnesses: readonly WitnessDocument[]): WitnessDocument | null {
  return witnesses.find(({ witness }) => signsIn(revision, witness)) ?? null;
}

/** Whether a text asks a voice that signs for itself. */
export function signsIn({ voices }: Revision, signer: VoiceId): boolean {
  return voices.some(({ id, aloud }) => id === signer && aloud !== true);
}

/** Whether a voice that has heard what was said aloud may witness it: a yes to a text that is known only if the text asks it. */
export function mayWitness(witness: VoiceId, says: Sayable, revisions: Revisions): boolean {
  const text = textOf(says, revisions);
  return text === null || signsIn(text, witness);
}

/**
 * What of all that was said aloud, given in its order, waits for a witness. An answer to a text is not asked about any more once its
 * voice has answered anew: its last word counts, and nobody is to undo that by vouching for what it said before.
 */
export function waitingForAWitness(aloud: readonly SaidAloud[], revisions: Revisions): readonly SaidAloud[] {
  return aloud.filter(
    (one, index) =>
      waitsForAWitness(one, revisions) && !aloud.slice(index + 1).some((later) => isAnsweredAnew(one, later)),
  );
}

/** Whoever wrote the one down has written the other after it, or somebody has heard the other too. */
function isAnsweredAnew({ said: before }: SaidAloud, { said: later, isHeard }: SaidAloud): boolean {
  if (!("digest" in before.says) || !("digest" in later.says)) return false;
  const sameQuestion = before.voice === later.voice && before.says.digest === later.says.digest;
  return sameQuestion && (isHeard || before.feed === later.feed);
}

/**
 * Whether what was said aloud waits for a witness: nobody has heard it, or it is a yes that only those have heard whom its text
 * does not ask.
 */
function waitsForAWitness({ said: { says }, isHeard, witnesses }: SaidAloud, revisions: Revisions): boolean {
  const text = textOf(says, revisions);
  return !isHeard || (text !== null && witnessIn(text, witnesses) === null);
}

/** The text that is said yes to, where it is known. */
function textOf(says: Sayable, revisions: Revisions): Revision | null {
  return says.kind === "consent-given" ? (revisions.get(says.digest)?.revision ?? null) : null;
}
