import { SUMMARY_DOC } from "../../../shared/meeting/owned-id.ts";
import { LETTERS, marksOf, NOBODY } from "../../../shared/text/letters.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";
import { samirasClientId } from "../utterances/anothers-words.ts";
import { editOf, structOf, varstring } from "../yjs-updates.ts";

/** Yjs's byte for an embedded value (yjs/src/structs). */
const EMBED = 5;
/** How long it may take until all laptops have taken such marks in and read the summary again. */
const MOST_MS = 10_000;

/** Puts marks into the summary, one edit each, and has every laptop read it. */
function marking(
  name: string,
  makeMarks: (wish: {
    readonly client: number;
    readonly count: (full: number) => number;
  }) => readonly (readonly unknown[])[],
): Attack {
  return inAMeeting(name, "P5", async (place, stage) => {
    const marks = makeMarks({ client: await samirasClientId(place), count: (full) => scaled(stage, full) });
    const began = performance.now();
    for (const mark of marks) {
      const pen = await place.thief.pen();
      await pen.edit(
        SUMMARY_DOC,
        editOf(pen.clientId, (doc) => marksOf(doc).push([mark])),
      );
    }
    await place.settle();
    for (const { session } of place.laptops) session.summaryText();
    const tookMs = performance.now() - began;
    const slow = tookMs > MOST_MS ? [`reading what is marked took ${tookMs.toFixed()} ms`] : [];
    return { tried: marks.length, harms: [...slow, ...(await cannotGoOn(place))] };
  });
}

/** On which laptops the summary has no line to write in any more. */
async function cannotGoOn({ laptops }: Place): Promise<readonly string[]> {
  return laptops
    .filter(({ session }) => session.summary.text.lines.length === 0)
    .map(({ name }) => `${name} laptop has no line left in the summary`);
}

/** What anyone may say of letters, said in numbers that no editor uses. */
export const writingAbsurdMarks: readonly Attack[] = [
  marking("cross out the start of the first line, which is nobody's", () => [
    ["crossed-out", true, NOBODY, 0, 1],
    ["crossed-out", true, NOBODY, 0, 2 ** 52],
    ["heading", true, NOBODY, 0, 1],
  ]),
  marking("mark letters up to the end of all numbers", ({ client }) => [
    ["bold", true, client, 0, 2 ** 53],
    ["bold", true, client, 1, Number.MAX_SAFE_INTEGER],
    ["italic", true, client, 0, Number.MAX_SAFE_INTEGER],
    ["bold", true, client, Number.MAX_SAFE_INTEGER, 1],
    ["crossed-out", true, client, 2 ** 40, 2 ** 52],
    ["crossed-out", true, Number.MAX_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER],
    ["bold", true, client, 0, 0],
    ["bold", true, 0.5, 0, 1],
  ]),
  marking("mark as many ranges as an edit can hold", ({ client, count }) => {
    const ranges = (make: (index: number) => readonly number[]): readonly number[] =>
      Array.from({ length: count(250_000) }, (_, index) => make(index)).flat();
    const most = count(250_000);
    return [
      // Side by side, one in the other, and of as many clients.
      ["bold", true, ...ranges((index) => [client, index * 2, 1])],
      ["italic", true, ...ranges((index) => [client, index, (most - index) * 2])],
      ["bold", false, ...ranges((index) => [index + 1, 0, 1])],
    ];
  }),
  marking("mark with as many marks as an edit can hold", ({ client, count }) => {
    const most = count(20_000);
    return Array.from({ length: 3 }, () => [
      "bold",
      true,
      ...Array.from({ length: most }, () => [client, 0, 1]).flat(),
    ]);
  }),
  inAMeeting("put embedded things into the summary that are no letters", "P5", async (place, stage) => {
    const lie = "I agree to all. ".repeat(scaled(stage, 50_000));
    const things = [
      { letter: lie },
      [lie],
      lie,
      ["\ud83d"],
      ["\ude00\ud83d"],
      ["ab"],
      ["😀", "😀"],
      [["😀"]],
      null,
      5,
      true,
    ];
    for (const thing of things) {
      const pen = await place.thief.pen();
      const body = [1, ...varstring(LETTERS), ...varstring(JSON.stringify(thing))];
      await pen.edit(SUMMARY_DOC, structOf(pen.clientId, 0, EMBED, body));
    }
    await place.settle();
    const shown = place.laptops.filter(({ session }) =>
      /agree to all|\ufffd|😀/.test(JSON.stringify(session.summaryText())),
    );
    return { tried: things.length, harms: shown.map(({ name }) => `${name} laptop shows as letters what is none`) };
  }),
];
