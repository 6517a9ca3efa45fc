import type { DecisionId, FeedId, UtteranceId, VoiceId } from "../feed/ids.ts";
import { authorityOf, isOnly, stands, type Authority } from "./authority.ts";
import { forgettingOf } from "./forgetting.ts";
import { orderOf, type Placed } from "./order.ts";
import type { Decision, GivenKey, MeetingState, Position, ProposedRemoval, Utterance, Voice } from "./state.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

interface Draft {
  begun: MeetingState["begun"];
  nextMeeting: string;
  readonly utterances: Map<UtteranceId, Utterance>;
  /** Every utterance that was begun, also if it is let go of: what stood after it does not move. */
  readonly places: Map<UtteranceId, Placed>;
  /** Everyone whom its writer has named as the voice of an utterance: none of them can be written out of it again. */
  readonly speakers: Map<UtteranceId, Set<VoiceId>>;
  readonly decisions: Map<DecisionId, Omit<Decision, "positions">>;
  /** What each voice last said about a decision, with the wording it said it about. */
  readonly positions: Map<DecisionId, Map<VoiceId, Position & { readonly wording: string }>>;
  readonly pauses: Map<string, { by: VoiceId; feed: FeedId; seq: number }>;
  readonly ended: Set<string>;
  readonly erased: Set<UtteranceId>;
  readonly removals: Map<string, ProposedRemoval>;
  readonly keys: Omit<GivenKey, "refusedBy">[];
  /** Who cannot open a key as it was given, by the names of key and giver. */
  readonly refusals: Map<string, Set<VoiceId>>;
}

/**
 * What is true of the meeting: pure, total and the same for every laptop that holds the same statements. They come in
 * the order of `compareStated` and have passed `checkStatement`. A statement whose voice has no authority for it counts
 * for nothing and harms nothing.
 */
export function foldMeeting(statements: readonly Stated<MeetingStatement>[]): MeetingState {
  const authority = authorityOf(statements);
  const counting = statements.filter((one) => authority.admitted.has(one.voice) && stands(authority.removed, one));
  const draft: Draft = {
    begun: null,
    nextMeeting: "",
    utterances: new Map(),
    places: new Map(),
    speakers: new Map(),
    decisions: new Map(),
    positions: new Map(),
    pauses: new Map(),
    ended: new Set(),
    erased: new Set(),
    removals: new Map(),
    keys: [],
    refusals: new Map(),
  };
  for (const stated of counting) apply(draft, stated, authority);
  // After everything else, so that no clock decides whether words are there for their voice to speak about.
  for (const stated of counting) applyToOwnWords(draft, stated);
  const [pause] = [...draft.pauses].filter(([key]) => !draft.ended.has(key)).map(([, one]) => one);
  return {
    begun: draft.begun,
    voices: voicesOf(authority),
    utterances: draft.utterances,
    order: orderOf(draft.places).filter((id) => draft.utterances.has(id)),
    decisions: decisionsOf(draft),
    nextMeeting: draft.nextMeeting,
    pause: pause ?? null,
    erased: draft.erased,
    removed: authority.removed,
    removalsProposed: [...draft.removals.values()].filter(({ voice }) => !authority.removed.has(voice)),
    keys: draft.keys.map((one) => ({ ...one, refusedBy: draft.refusals.get(`${one.key} ${one.by}`) ?? new Set() })),
    forgetting: forgettingOf(counting),
  };
}

