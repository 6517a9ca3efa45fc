import { describe, expect, it } from "vitest";
import { isEditLetGoOf } from "../../../../shared/consent/erasure.ts";
import { feedIdOf, type SessionId } from "../../../../shared/feed/ids.ts";
import { docOfUtterance } from "../../../../shared/meeting/owned-id.ts";
import { state } from "../../../cast/samiras-meeting.ts";
import { karim, samira } from "../../../cast/seven-voices.ts";

const session = "AAAAAAAAAAAAAAAAAAAAAA" as SessionId; // base64url of 16 bytes
const feed = feedIdOf(samira.id, session);
const [id] = state.order;
if (id === undefined) throw new Error("Samira said something first");
const doc = docOfUtterance(id);

/** Samira has said it with the fifth entry of her session. */
function saidState() {
  const utterance = id === undefined ? undefined : state.utterances.get(id);
  if (id === undefined || utterance === undefined) throw new Error("Samira said something first");
  return { ...state, utterances: new Map(state.utterances).set(id, { ...utterance, saidUntil: new Map([[feed, 4]]) }) };
}

describe("an edit of words that were said", () => {
  it("stands where it came before, and is let go of where their writer made it afterwards", () => {
    expect(isEditLetGoOf(saidState(), doc, { voice: samira.id, feed, seq: 3 })).toBe(false);
    expect(isEditLetGoOf(saidState(), doc, { voice: samira.id, feed, seq: 5 })).toBe(true);
  });

  it("is weighed like any other where somebody else made it, whenever it comes", () => {
    const place = { voice: karim.id, feed: feedIdOf(karim.id, session), seq: 0 };
    expect(isEditLetGoOf(saidState(), doc, place)).toBe(false);
  });
});
