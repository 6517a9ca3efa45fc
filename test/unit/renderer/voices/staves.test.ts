import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UtteranceId } from "../../../../shared/feed/ids.ts";
import type { Mark, VoicesPicture } from "../../../../shared/meeting/voices-picture.ts";
import { roomsOf, sheetsOf, stavesOf } from "../../../../renderer/voices/staves.ts";
import { stripMarks } from "../../../../renderer/voices/strip-marks.ts";
import { everyone, samira } from "../../../cast/seven-voices.ts";

const id = (number: number) => `u${String(number)}` as UtteranceId; // a name is enough here

/** A picture in which so many have spoken in turn, with a free place before each of `quietBefore`. */
function pictureOf(
  count: number,
  quietBefore: readonly number[] = [],
  reflecting: readonly number[] = [],
): VoicesPicture {
  const marks: Mark[] = [];
  const quiet: number[] = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    if (quietBefore.includes(number)) {
      quiet.push(at);
      at += 1;
    }
    const voice = (everyone[number % everyone.length] ?? samira).id;
    const reflection = reflecting.includes(number);
    marks.push({ utterance: id(number), voice, at, answers: null, reflection, scribe: null, confirmed: true });
    at += 1;
  }
  return { lines: everyone.map((one) => ({ voice: one.id, heard: true })), marks, quiet, length: at };
}

const anyPicture = fc
  .record({ count: fc.nat(450), quiet: fc.array(fc.nat(450), { maxLength: 30 }) })
  .map(({ count, quiet }) => pictureOf(count, quiet));

describe("the sheets and staves of the picture", () => {
  it("have every mark once, in its order, and never more than can be drawn at once", () => {
    fc.assert(
      fc.property(anyPicture, fc.integer({ min: 1, max: 60 }), (picture, columns) => {
        const sheets = sheetsOf(picture);
        const staves = sheets.flatMap((sheet) => stavesOf(sheet, picture.quiet, columns));
        expect(staves.flatMap(({ marks }) => marks)).toEqual(picture.marks);
        expect(Math.max(...sheets.map((sheet) => sheet.length))).toBeLessThanOrEqual(200);
        for (const { from, marks, quiet } of staves) {
          for (const at of [...marks.map((mark) => mark.at), ...quiet]) {
            expect(at).toBeGreaterThanOrEqual(from);
            expect(at).toBeLessThan(from + columns);
          }
        }
      }),
    );
  });

  it("are one empty stave where nothing has been said", () => {
    const empty = pictureOf(0);
    expect(sheetsOf(empty)).toEqual([[]]);
    expect(stavesOf([], empty.quiet, 10)).toEqual([{ from: 0, marks: [], quiet: [] }]);
  });

  it("leave a place free where it was quiet, between the marks around it", () => {
    const { marks, quiet } = pictureOf(4, [2]);
    expect(stavesOf(marks, quiet, 10).map((stave) => stave.quiet)).toEqual([[2]]);
  });

  it("have one room for neighbouring reflections, and two where it was quiet between them", () => {
    expect(roomsOf(pictureOf(6, [], [1, 2, 4]).marks)).toEqual([
      [1, 2],
      [4, 4],
    ]);
    expect(roomsOf(pictureOf(3, [2], [1, 2]).marks)).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });
});

describe("the picture in small", () => {
  it("has at most one mark for each voice in each of its places, and every voice that has spoken", () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        const { marks, places } = stripMarks(picture);
        expect(new Set(marks.map(({ voice, place }) => `${String(place)} ${voice}`)).size).toBe(marks.length);
        expect(marks.every(({ place }) => place >= 0 && place < places)).toBe(true);
        expect(new Set(marks.map(({ voice }) => voice))).toEqual(new Set(picture.marks.map(({ voice }) => voice)));
      }),
    );
  });

  it("does not move what is drawn while someone goes on speaking, until it is full", () => {
    const placesOf = (count: number) => stripMarks(pictureOf(count)).marks.map(({ place }) => place);
    for (let count = 1; count < 48; count += 1) expect(placesOf(count + 1).slice(0, count)).toEqual(placesOf(count));
    expect(placesOf(49).at(-1)).toBe(24);
  });
});
