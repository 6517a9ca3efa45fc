import type { DecisionId, TaskId, VoiceId, WayId, WishId } from "../../shared/feed/ids.ts";
import type { NextMeeting, Position } from "../../shared/meeting/decided.ts";
import type { Weighing } from "../../shared/meeting/deciding-statements.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "./meeting-session.ts";

/** Where a voice stands, as it says so. */
export type TakenPosition = Pick<Position, "mayStand" | "position" | "words">;

/** What a voice takes on: what, by when, and whose reservation or wish it answers. */
export interface TakenOn {
  readonly decision: DecisionId | null;
  readonly because: VoiceId | null;
  readonly what: string;
  readonly until: string;
}

/**
 * What is decided and left open, and how it comes about. Where a wish names its voice, that voice says it: by its own key on its
 * own device; or aloud, where it has none, and then it counts once another voice has witnessed it. Nobody says it for another.
 */
export interface DecidingWishes {
  wordDecision(text: string, leftOpen: boolean): Promise<Result<DecisionId, Refusal>>;
  /** Rewords what the voice that speaks has worded; positions on the old words fall away. No words take it back. */
  rewordDecision(decision: DecisionId, text: string): Promise<Result<null, Refusal>>;
  considerWay(decision: DecisionId, text: string): Promise<Result<WayId, Refusal>>;
  /** Rewords a way that the voice that speaks has thought of. No words take it back. */
  rewordWay(decision: DecisionId, way: WayId, text: string): Promise<Result<null, Refusal>>;
  /** What matters to a voice about a decision, or about one of its ways. No words take it back. */
  tellMatter(voice: VoiceId, decision: DecisionId, way: WayId | null, words: string): Promise<Result<null, Refusal>>;
  takePosition(voice: VoiceId, decision: DecisionId, taken: TakenPosition): Promise<Result<null, Refusal>>;
  /** A voice stands nowhere any more, as if it had not spoken. */
  takeBackPosition(voice: VoiceId, decision: DecisionId): Promise<Result<null, Refusal>>;
  /** When a decision is to be looked at again. No words take it back. */
  setReview(decision: DecisionId, on: string): Promise<Result<null, Refusal>>;

  takeOn(voice: VoiceId, task: TakenOn): Promise<Result<TaskId, Refusal>>;
  /** Says anew what was taken on, by the voice that has. */
  changeTask(task: TaskId, change: Pick<TakenOn, "until" | "what">): Promise<Result<null, Refusal>>;
  letGoOfTask(task: TaskId): Promise<Result<null, Refusal>>;

  wordWish(voice: VoiceId, text: string): Promise<Result<WishId, Refusal>>;
  /** Says a wish anew, by the voice whose it is. No words take it back. */
  rewordWish(wish: WishId, text: string): Promise<Result<null, Refusal>>;
  /** What a voice has to say of a wish. No words take it back. */
  weighWish(voice: VoiceId, wish: WishId, as: Weighing, words: string): Promise<Result<null, Refusal>>;

  setNextMeeting(next: NextMeeting): Promise<Result<null, Refusal>>;
}
