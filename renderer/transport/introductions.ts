import type { Note } from "./signaling-note.ts";

/**
 * What a laptop holds towards another one: nothing, a connection being made, one whose offer should have been answered by
 * now, or an open one.
 */
export type Held = "nothing" | "open" | "opening" | "unanswered";

/**
 * What to do with a note that has come:
 * - `drop` it,
 * - `pass` it on to y-webrtc,
 * - `replace`: close what is held, and once that is done pass it on,
 * - `ask`: answer with an announce addressed to its sender, so that it makes an offer.
 */
export type Course = "ask" | "drop" | "pass" | "replace";

/** How this laptop stands towards the sender of a note. */
export interface Standing {
  readonly self: string;
  readonly held: Held;
  /** The attempt under way with the sender, if any. */
  readonly attempt: string | null;
}

/**
 * Decides how two laptops come to one connection. In y-webrtc both may offer at once, and an offer may meet a
 * connection that only one side knows to be dead; then they end on different channels or on none. Here only the one
 * with the smaller id offers, the other asks it to, and a connection that one side has lost is replaced on both.
 */
export function judgeNote(note: Note, standing: Standing): Course {
  const { self, held, attempt } = standing;
  if (note.from === self || (note.to !== undefined && note.to !== self)) return "drop";
  const isOfferer = self < note.from;

  if (note.type === "announce") {
    // A connection being made is given its time: the announce may be older than the offer. But one who announces
    // itself without knowing of an offer made long ago has never got it.
    const isWanted = held === "nothing" || (held !== "opening" && !note.with.includes(self));
    if (!isWanted) return "drop";
    if (!isOfferer) return "ask";
    return held === "nothing" ? "pass" : "replace";
  }

  switch (note.signal.type) {
    case "offer":
      if (isOfferer || note.attempt === attempt) return "drop";
      return held === "nothing" ? "pass" : "replace";
    case "answer":
      return isOfferer && held !== "nothing" && note.attempt === attempt ? "pass" : "drop";
    case "candidate":
      return held !== "nothing" && note.attempt === attempt ? "pass" : "drop";
  }
}
