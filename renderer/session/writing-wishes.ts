import type { Doc } from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { AbsentId, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Phase } from "../../shared/meeting/shapes.ts";
import type { Stretch } from "../../shared/meeting/statements.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "./meeting-session.ts";

/** What an utterance is to the others, besides its words: settled with the first of them that the others see. */
export interface DraftShape {
  readonly answers: UtteranceId | null;
  /** Which words of that are answered, where it is not all of them. */
  readonly part: Stretch | null;
  readonly phase: Phase;
  /** Whose words are written down, where they are not the writer's own. */
  readonly speaker: VoiceId | null;
  /** Earlier words of the same voice that these are to stand in for. */
  readonly corrects: UtteranceId | null;
  /** What its voice imagines that one who is missing might say. */
  readonly imagines: AbsentId | null;
  /** The language it is said in; null: the one its voice mostly speaks here. */
  readonly language: string | null;
}

/** The utterance that a voice is writing, or is about to begin. */
export interface Draft extends DraftShape {
  readonly utterance: UtteranceId;
  readonly doc: Doc;
  /** Whether the others see it as it is written, or once it is said. */
  readonly isSeen: boolean;
}

/** A draft that nobody else has seen, as it is kept on this device. */
export interface KeptDraft extends DraftShape {
  readonly utterance: UtteranceId;
  /** The words, as a Yjs update over the meeting's seed. */
  readonly words: Bytes;
}

/** Writing: one's own words, or another's that one writes down. */
export interface WritingWishes {
  /** The draft of the voice that speaks now. Null while no voice here may write. */
  draft(): Draft | null;
  /** Changes what the draft of the voice that speaks now is to the others. Only while they have seen nothing of it. */
  shapeDraft(change: Partial<DraftShape>): void;
  /** Writes words at the end of the draft of the voice that speaks now, as if it had typed them. */
  fillDraft(words: string): Result<null, Refusal>;
  /**
   * Has the others see what the voice that speaks now writes as it writes it, or once it is said: remembered for that voice.
   * What is there of its draft is shown to them, or taken back from them.
   */
  writeLive(wish: boolean): Promise<Result<null, Refusal>>;
  /**
   * Puts words of the voice that speaks now into its draft again, to be put differently: said, the new words stand in their place.
   * Refused while it is in the middle of other words.
   */
  putDifferently(utterance: UtteranceId): Result<null, Refusal>;
  /** The same for words that someone else wrote down for it, as they were not said: those are let go of everywhere, at once. */
  sayItAsISaidIt(utterance: UtteranceId): Promise<Result<null, Refusal>>;
  /** Hands the writing for `speaker` to another: on whose laptop it is offered, and begins when they take it up. */
  handScribing(speaker: VoiceId, to: VoiceId): Promise<Result<null, Refusal>>;
  say(): Promise<Result<UtteranceId, Refusal>>;
  discardDraft(): Promise<Result<null, Refusal>>;
  /** Whether the draft that was discarded last can be brought back: once, and before anything else is written. */
  canBringBack(): boolean;
  bringBackDraft(): void;
}
