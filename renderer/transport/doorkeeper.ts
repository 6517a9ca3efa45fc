import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { Holding } from "./holdings.ts";
import { encodePresence, encodeSync, parsePeerMessage, type ShownPresence } from "./peer-message.ts";

/** How often one peer may ask for everything it misses, which may mean encoding the whole wire doc. */
const QUESTIONS_AT_ONCE = 8;
const QUESTIONS_PER_SECOND = 1;

/** What becomes of a message: y-webrtc sees it or does not, and some of them matter to us as well. */
export type Admission =
  | { readonly kind: "answer"; readonly message: Bytes }
  | { readonly kind: "pass"; readonly message: Bytes }
  | { readonly kind: "question"; readonly holdings: readonly Holding[] }
  | { readonly kind: "refuse" };

const REFUSE: Admission = { kind: "refuse" };

/** Under which client id one peer says that it shows presence, and under which it is shown here. */
export interface PresenceNames {
  /** What it has introduced itself as, or null while it has not. */
  readonly own: () => number | null;
  /** A name that nobody but this laptop knows, for this peer alone. */
  readonly here: number;
}

/**
 * Makes the judge of one peer's messages. `admitUpdate` judges what would change the wire doc: it returns what is to be
 * applied instead, or null for nothing. Of presences only the peer's own passes, under the name it has here: so nobody can
 * show or take away another's, and one peer never has more than one.
 */
export function createDoorkeeper(
  admitUpdate: (update: Uint8Array) => Uint8Array | null,
  now: () => number,
  names: PresenceNames,
): (message: Bytes) => Admission {
  let presenceClock = 0;
  let questions = QUESTIONS_AT_ONCE;
  let reckonedMs = now();

  function mayAsk(): boolean {
    const nowMs = now();
    const earned = ((nowMs - reckonedMs) / 1000) * QUESTIONS_PER_SECOND;
    questions = Math.min(QUESTIONS_AT_ONCE, questions + earned);
    reckonedMs = nowMs;
    if (questions < 1) return false;
    questions -= 1;
    return true;
  }

  function ownPresence(presences: readonly ShownPresence[]): Admission {
    const own = presences.find(({ client }) => client === names.own());
    if (own === undefined) return REFUSE;
    // The channel keeps the order, and what a peer claims about it is its own affair.
    presenceClock += 1;
    return { kind: "pass", message: encodePresence({ client: names.here, clock: presenceClock, state: own.state }) };
  }

  return (message) => {
    const parsed = parsePeerMessage(message);
    switch (parsed?.kind) {
      case undefined:
        return REFUSE;
      case "presence":
        return ownPresence(parsed.presences);
      case "question":
        return mayAsk() ? { kind: "question", holdings: parsed.holdings } : REFUSE;
      case "presence-question":
        return mayAsk() ? { kind: "pass", message } : REFUSE;
      case "update":
      case "answer": {
        const update = admitUpdate(parsed.update);
        if (update === null) return REFUSE;
        const admitted = update === parsed.update ? message : encodeSync(parsed.kind, update);
        return { kind: parsed.kind === "answer" ? "answer" : "pass", message: admitted };
      }
    }
  };
}
