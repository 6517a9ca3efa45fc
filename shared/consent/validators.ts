import type { AbsentId, MeetingId, VoiceId } from "../feed/ids.ts";
import { isVoiceKind } from "../meeting/shapes.ts";
import { renderingName } from "../meeting/interpreting.ts";
import type { MeetingState } from "../meeting/state.ts";
import type { Stated } from "../meeting/stated.ts";
import { wellFormed } from "./canonical.ts";
import { isAskedAnyway, voicesIn, wishingIn } from "./revision.ts";
import type { Heard } from "./spoken.ts";
import { PARTS_OF_COPY, type ConsentStatement, type Revision } from "./statements.ts";
import { signsIn, witnessIn } from "./witnesses.ts";

/** Why a statement about revisions and consent counts for nothing. It is no evidence that its voice broke a rule. */
export type ConsentRefusal =
  | "aloud-otherwise"
  | "called-otherwise"
  | "not-a-voice-of-it"
  | "not-admitted"
  | "not-proposed"
  | "not-your-consent"
  | "of-another-meeting"
  | "of-another-text"
  | "reader-not-permitted"
  | "rendered-by-nobody"
  | "said-otherwise"
  | "voice-left-out"
  | "voices-repeated"
  | "words-let-go-of"
  | "words-not-confirmed"
  | "words-of-another"
  | "words-of-nobody";

/** Which meeting a statement is judged in, and what is true of that meeting. */
export interface ConsentContext {
  readonly meeting: MeetingId;
  readonly state: MeetingState;
}

export type ProposalBody = Extract<ConsentStatement, { readonly kind: "revision-proposed" }>;
export type AnswerBody = Exclude<ConsentStatement, ProposalBody>;

