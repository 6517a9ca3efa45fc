import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "./meeting-session.ts";

/** Something said off the record, as the screens of those who are here show it. It is on no disk and in no entry. */
export interface SpokenOff {
  readonly id: string;
  readonly voice: VoiceId;
  readonly words: string;
}

/** A time in which nothing is captured, unless all who spoke in it wish it afterwards. */
export interface OffTheRecordWishes {
  beginOffTheRecord(): Promise<Result<null, Refusal>>;
  /** What is said now, in order, by those who are connected; the same object until it changes. Empty while on the record. */
  spokenOff(): readonly SpokenOff[];
  /** Shows these words of the voice that speaks now to everyone who is here. That it spoke is stated, what it said is not. */
  speakOff(words: string): Promise<Result<null, Refusal>>;
  /** The voice that speaks now wishes that what was said be kept. */
  keepWhatWasSaid(): Promise<Result<null, Refusal>>;
  /**
   * Ends it, for everyone. If all who spoke wish it, each laptop then writes the words of its own voices into the record; otherwise
   * every laptop lets go of all of them.
   */
  backOnTheRecord(): Promise<Result<null, Refusal>>;
}
