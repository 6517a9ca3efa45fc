import { SUMMARY_DOC } from "../../../shared/meeting/owned-id.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { ODD_CONTENTS } from "./odd-contents.ts";
import { samirasClientId } from "../utterances/anothers-words.ts";
import { deletionOf, editOf, structOf, varint } from "../yjs-updates.ts";

export const breakingTheSummary: readonly Attack[] = [
  inAMeeting("put things into the summary that are no text", "P5", async ({ thief, laptops }) => {
    for (const odd of ODD_CONTENTS) {
      const pen = await thief.pen();
      await pen.edit(SUMMARY_DOC, editOf(pen.clientId, odd));
    }
    const polluted = Object.hasOwn(Object.prototype, "polluted");
    for (const { session } of laptops) session.summaryText();
    return { tried: ODD_CONTENTS.length, harms: polluted ? ["a name in the summary reached every object"] : [] };
  }),
  inAMeeting("delete from the summary in a pathological way", "P5", async (place, stage) => {
    const { thief } = place;
    const { chance } = stage;
    const sets = [
      Array.from({ length: scaled(stage, 100_000) }, (_, index) => ({ client: 9, clock: index * 2 + 1, length: 1 })),
      Array.from({ length: scaled(stage, 20_000) }, () => ({ client: chance.next(), clock: chance.next(), length: 1 })),
      [{ client: 12, clock: 0, length: 2 ** 52 }],
      [{ client: 12, clock: 5, length: 0 }],
      [{ client: 12, clock: 2 ** 53 - 1, length: 2 ** 53 - 1 }],
      Array.from({ length: scaled(stage, 5000) }, () => ({ client: 13, clock: 0, length: 1 + chance.below(100_000) })),
    ];
    const began = performance.now();
    for (const ranges of sets) await (await thief.pen()).edit(SUMMARY_DOC, deletionOf(ranges));
    await place.settle();
    const tookMs = performance.now() - began;
    return { tried: sets.length, harms: tookMs > 10_000 ? [`deleting nothing took ${tookMs.toFixed()} ms`] : [] };
  }),
  inAMeeting("edit the summary so that everyone waits for what never comes", "P5", async (place, stage) => {
    const { thief } = place;
    const client = await samirasClientId(place);
    const far = 2 ** 27;
    const edits = scaled(stage, 300);
    const began = performance.now();
    for (let count = 0; count < edits; count += 1) {
      const pen = await thief.pen();
      // A letter that hangs on a place of Samira's which she may reach in a year.
      const origin = count % 2 === 0 ? far + count : 40 + count;
      const body = [...varint(client), ...varint(origin), 1, 120];
      await pen.edit(SUMMARY_DOC, structOf(pen.clientId, 0, 0x84, body));
    }
    await place.settle();
    const tookMs = performance.now() - began;
    return { tried: edits, harms: tookMs > 10_000 ? [`waiting for nothing took ${tookMs.toFixed()} ms`] : [] };
  }),
  inAMeeting("edit the summary with structs that hang on themselves", "P5", async ({ thief }) => {
    const bodies = (own: number): readonly (readonly [number, readonly number[]])[] => [
      [0x84, [...varint(own), 0, 1, 120]],
      [0x44, [...varint(own), 0, 1, 120]],
      [0xc4, [...varint(own), 5, ...varint(own), 0, 1, 120]],
      [0x04, [0, ...varint(own), 0, 1, 120]],
      [0x80, [...varint(own), 0]],
      [0x84, [...varint(own), 0, 0]],
    ];
    for (let form = 0; form < 6; form += 1) {
      const pen = await thief.pen();
      const [info, body] = bodies(pen.clientId)[form] ?? [0, []];
      await pen.edit(SUMMARY_DOC, structOf(pen.clientId, 0, info, body));
    }
    return { tried: 6 };
  }),
];
