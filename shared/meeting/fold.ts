import type { DecisionId, FeedId, UtteranceId, VoiceId } from "../feed/ids.ts";
import { authorityOf, isOnly, type Authority } from "./authority.ts";
import { orderOf } from "./order.ts";
import type { Decision, MeetingState, Position, Utterance, Voice } from "./state.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

interface Draft {
  begun: MeetingState["begun"];
  nextMeeting: string;
  readonly utterances: Map<UtteranceId, Utterance>;
  readonly decisions: Map<DecisionId, Omit<Decision, "positions">>;
  /** What each voice last said about a decision, with the wording it said it about. */
  readonly positions: Map<DecisionId, Map<VoiceId, Position & { readonly wording: string }>>;
  readonly pauses: Map<string, { by: VoiceId; feed: FeedId; seq: number }>;
  readonly ended: Set<string>;
}

/**
 * What is true of the meeting: pure, total and the same for every laptop that holds the same statements. They come in
 * the order of `compareStated` and have passed `checkStatement`. A statement whose voice has no authority for it counts
 * for nothing and harms nothing.
 */
export function foldMeeting(statements: readonly Stated<MeetingStatement>[]): MeetingState {
  const authority = authorityOf(statements);
  const draft: Draft = {
    begun: null,
    nextMeeting: "",
    utterances: new Map(),
    decisions: new Map(),
    positions: new Map(),
    pauses: new Map(),
    ended: new Set(),
  };
  for (const stated of statements) if (authority.admitted.has(stated.voice)) apply(draft, stated, authority);
  const [pause] = [...draft.pauses].filter(([key]) => !draft.ended.has(key)).map(([, one]) => one);
  return {
    begun: draft.begun,
    voices: voicesOf(authority),
    utterances: draft.utterances,
    order: orderOf(draft.utterances),
    decisions: decisionsOf(draft),
    nextMeeting: draft.nextMeeting,
    pause: pause ?? null,
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
      if (draft.utterances.has(body.utterance) || !mayBegin(authority, voice, body.phase)) return;
      const { utterance: id, after, answers, phase } = body;
      draft.utterances.set(id, { id, voice, after, answers, phase, begunAt: at, said: false });
      return;
    }
    case "utterance-said": {
      const utterance = draft.utterances.get(body.utterance);
      if (utterance?.voice === voice) draft.utterances.set(utterance.id, { ...utterance, said: true });
      return;
    }
    case "utterance-discarded": {
      const utterance = draft.utterances.get(body.utterance);
      if (utterance?.voice === voice && !utterance.said) draft.utterances.delete(utterance.id);
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
      draft.pauses.set(pauseKey(feed, seq), { by: voice, feed, seq });
      return;
    case "resumed":
      draft.ended.add(pauseKey(body.feed, body.seq));
      return;
    case "voice-introduced":
    case "voice-admitted":
    case "hosting-given":
    case "voice-left":
      // Folded by authorityOf, which needs all of them before any other statement can be weighed.
      return;
  }
}

function pauseKey(feed: FeedId, seq: number): string {
  return `${feed}#${String(seq)}`;
}

/** A reflection is an utterance among those who came to help; the network is asked to listen. */
function mayBegin(authority: Authority, voice: VoiceId, phase: Utterance["phase"]): boolean {
  return phase === "conversation" || isOnly(authority.kinds, voice, ["professional", "peer"]);
}

function voicesOf(authority: Authority): ReadonlyMap<VoiceId, Voice> {
  const voices = [...authority.profiles].map(([id, { profile, at }]): Voice => {
    const standing = authority.left.has(id) ? "left" : authority.admitted.has(id) ? "admitted" : "waiting";
    return { id, profile, standing, hosting: authority.hosting.has(id), introducedAt: at };
  });
  voices.sort((a, b) => a.introducedAt - b.introducedAt || (a.id < b.id ? -1 : 1));
  return new Map(voices.map((voice) => [voice.id, voice]));
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