function apply(draft: Draft, { voice, feed, seq, at, body }: Stated<MeetingStatement>, authority: Authority): void {
  switch (body.kind) {
    case "meeting-begun":
      draft.begun ??= {
        by: voice,
        name: body.name,
        personCalled: body.personCalled,
        language: body.language,
        seed: body.seed,
      };
      return;
    case "utterance-begun": {
      const { utterance: id, after, answers, phase, speaker = voice } = body;
      if (!authority.admitted.has(speaker) || !mayBegin(authority, speaker, phase)) return;
      draft.speakers.set(id, (draft.speakers.get(id) ?? new Set()).add(speaker));
      if (draft.places.has(id)) return;
      const scribe = speaker === voice ? null : voice;
      const begun = { id, voice: speaker, scribe, after, answers, phase, begunAt: at };
      draft.places.set(id, begun);
      draft.utterances.set(id, { ...begun, confirmed: scribe === null, said: false, withdrawn: false });
      return;
    }
    case "utterance-said": {
      const utterance = draft.utterances.get(body.utterance);
      if (utterance !== undefined && writerOf(utterance) === voice) {
        draft.utterances.set(utterance.id, { ...utterance, said: true });
      }
      return;
    }
    case "utterance-discarded": {
      const utterance = draft.utterances.get(body.utterance);
      if (utterance !== undefined && writerOf(utterance) === voice && !utterance.said) erase(draft, utterance);
      return;
    }
    case "decision-worded":
    case "left-open":
      draft.decisions.set(body.decision, {
        id: body.decision,
        text: body.text,
        leftOpen: body.kind === "left-open",
        wordedBy: voice,
        wordedAt: draft.decisions.get(body.decision)?.wordedAt ?? at,
      });
      return;
    case "position-taken": {
      const { decision, wording, position, words } = body;
      const positions = draft.positions.get(decision) ?? new Map<VoiceId, Position & { readonly wording: string }>();
      draft.positions.set(decision, positions.set(voice, { position, words, at, wording }));
      return;
    }
    case "next-meeting-set":
      draft.nextMeeting = body.text;
      return;
    case "paused":
      draft.pauses.set(placeKey(feed, seq), { by: voice, feed, seq });
      return;
    case "resumed":
      draft.ended.add(placeKey(body.feed, body.seq));
      return;
    case "removal-proposed":
      if (body.voice !== voice) draft.removals.set(placeKey(feed, seq), { feed, seq, voice: body.voice, by: voice });
      return;
    case "meeting-key-given":
      draft.keys.push({ key: body.key, by: voice, to: new Map(body.to.map((one) => [one.voice, one.sealed])) });
      return;
    case "meeting-key-refused": {
      const name = `${body.key} ${body.by}`;
      draft.refusals.set(name, (draft.refusals.get(name) ?? new Set()).add(voice));
      return;
    }
    case "voice-introduced":
    case "voice-admitted":
    case "voice-seated":
    case "hosting-given":
    case "voice-left":
    case "removal-seconded":
      // Folded by authorityOf, which needs all of them before any other statement can be weighed.
      return;
    case "forgetting-asked":
    case "words-condensed":
      // Folded by forgettingOf.
      return;
    case "words-confirmed":
    case "words-refused":
    case "utterance-withdrawn":
      // Folded by applyToOwnWords.
      return;
  }
}

/** What a voice says of words that are written down as its own, by itself or by someone else. */
function applyToOwnWords(draft: Draft, { voice, body }: Stated<MeetingStatement>): void {
  if (body.kind !== "words-confirmed" && body.kind !== "words-refused" && body.kind !== "utterance-withdrawn") return;
  const utterance = draft.utterances.get(body.utterance);
  if (utterance === undefined) return;
  if (body.kind === "words-confirmed") {
    if (utterance.voice === voice) draft.utterances.set(utterance.id, { ...utterance, confirmed: true });
  } else if (draft.speakers.get(utterance.id)?.has(voice) === true) {
    const leavesATrace = body.kind === "utterance-withdrawn" && body.trace && utterance.voice === voice;
    if (leavesATrace) leaveATrace(draft, utterance);
    else erase(draft, utterance);
  }
}

function erase(draft: Draft, { id }: Utterance): void {
  draft.erased.add(id);
  draft.utterances.delete(id);
}

function leaveATrace(draft: Draft, utterance: Utterance): void {
  draft.erased.add(utterance.id);
  draft.utterances.set(utterance.id, { ...utterance, withdrawn: true, said: true });
}

/** Who holds the pen: what is being written may be finished or thrown away by whoever writes it. */
function writerOf({ voice, scribe }: Utterance): VoiceId {
  return scribe ?? voice;
}

function placeKey(feed: FeedId, seq: number): string {
  return `${feed}#${String(seq)}`;
}

/** A reflection is an utterance among those who came to help; the network is asked to listen. */
function mayBegin(authority: Authority, voice: VoiceId, phase: Utterance["phase"]): boolean {
  return phase === "conversation" || isOnly(authority.kinds, voice, ["professional", "peer"]);
}

function voicesOf(authority: Authority): ReadonlyMap<VoiceId, Voice> {
  const voices = [...authority.profiles].map(([id, { profile, at }]): Voice => {
    const [hosting, seated] = [authority.hosting.has(id), authority.seated.has(id)];
    const sealTo = authority.sealTo.get(id) ?? null;
    return { id, profile, standing: standingOf(id, authority), hosting, seated, sealTo, introducedAt: at };
  });
  voices.sort((a, b) => a.introducedAt - b.introducedAt || (a.id < b.id ? -1 : 1));
  return new Map(voices.map((voice) => [voice.id, voice]));
}

function standingOf(voice: VoiceId, { admitted, left, removed }: Authority): Voice["standing"] {
  if (!admitted.has(voice)) return "waiting";
  if (removed.has(voice)) return "removed";
  return left.has(voice) ? "left" : "admitted";
}

/** Decisions with the positions that are about the wording that stands. */
function decisionsOf(draft: Draft): ReadonlyMap<DecisionId, Decision> {
  return new Map(
    [...draft.decisions].map(([id, decision]) => {
      const positions = new Map<VoiceId, Position>();
      for (const [voice, { position, words, at, wording }] of draft.positions.get(id) ?? []) {
        if (wording === decision.text) positions.set(voice, { position, words, at });
      }
      return [id, { ...decision, positions }];
    }),
  );
}
