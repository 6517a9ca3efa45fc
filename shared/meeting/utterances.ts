import type { FeedId, UtteranceId, VoiceId } from "../feed/ids.ts";
import { feedIdOf } from "../feed/ids.ts";
import type { Authority } from "./authority.ts";
import { isOnly, isVoice } from "./kinds.ts";
import { correctionsOf } from "./corrections.ts";
import { orderOf, type Placed } from "./order.ts";
import type { Heads } from "./shapes.ts";
import type { Utterance } from "./state.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

type OfOwnWords = Extract<
  MeetingStatement,
  { readonly kind: "utterance-withdrawn" | "words-confirmed" | "words-for-record" | "words-refused" }
>;

interface Draft {
  readonly utterances: Map<UtteranceId, Utterance>;
  /** Every utterance that was begun, also if it is let go of: what stood after it does not move. */
  readonly places: Map<UtteranceId, Placed>;
  /** Everyone whom its writer has named as the voice of an utterance: none of them can be written out of it again. */
  readonly speakers: Map<UtteranceId, Set<VoiceId>>;
  readonly erased: Set<UtteranceId>;
  /** Of which words their writer has ever stated that they are said. */
  readonly said: Set<UtteranceId>;
  /** Of which of its words a voice has said whether they may go into the record. */
  readonly spokenFor: Set<UtteranceId>;
}

/** What was said and is being said, in the order in which it stands, and whose words are let go of everywhere. */
export function utterancesOf(
  counting: readonly Stated<MeetingStatement>[],
  authority: Authority,
): {
  readonly utterances: ReadonlyMap<UtteranceId, Utterance>;
  readonly order: readonly UtteranceId[];
  readonly erased: ReadonlySet<UtteranceId>;
} {
  const draft: Draft = {
    utterances: new Map(),
    places: new Map(),
    speakers: new Map(),
    erased: new Set(),
    said: new Set(),
    spokenFor: new Set(),
  };
  for (const stated of counting) apply(draft, stated, authority);
  // After everything else, so that no clock decides whether words are there for their voice to speak about.
  for (const stated of counting) applyToOwnWords(draft, stated);
  const order = orderOf(draft.places).filter((id) => draft.utterances.has(id));
  for (const id of order) keepOutWithEarlier(draft, id);
  for (const [earlier, later] of correctionsOf(draft.utterances, order)) {
    const corrected = draft.utterances.get(earlier);
    if (corrected !== undefined) draft.utterances.set(earlier, { ...corrected, correctedBy: later });
  }
  return { utterances: draft.utterances, order, erased: draft.erased };
}

/** Whether an edit at this place is among the words as they were said: nothing is added to them afterwards unseen. */
export function isAsSaid(
  { saidUntil }: Utterance,
  { feed, seq }: { readonly feed: FeedId; readonly seq: number },
): boolean {
  return saidUntil === null || seq < (saidUntil.get(feed) ?? 0);
}

function apply(draft: Draft, { voice, feed, seq, at, body }: Stated<MeetingStatement>, authority: Authority): void {
  switch (body.kind) {
    case "utterance-begun": {
      const { utterance: id, after, answers, phase, speaker = voice } = body;
      // Also where it does not count: whoever is named can have the words gone, whatever its writer is said to be by then.
      draft.speakers.set(id, (draft.speakers.get(id) ?? new Set()).add(speaker));
      if (!authority.admitted.has(speaker) || !mayBegin(authority, speaker, phase)) return;
      // Whoever writes words down is asked about the text they stand in, and so is a voice too.
      if (!isVoice(authority.kinds, voice)) return;
      if (draft.places.has(id)) {
        withoutWhatDiffers(draft, body);
        return;
      }
      const scribe = speaker === voice ? null : voice;
      const { part = null, corrects = null, imagines = null, language = null } = body;
      const about = { answers, phase, part, corrects, imagines, language };
      const begun = { id, voice: speaker, scribe, after, ...about, begunAt: at };
      const unsaid = {
        confirmed: scribe === null,
        forRecord: true,
        said: false,
        saidUntil: null,
        withdrawn: false,
        correctedBy: null,
      };
      draft.places.set(id, begun);
      draft.utterances.set(id, { ...begun, ...unsaid });
      return;
    }
    case "utterance-said": {
      draft.said.add(body.utterance);
      const utterance = draft.utterances.get(body.utterance);
      if (utterance === undefined || writerOf(utterance) !== voice) return;
      const until = new Map([...othersOf(voice, body.others ?? []), [feed, seq] as const]);
      const saidUntil = utterance.saidUntil === null ? until : shorter(utterance.saidUntil, until);
      draft.utterances.set(utterance.id, { ...utterance, said: true, saidUntil });
      return;
    }
    case "utterance-discarded": {
      const utterance = draft.utterances.get(body.utterance);
      // Where its beginning does not count, it can still have been begun and never said.
      const unsaid = utterance === undefined ? isBegunUnsaid(draft, body.utterance) : !utterance.said;
      if (unsaid && (utterance === undefined || writerOf(utterance) === voice)) erase(draft, body.utterance);
      return;
    }
    default:
      return;
  }
}

