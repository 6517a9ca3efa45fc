import fc from "fast-check";
import { expect, it } from "vitest";
import { foldRecord } from "../../shared/consent/record.ts";
import { utteranceOf } from "../cast/owned-ids.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { ellen, everyone, layla } from "../cast/seven-voices.ts";
import { meetingOf, told, type StatedLine } from "../cast/whatever-is-stated.ts";

const scribed = await utteranceOf(ellen, 7);
const begun: StatedLine = {
  voice: ellen,
  session: 0,
  later: 1,
  body: {
    kind: "utterance-begun",
    utterance: scribed,
    after: null,
    answers: null,
    phase: "conversation",
    speaker: layla.id,
  },
};

/** Any meeting, in which Ellen writes down what Layla says, and anybody says that those are their words. */
const withScribed = fc
  .tuple(meetingOf(30), fc.array(fc.record({ by: fc.constantFrom(...everyone), at: fc.nat(60) }), { maxLength: 3 }))
  .map(([lines, confirming]) => {
    const all = [...lines, begun];
    for (const { by, at } of confirming) {
      const body = { kind: "words-confirmed", utterance: scribed } as const;
      all.splice(Math.min(at, all.length), 0, { voice: by, session: 1, later: 1, body });
    }
    return all;
  });

it("in any meeting, words that someone wrote down for another are confirmed by nobody but the voice whose words they are", () => {
  let [confirmed, unconfirmed] = [0, 0];
  fc.assert(
    fc.property(withScribed, (lines) => {
      const statements = told(lines);
      for (const utterance of foldRecord(meeting, statements).meeting.utterances.values()) {
        if (utterance.scribe === null) continue;
        if (!utterance.confirmed) {
          unconfirmed += 1;
          continue;
        }
        confirmed += 1;
        const isStoodBy = statements.some(({ voice, body }) => {
          // Aloud it is said of the voice; what nobody has witnessed does not come so far.
          const said = body.kind === "spoken" ? { voice: body.voice, says: body.says } : { voice, says: body };
          return (
            said.voice === utterance.voice &&
            said.says.kind === "words-confirmed" &&
            said.says.utterance === utterance.id
          );
        });
        expect(isStoodBy).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(unconfirmed).toBeGreaterThan(20);
  expect(confirmed).toBeGreaterThan(5);
});
