import type { ClaimedAt } from "../feed/clock.ts";
import type { DecisionId, TaskId, VoiceId, WayId, WishId } from "../feed/ids.ts";
import type { Weighing } from "./deciding-statements.ts";
import type { PositionKind } from "./shapes.ts";

/** Where one voice stands towards one decision, in its own words. */
export interface Position {
  readonly position: PositionKind;
  readonly words: string;
  /** Of one who does not agree: the decision may stand, with this disagreement written in it. */
  readonly mayStand: boolean;
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
  /** The ways that were considered, as they were thought of. */
  readonly ways: readonly Way[];
  /** What matters to whom about it as a whole. */
  readonly matters: ReadonlyMap<VoiceId, string>;
  /** When it is to be looked at again; empty while nobody has said. */
  readonly review: string;
}

/** A way that was considered on the way to a decision. */
export interface Way {
  readonly id: WayId;
  readonly text: string;
  readonly by: VoiceId;
  readonly at: ClaimedAt;
  /** What matters to whom about this way. */
  readonly matters: ReadonlyMap<VoiceId, string>;
}

/** What a voice has taken on in its own name. */
export interface Task {
  readonly id: TaskId;
  readonly voice: VoiceId;
  readonly decision: DecisionId | null;
  /** Whose reservation or wish it answers, if it answers one. */
  readonly because: VoiceId | null;
  readonly what: string;
  readonly until: string;
  readonly at: ClaimedAt;
}

/** What one voice wishes, and what every voice has to say of that. */
export interface Wish {
  readonly id: WishId;
  readonly voice: VoiceId;
  readonly text: string;
  readonly at: ClaimedAt;
  readonly weighed: ReadonlyMap<Weighing, ReadonlyMap<VoiceId, string>>;
}

/** When, where and with whom we meet again; each empty while nobody has said. */
export interface NextMeeting {
  readonly when: string;
  readonly where: string;
  readonly who: string;
  readonly text: string;
}