/**
 * Whoever begins words twice says of them twice what they are about, and could have begun the first afterwards, by a clock set
 * back: what both do not say alike is not so. Else a scribe could have words that were confirmed answer, or correct, others.
 */
function withoutWhatDiffers(
  draft: Draft,
  { utterance: id, ...again }: Extract<MeetingStatement, { readonly kind: "utterance-begun" }>,
): void {
  const known = draft.utterances.get(id);
  if (known === undefined) return;
  const { answers, part, corrects, imagines, language, phase } = known;
  const isSamePart = part?.from === again.part?.from && part?.to === again.part?.to;
  draft.utterances.set(id, {
    ...known,
    answers: answers === again.answers ? answers : null,
    part: answers === again.answers && isSamePart ? part : null,
    corrects: corrects === (again.corrects ?? null) ? corrects : null,
    imagines: imagines === (again.imagines ?? null) ? imagines : null,
    language: language === (again.language ?? null) ? language : null,
    phase: phase === again.phase ? phase : "conversation",
  });
}

/** What a voice says of words that are written down as its own, by itself or by someone else. */
function applyToOwnWords(draft: Draft, { voice, body }: Stated<MeetingStatement>): void {
  if (!isAboutOwnWords(body)) return;
  const utterance = draft.utterances.get(body.utterance);
  if (body.kind === "utterance-withdrawn" || body.kind === "words-refused") {
    if (draft.speakers.get(body.utterance)?.has(voice) !== true) return;
    const leavesATrace = body.kind === "utterance-withdrawn" && body.trace && utterance?.voice === voice;
    if (leavesATrace) leaveATrace(draft, utterance);
    else erase(draft, body.utterance);
  } else if (utterance?.voice !== voice) {
    return;
  } else if (body.kind === "words-confirmed") {
    draft.utterances.set(utterance.id, { ...utterance, confirmed: true });
  } else {
    draft.spokenFor.add(utterance.id);
    draft.utterances.set(utterance.id, { ...utterance, forRecord: body.may });
  }
}

function isAboutOwnWords(body: MeetingStatement): body is OfOwnWords {
  switch (body.kind) {
    case "words-confirmed":
    case "words-refused":
    case "words-for-record":
    case "utterance-withdrawn":
      return true;
    default:
      return false;
  }
}

/** Whoever puts differently what they keep out of the record has not let it in by that: they say so themselves. */
function keepOutWithEarlier({ utterances, spokenFor }: Draft, id: UtteranceId): void {
  const utterance = utterances.get(id);
  if (utterance === undefined || utterance.corrects === null || spokenFor.has(id)) return;
  const earlier = utterances.get(utterance.corrects);
  if (earlier?.voice !== utterance.voice || earlier.forRecord) return;
  utterances.set(id, { ...utterance, forRecord: false });
}

function isBegunUnsaid({ speakers, said }: Draft, id: UtteranceId): boolean {
  return speakers.has(id) && !said.has(id);
}

function erase(draft: Draft, id: UtteranceId): void {
  draft.erased.add(id);
  draft.utterances.delete(id);
}

function leaveATrace(draft: Draft, utterance: Utterance): void {
  draft.erased.add(utterance.id);
  draft.utterances.set(utterance.id, { ...utterance, withdrawn: true, said: true });
}

/** Who holds the pen: what is being written may be finished or thrown away by whoever writes it. */
export function writerOf({ voice, scribe }: Utterance): VoiceId {
  return scribe ?? voice;
}

/** Who takes part without being a voice says nothing of their own. A reflection is among those who came to help. */
function mayBegin({ kinds }: Authority, voice: VoiceId, phase: Utterance["phase"]): boolean {
  if (!isVoice(kinds, voice)) return false;
  return phase === "conversation" || isOnly(kinds, voice, ["professional", "peer"]);
}

function othersOf(voice: VoiceId, heads: Heads): readonly (readonly [FeedId, number])[] {
  return heads.map(({ session, count }) => [feedIdOf(voice, session), count] as const);
}

/** Of words that were said twice over, what both have in them. */
function shorter(one: ReadonlyMap<FeedId, number>, other: ReadonlyMap<FeedId, number>): ReadonlyMap<FeedId, number> {
  return new Map([...one].map(([feed, count]) => [feed, Math.min(count, other.get(feed) ?? 0)] as const));
}
