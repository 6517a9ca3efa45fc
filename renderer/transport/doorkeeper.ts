import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { Holding } from "./holdings.ts";
import { parsePeerMessage } from "./peer-message.ts";

/** How often one peer may ask for everything it misses, which may mean encoding the whole wire doc. */
const QUESTIONS_AT_ONCE = 8;
const QUESTIONS_PER_SECOND = 1;

/** What becomes of a message: y-webrtc sees it or does not, and some of them matter to us as well. */
export type Admission =
  | { readonly kind: "answer" }
  | { readonly kind: "pass" }
  | { readonly kind: "question"; readonly holdings: readonly Holding[] }
  | { readonly kind: "refuse" };

const PASS: Admission = { kind: "pass" };
const REFUSE: Admission = { kind: "refuse" };

/** Makes the judge of one peer's messages. `admitUpdate` judges what would change the wire doc. */
export function createDoorkeeper(
  admitUpdate: (update: Uint8Array) => boolean,
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
        return PASS;
      case "question":
        return mayAsk() ? { kind: "question", holdings: parsed.holdings } : REFUSE;
      case "presence-question":
        return mayAsk() ? PASS : REFUSE;
      case "update":
        return admitUpdate(parsed.update) ? PASS : REFUSE;
      case "answer":
        return admitUpdate(parsed.update) ? { kind: "answer" } : REFUSE;
    }
  };
}
