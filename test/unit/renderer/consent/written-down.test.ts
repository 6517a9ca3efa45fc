import { describe, expect, it } from "vitest";
import { answersWrittenDown } from "../../../../renderer/consent/written-down.ts";
import type { Unwitnessed } from "../../../../shared/consent/spoken.ts";
import type { Digest, FeedId, UtteranceId, VoiceId } from "../../../../shared/feed/ids.ts";

// A branded id has no other constructor than a cast; these name nothing real.
const [jo, nadia, ellen] = ["jo", "nadia", "ellen"] as [VoiceId, VoiceId, VoiceId];
// The same of these two texts.
const [text, earlier] = ["text", "earlier"] as [Digest, Digest];
// The same of a feed.
const feed = "ellen/1" as FeedId;
// And of what was said.
const utterance = "door" as UtteranceId;

const aloud = (seq: number, voice: VoiceId, says: Unwitnessed["says"]): Unwitnessed => ({
  feed,
  seq,
  voice,
  scribe: ellen,
  says,
});

describe("answers that wait for a witness", () => {
  it("are those to this text, and of each voice the last", () => {
    const written = answersWrittenDown(
      [
        aloud(0, jo, { kind: "consent-withheld", digest: text, words: "" }),
        aloud(1, jo, { kind: "consent-taken-back", digest: text }),
        aloud(2, nadia, { kind: "consent-withheld", digest: earlier, words: "" }),
      ],
      text,
    );
    expect([...written]).toEqual([[jo, "consent-taken-back"]]);
  });

  it("are not what someone says of words", () => {
    expect(answersWrittenDown([aloud(0, jo, { kind: "words-confirmed", utterance })], text).size).toBe(0);
  });
});
