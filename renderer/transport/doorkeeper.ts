import type { Bytes } from "../../shared/crypto/bytes.ts";
import { parsePeerMessage } from "./peer-message.ts";

/** How often one peer may ask for everything it misses, which may mean encoding the whole wire doc. */
const QUESTIONS_AT_ONCE = 8;
const QUESTIONS_PER_SECOND = 1;

/** What a doorkeeper says of a message: y-webrtc may see it, or not, or may and it answers our question. */
export type Admission = "answer" | "pass" | "refuse";

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
        return "refuse";
      case "presence":
        return "pass";
      case "question":
      case "presence-question":
        return mayAsk() ? "pass" : "refuse";
      case "update":
        return admitUpdate(parsed.update) ? "pass" : "refuse";
      case "answer":
        return admitUpdate(parsed.update) ? "answer" : "refuse";
    }
  };
}