/** Why a proposal counts for nothing, or null when it stands. */
export function refusalOfProposal(proposal: Stated<ProposalBody>, context: ConsentContext): ConsentRefusal | null {
  for (const check of [
    madeByAnAdmittedVoice,
    ofThisMeeting,
    eachVoiceOnce,
    aloudWithoutADevice,
    calledAsTheyWere,
    readersWithTheirYes,
    calledByTheirYes,
    nothingLetGoOf,
    wordsOfTheirVoices,
    nobodyLeftOut,
  ]) {
    const refusal = check(proposal, context);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Why an answer to a proposed revision counts for nothing, or null when it stands. */
export function refusalOfAnswer(
  { voice, body, witnesses = [] }: Heard<AnswerBody>,
  revision: Revision,
  { state }: ConsentContext,
): ConsentRefusal | null {
  const asked = revision.voices.find(({ id }) => id === voice);
  if (asked === undefined) return "not-a-voice-of-it";
  // Whoever was let in may answer, also after leaving; whoever only knocked may not, though a text may name them.
  if ((state.voices.get(voice)?.standing ?? "waiting") === "waiting") return "not-admitted";
  if (body.kind !== "consent-given" && body.kind !== "consent-withdrawn") return null;
  if (body.document.voice !== voice) return "not-your-consent";
  if (body.document.revision !== body.digest) return "of-another-text";
  if (body.document.meeting !== revision.meeting) return "of-another-meeting";
  // Whoever reads the proofs alone has to see who wrote a yes down and who heard it, and that of nobody else's yes.
  const { scribe } = body.document;
  if ((scribe !== undefined) !== (asked.aloud === true)) return "aloud-otherwise";
  // Both are voices of the same text, so that a stranger knows who vouches for it.
  if (scribe !== undefined && !signsIn(revision, scribe)) return "aloud-otherwise";
  const unheard = body.kind === "consent-given" && asked.aloud === true && witnessIn(revision, witnesses) === null;
  return unheard ? "aloud-otherwise" : null;
}

function madeByAnAdmittedVoice({ voice }: Stated<ProposalBody>, { state }: ConsentContext): ConsentRefusal | null {
  // What someone proposed who has left since stands: everyone's yes to it is not undone by going home.
  return (state.voices.get(voice)?.standing ?? "waiting") === "waiting" ? "not-admitted" : null;
}

/** It is of this meeting, and under no other name: what stands above a text when it is printed is nobody's to choose. */
function ofThisMeeting({ body }: Stated<ProposalBody>, { meeting, state }: ConsentContext): ConsentRefusal | null {
  if (body.revision.meeting !== meeting) return "of-another-meeting";
  return isCalled(state.everBegunAs, body.revision.name) ? null : "said-otherwise";
}

function eachVoiceOnce({ body }: Stated<ProposalBody>): ConsentRefusal | null {
  return isEachOnce(body.revision.voices.map(({ id }) => id)) ? null : "voices-repeated";
}

/** Who is said to have no device has none: for everyone else nobody writes a yes down. */
function aloudWithoutADevice({ body }: Stated<ProposalBody>, { state }: ConsentContext): ConsentRefusal | null {
  const asItIs = body.revision.voices.every(
    ({ id, aloud = false }) => (state.voices.get(id)?.seated ?? false) === aloud,
  );
  return asItIs ? null : "aloud-otherwise";
}

/**
 * Nobody's words are read as another's: everyone has called themselves so, and come as that. Whatever they call themselves
 * later, or in which words somebody without a device was seated, undoes nothing.
 */
function calledAsTheyWere({ body }: Stated<ProposalBody>, { state }: ConsentContext): ConsentRefusal | null {
  const asTheyWere = body.revision.voices.every(({ id, aloud = false, profile: { name, kind } }) => {
    const voice = state.voices.get(id);
    return voice !== undefined && (aloud || (isCalled(voice.names, name) && voice.kinds.has(kind)));
  });
  return asTheyWere ? null : "called-otherwise";
}

/** The room has its copy, with everything in it; nobody outside is given one to whom the person at the centre has not said yes. */
function readersWithTheirYes({ body }: Stated<ProposalBody>, { state }: ConsentContext): ConsentRefusal | null {
  const { readers } = body.revision;
  const [room, ...outside] = readers;
  if (room?.id !== "network" || room.name !== "" || PARTS_OF_COPY.some((part) => !room.parts.includes(part))) {
    return "reader-not-permitted";
  }
  // With the same chance for two copies, whoever has the one could guess at the other.
  if (!isEachOnce(readers.map(({ id }) => id)) || !isEachOnce(readers.map(({ salt }) => salt))) {
    return "reader-not-permitted";
  }
  // Once given, the yes lets a text be proposed; whoever thinks otherwise later does not consent, and undoes no agreed one.
  const permitted = outside.every(({ id, name }) => id !== "network" && isCalled(state.everPermitted.get(id), name));
  return permitted ? null : "reader-not-permitted";
}

/** In the room everyone is called as they are; in any other copy only those are called otherwise who can say yes to it. */
function calledByTheirYes({ body }: Stated<ProposalBody>, { state }: ConsentContext): ConsentRefusal | null {
  const { readers } = body.revision;
  const wishing = wishingIn(body.revision, state);
  const byTheirYes = readers.every(({ id, called }) => {
    const voices = called.map(({ voice }) => voice);
    return isEachOnce(voices) && voices.every((voice) => id !== "network" && wishing.has(voice));
  });
  return byTheirYes ? null : "called-otherwise";
}

/**
 * A draft is let go of with the words in it: once one of the utterances in it is withdrawn, or one of its voices has wished
 * that it be forgotten. That holds for a text that everyone had said yes to as well, like a yes taken back.
 */
function nothingLetGoOf({ body }: Stated<ProposalBody>, { state }: ConsentContext): ConsentRefusal | null {
  return isLetGoOf(body, state) ? "words-let-go-of" : null;
}

/** Whether a proposed revision is void, and its text to be dropped everywhere. */
export function isLetGoOf({ digest, revision }: ProposalBody, state: MeetingState): boolean {
  const wishedBy = state.forgetting.revisions.get(digest);
  return (
    revision.utterances.some(({ id }) => state.erased.has(id)) ||
    revision.utterances.some((utterance) => namesOneLetGoOf(utterance, state)) ||
    revision.voices.some(({ id }) => wishedBy?.has(id) === true)
  );
}

/** Whether a frozen utterance names one who is missing, and who is not to be spoken of any more. */
function namesOneLetGoOf({ id, imagines = "" }: Revision["utterances"][number], state: MeetingState): boolean {
  const imagined = state.utterances.get(id)?.imagines ?? null;
  return imagines !== "" && imagined !== null && state.absentLetGo.has(imagined);
}

/**
 * Every word has a voice, and an utterance is given to the voice that the record proves it to be of, as what it was said. What the words
 * are is for that voice to read: without its consent nothing becomes final.
 */
function wordsOfTheirVoices({ body }: Stated<ProposalBody>, { state }: ConsentContext): ConsentRefusal | null {
  const { summary, utterances } = body.revision;
  if (!isEachOnce(utterances.map(({ id }) => id))) return "said-otherwise";
  for (const { runs } of summary) {
    if (runs.some((run) => run.voice === null && run.text.trim() !== "")) return "words-of-nobody";
  }
  for (const { id, voice, scribe = null, answers, phase, imagines, paragraphs, renderings = [] } of utterances) {
    const utterance = state.utterances.get(id);
    if (utterance?.voice !== voice || utterance.scribe !== scribe) return "words-of-another";
    if (!utterance.confirmed) return "words-not-confirmed";
    if (paragraphs.some(({ runs }) => runs.some((run) => run.voice !== voice))) return "words-of-another";
    if (answers !== utterance.answers || phase !== utterance.phase) return "said-otherwise";
    if (!isImaginedAs(imagines, utterance.imagines, state)) return "said-otherwise";
    // Nobody puts words into another's mouth through a rendering: an interpreter has given it, just so.
    const given = state.everRendered.get(id);
    if (renderings.some((rendering) => given?.has(renderingName(rendering)) !== true)) return "rendered-by-nobody";
    if (renderings.some(({ by, name }) => !isCalled(state.voices.get(by)?.names, name))) return "rendered-by-nobody";
  }
  return null;
}

/** Whether a frozen utterance is imagined as its voice has said, under no name that the person has not given. */
function isImaginedAs(called: string | undefined, imagines: AbsentId | null, { absent }: MeetingState): boolean {
  if (called === undefined || imagines === null) return called === undefined && imagines === null;
  return called === "" || isCalled(absent.get(imagines)?.names, called);
}

/** Whether a name, as texts are frozen, is one of these. */
function isCalled(names: ReadonlySet<string> | undefined, called: string): boolean {
  return [...(names ?? [])].some((name) => wellFormed(name) === called);
}

function isEachOnce(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

/**
 * Nobody finalises past another. Whoever has words in a revision is asked; and so that nobody is passed over by leaving
 * their words out, the person at the centre, whoever began the meeting, and whoever had spoken before it are asked too: the person
 * also after leaving, so that nobody has only to wait until she has gone. Whoever takes part for others' words, and has none here,
 * is not: there is nothing of theirs to agree to. And nobody undoes a text that the others have agreed to by calling themselves
 * something else later, or by claiming to have spoken before they were let in.
 */
function nobodyLeftOut({ at, body }: Stated<ProposalBody>, { state }: ConsentContext): ConsentRefusal | null {
  const asked = new Set(body.revision.voices.map(({ id }) => id));
  const spokenBefore = new Set<VoiceId>();
  for (const { voice, begunAt, confirmed } of state.utterances.values()) {
    if (confirmed && begunAt < at) spokenBefore.add(voice);
  }
  const inTheRoom = [...state.voices.values()].filter((voice) => {
    const { id, standing, admittedAt, kinds } = voice;
    if (isAskedAnyway(voice)) return true;
    if (standing !== "admitted" || ![...kinds].every(isVoiceKind)) return false;
    const hadSpoken = admittedAt !== null && admittedAt < at && spokenBefore.has(id);
    return hadSpoken || state.begun?.by === id;
  });
  const toBeAsked = [...voicesIn(body.revision), ...inTheRoom.map(({ id }) => id)];
  return toBeAsked.every((voice) => asked.has(voice)) ? null : "voice-left-out";
}
