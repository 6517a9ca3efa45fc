import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { Holding } from "./holdings.ts";
import { encodeSync, parsePeerMessage } from "./peer-message.ts";

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

/**
 * Makes the judge of one peer's messages. `admitUpdate` judges what would change the wire doc: it returns what is to be
 * applied instead, or null for nothing.
 */
export function createDoorkeeper(
  admitUpdate: (update: Uint8Array) => Uint8Array | null,
  now: () => number,
): (message: Bytes) => Admission {
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

  return (message) => {
    const parsed = parsePeerMessage(message);
    switch (parsed?.kind) {
      case undefined:
        return REFUSE;
      case "presence":
        return { kind: "pass", message };
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
