import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRecord } from "../../shared/consent/record.ts";
import { voicesPicture } from "../../shared/meeting/voices-picture.ts";
import { tellVoices, type Told } from "../../shared/meeting/voices-told.ts";
import { anyRecord, type AnyRecord } from "../cast/any-record.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { meetingOf, told } from "../cast/whatever-is-stated.ts";

/** What stands in the record as said. */
function standing({ order, utterances, erased }: AnyRecord) {
  return order
    .map((id) => utterances.get(id))
    .filter((one) => one !== undefined)
    .filter(({ id, said, withdrawn, correctedBy }) => said && !withdrawn && correctedBy === null && !erased.has(id));
}

describe("the picture of the voices", () => {
  it("has one mark for each utterance that stands, in its order, and none for any other", () => {
    fc.assert(
      fc.property(anyRecord, (state) => {
        const { marks } = voicesPicture(state);
        expect(marks.map(({ utterance, voice }) => [utterance, voice])).toEqual(
          standing(state).map(({ id, voice }) => [id, voice]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("is the same whatever the order in which everything arrived", () => {
    fc.assert(
      fc.property(
        meetingOf(60)
          .map(told)
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
        ([all, arrived]) => {
          const pictureOf = (stated: typeof all) => voicesPicture(foldRecord(meeting, stated).meeting);
          expect(pictureOf(arrived)).toEqual(pictureOf(all));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("leaves a place to each mark alone, and no clock can make more than one place free before it", () => {
    fc.assert(
      fc.property(anyRecord, (state) => {
        const { marks, quiet, length } = voicesPicture(state);
        const places = [...marks.map(({ at }) => at), ...quiet].sort((a, b) => a - b);
        expect(places).toEqual(Array.from({ length }, (_, place) => place));
        expect(quiet.every((at) => !quiet.includes(at + 1))).toBe(true);
        expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it("has one line for each voice that has a mark or takes part, and says truly who has been heard", () => {
    fc.assert(
      fc.property(anyRecord, (state) => {
        const { lines, marks } = voicesPicture(state);
        const drawn = lines.map(({ voice }) => voice);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn).toEqual(expect.arrayContaining(marks.map(({ voice }) => voice)));
        for (const { voice, heard } of lines) {
          expect(heard).toBe(marks.some((mark) => mark.voice === voice && mark.confirmed));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps every voice’s line where it is, whatever is said", () => {
    fc.assert(
      fc.property(anyRecord, (state) => {
        const known = (record: AnyRecord) =>
          voicesPicture(record)
            .lines.map(({ voice }) => voice)
            .filter((id) => state.voices.has(id));
        const silent = known({ ...state, order: [] });
        expect(known(state).filter((voice) => silent.includes(voice))).toEqual(silent);
      }),
      { numRuns: 500 },
    );
  });

  it("has answers only to what stands, and none of anything to itself", () => {
    fc.assert(
      fc.property(anyRecord, (state) => {
        const { marks } = voicesPicture(state);
        const stands = new Set(marks.map(({ utterance }) => utterance));
        for (const { utterance, answers } of marks) {
          if (answers === null) continue;
          expect(stands.has(answers)).toBe(true);
          expect(answers).not.toBe(utterance);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the picture told in words", () => {
  const namedIn = (one: Told) => ("voices" in one ? one.voices : "voice" in one ? [one.voice] : []);

  it("names everyone who has a mark and no one else, and those who have not been heard", () => {
    fc.assert(
      fc.property(anyRecord, (state) => {
        const picture = voicesPicture(state);
        const { passages, notHeard } = tellVoices(picture);
        const named = new Set(passages.flat().flatMap(namedIn));
        expect(named).toEqual(new Set(picture.marks.map(({ voice }) => voice)));
        expect(notHeard).toEqual(picture.lines.filter(({ heard }) => !heard).map(({ voice }) => voice));
      }),
      { numRuns: 500 },
    );
  });
});
