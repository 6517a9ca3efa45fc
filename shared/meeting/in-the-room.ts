import type { ClaimedAt } from "../feed/clock.ts";
import type { AbsentId, PageId, ReaderId, VoiceId } from "../feed/ids.ts";
import type { PageKind } from "./room-statements.ts";
import type { Place } from "./shapes.ts";

/** Someone who is missing; `called` is empty while the person at the centre has not wished to name them. */
export interface Absent {
  readonly id: AbsentId;
  readonly called: string;
  /** Every name that the person has given them. */
  readonly names: ReadonlySet<string>;
  readonly notedBy: VoiceId;
  readonly at: ClaimedAt;
}

/** Someone outside the room who is to be given a copy, and how voices wish to be called in it. */
export interface Reader {
  readonly id: ReaderId;
  readonly name: string;
  readonly by: VoiceId;
  readonly at: ClaimedAt;
  /** Whether the person at the centre has said that they may have one, by the name they are called by now. */
  readonly permitted: boolean;
  readonly called: ReadonlyMap<VoiceId, { readonly name: string; readonly relation: string }>;
}

/** An utterance in another language. */
export interface Rendering {
  readonly by: VoiceId;
  readonly language: string;
  readonly text: string;
  readonly notes: readonly { readonly word: string; readonly says: string }[];
  readonly at: ClaimedAt;
}

/** The writing for a voice was handed to `to`, by the place where that was stated. */
export interface ScribingHanded extends Place {
  readonly to: VoiceId;
  readonly by: VoiceId;
}

/** A reflection, by the place that opened it: while it goes on the others listen, and afterwards there is space for them. */
export interface Reflection extends Place {
  readonly by: VoiceId;
  readonly stage: "listening" | "space";
}

/** A time off the record, by the place that began it. What was said in it is nowhere in the record. */
export interface OffTheRecord extends Place {
  readonly by: VoiceId;
  readonly spoke: ReadonlySet<VoiceId>;
  /** Who wishes that what was said be kept. */
  readonly keeps: ReadonlySet<VoiceId>;
  /** How it ended, or null while it goes on. */
  readonly ended: "gone" | "kept" | null;
}

/** A page of the person's own, shared with everyone (`text`) or sealed to each of `to`. */
export interface SharedPage {
  readonly id: PageId;
  readonly by: VoiceId;
  readonly of: PageKind;
  readonly text: string | null;
  readonly to: ReadonlyMap<VoiceId, string>;
  readonly at: ClaimedAt;
}
