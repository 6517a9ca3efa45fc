import type { ClaimedAt } from "../feed/clock.ts";
import type { DecisionId, FeedId, UtteranceId, VoiceId } from "../feed/ids.ts";
import type { Phase, PositionKind, Profile } from "./statements.ts";

/** A participant whose words are, or may come to be, in the record. */
export interface Voice {
  readonly id: VoiceId;
  readonly profile: Profile;
  /** `waiting`: has knocked and was not let in yet. `left` voices keep what they said. */
  readonly standing: "admitted" | "left" | "waiting";
  readonly hosting: boolean;
  readonly introducedAt: ClaimedAt;
}

/** What one voice said at one time. Its words live in a document of their own (`utterance/<id>`). */
export interface Utterance {
  readonly id: UtteranceId;
  readonly voice: VoiceId;
  readonly after: UtteranceId | null;
  readonly answers: UtteranceId | null;
  readonly phase: Phase;
  readonly begunAt: ClaimedAt;
  /** False while it is still being written. */
  readonly said: boolean;
}

/** Where one voice stands towards one decision, in its own words. */
export interface Position {
  readonly position: PositionKind;
  readonly words: string;
  readonly at: ClaimedAt;
}

/** What was decided, or what was left open (`leftOpen`): in both cases a text that voices take positions on. */
export interface Decision {
  readonly id: DecisionId;
  readonly text: string;
  readonly leftOpen: boolean;
  readonly wordedBy: VoiceId;
  readonly wordedAt: ClaimedAt;
  readonly positions: ReadonlyMap<VoiceId, Position>;
}

/** A feed that broke a rule: nothing after its last good entry counts, nothing before it is touched. */
export interface Quarantine {
  readonly feed: FeedId;
  readonly voice: VoiceId;
  readonly reason: string;
}

/** Everything that is true of a meeting now: the fold of its verified statements. */
export interface MeetingState {
  readonly begun: {
    readonly by: VoiceId;
    readonly name: string;
    readonly personCalled: string;
    readonly language: string;
    readonly seed: string;
  } | null;
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly utterances: ReadonlyMap<UtteranceId, Utterance>;
  /** Utterance ids as they stand in the record. */
  readonly order: readonly UtteranceId[];
  readonly decisions: ReadonlyMap<DecisionId, Decision>;
  readonly nextMeeting: string;
  /** The pause that is on now, or null. `feed` and `seq` are what resuming names. */
  readonly pause: { readonly by: VoiceId; readonly feed: FeedId; readonly seq: number } | null;
}
