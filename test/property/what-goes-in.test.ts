import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRecord, type Statement } from "../../shared/consent/record.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { wordingsOf } from "../../shared/meeting/corrections.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { readerOf, utteranceOf } from "../cast/owned-ids.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { ellen, everyone, samira } from "../cast/seven-voices.ts";
import { isPersonIn } from "../cast/the-person.ts";
import { line, meetingOf, told, type StatedLine } from "../cast/whatever-is-stated.ts";

const gp = await readerOf(ellen, 1);
const [words, differently] = [await utteranceOf(ellen, 1), await utteranceOf(ellen, 2)];
const plainly = { after: null, answers: null, phase: "conversation" as const };

/** Words of Ellen's and a reader whom she has named, and what anyone says of both. */
const aboutThem: fc.Arbitrary<StatedLine> = fc.record({
  voice: fc.constantFrom(...everyone, ellen, ellen, samira, samira),
  session: fc.constant(0),
  later: fc.integer({ min: 1, max: 9 }),
  body: fc.oneof(
    fc
      .record({ utterance: fc.constantFrom(words, differently), may: fc.boolean() })
      .map((body): Statement => ({ kind: "words-for-record", ...body })),
    fc
      .record({ name: fc.constantFrom("The GP", "The school"), may: fc.constantFrom(true, true, false) })
      .map((body): Statement => ({ kind: "reader-permitted", reader: gp, ...body })),
  ),
});
const byEllen = (body: Statement): StatedLine => ({ voice: ellen, session: 0, later: 1, body });
const ellens: fc.Arbitrary<StatedLine> = fc
  .oneof(
    fc.constantFrom<Statement>(
      { kind: "utterance-begun", utterance: words, ...plainly },
      { kind: "utterance-begun", utterance: differently, ...plainly, after: words, corrects: words },
    ),
    fc.constantFrom("The GP", "The school").map((name): Statement => ({ kind: "reader-named", reader: gp, name })),
  )
  .map(byEllen);
const whatever = (most: number) =>
  meetingOf(
    most,
    fc.oneof({ arbitrary: line, weight: 2 }, { arbitrary: aboutThem, weight: 2 }, { arbitrary: ellens, weight: 1 }),
  );

/** Whether a voice has said of these words, on its own device or aloud, that they may or may not go into the record. */
function hasSaid(statements: readonly Stated<Statement>[], voice: VoiceId, utterance: UtteranceId, may: boolean) {
  return statements.some(({ voice: by, body }) => {
    const said = body.kind === "spoken" ? { by: body.voice, says: body.says } : { by, says: body };
    return (
      said.by === voice &&
      said.says.kind === "words-for-record" &&
      said.says.utterance === utterance &&
      said.says.may === may
    );
  });
}

describe("which words go into the record, whatever is stated", () => {
  it("is for nobody but their voice to say: they are kept out only by its own word, about these or about how it put them before", () => {
    let [keptOut, letIn] = [0, 0];
    fc.assert(
      fc.property(whatever(40), (lines) => {
        const statements = told(lines);
        const { utterances } = foldRecord(meeting, statements).meeting;
        for (const { id, voice, forRecord } of utterances.values()) {
          if (forRecord) letIn += 1;
          if (forRecord) continue;
          keptOut += 1;
          const wordings = wordingsOf(utterances, id);
          expect(wordings.some((one) => hasSaid(statements, voice, one, false))).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
    expect(keptOut).toBeGreaterThan(20);
    expect(letIn).toBeGreaterThan(20);
  });

  it("does not change by what others say of them, whoever they are and whenever they say it", () => {
    let tried = 0;
    fc.assert(
      fc.property(whatever(40), fc.boolean(), (lines, may) => {
        const { utterances } = foldRecord(meeting, told(lines)).meeting;
        const others = [...utterances.values()].flatMap(({ id, voice }) =>
          lines
            .filter((line) => line.voice.id !== voice)
            .slice(0, 3)
            .map((line) => ({ ...line, later: 1, body: { kind: "words-for-record" as const, utterance: id, may } })),
        );
        tried += others.length;
        const after = foldRecord(meeting, told([...lines, ...others])).meeting.utterances;
        for (const { id, forRecord } of utterances.values()) expect(after.get(id)?.forRecord).toBe(forRecord);
      }),
      { numRuns: 300 },
    );
    expect(tried).toBeGreaterThan(100);
  });
});

describe("who outside the room may read it, whatever is stated", () => {
  it("has the yes of the person at the centre, given to that very name", () => {
    let [permitted, without] = [0, 0];
    fc.assert(
      fc.property(whatever(40), (lines) => {
        const statements = told(lines);
        const state = foldRecord(meeting, statements).meeting;
        for (const reader of state.readers.values()) {
          if (!reader.permitted) without += 1;
          if (!reader.permitted) continue;
          permitted += 1;
          const yes = statements.some(
            ({ voice, body }) =>
              isPersonIn(state, voice) &&
              body.kind === "reader-permitted" &&
              body.reader === reader.id &&
              body.name === reader.name &&
              body.may,
          );
          expect(yes).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
    expect(permitted).toBeGreaterThan(5);
    expect(without).toBeGreaterThan(5);
  });
});
