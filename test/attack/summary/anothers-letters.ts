import { base64urlnopad } from "@scure/base";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { SUMMARY_DOC } from "../../../shared/meeting/owned-id.ts";
import { lettersOf, LETTERS, NOBODY } from "../../../shared/text/letters.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import { type, until, type Place } from "../place.ts";
import { samirasClientId } from "../utterances/anothers-words.ts";
import { deletionOf, editOf, structOf, structsOf, varint, varstring, wordsUnder } from "../yjs-updates.ts";
import { REFUSED_CONTENTS } from "./odd-contents.ts";

// Yjs's bytes for kinds of structs (yjs/src/structs): a string, a style, and what hangs on a place to its left and its right.
const STRING = 4;
const STYLE = 6;
const ORIGIN = 0x80;
const RIGHT_ORIGIN = 0x40;

/** Edits of the summary that no document may take in: each ends its feed, on every laptop. */
function refused(name: string, makeEdits: (place: Place) => Promise<readonly ((own: number) => Bytes)[]>): Attack {
  return inAMeeting(name, "P2", async (place) => {
    const edits = await makeEdits(place);
    for (const edit of edits) {
      const pen = await place.thief.pen();
      await pen.edit(SUMMARY_DOC, edit(pen.clientId));
    }
    await place.settle();
    return {
      tried: edits.length,
      harms: [...(await shownAsPutAside(place)), ...(await notAllPutAside(place, edits.length))],
    };
  });
}

async function notAllPutAside({ laptops, patienceMs }: Place, count: number): Promise<readonly string[]> {
  const enough = (at: Place["laptops"][number]): boolean => at.session.view().quarantines.length >= count;
  await until("all of them to be refused", () => laptops.every(enough), patienceMs).catch(() => undefined);
  return laptops.filter((at) => !enough(at)).map(({ name }) => `${name} laptop took in what it has to refuse`);
}

/** A style that begins twice and ends once: Yjs deletes one of the two wherever it comes from elsewhere. */
function untidyStyles(own: number): Bytes {
  const style = (value: string): readonly number[] => [...varstring("bold"), ...varstring(value)];
  const behind = (clock: number): readonly number[] => [...varint(own), ...varint(clock)];
  return structsOf(own, 0, [
    [STYLE, [1, ...varstring(LETTERS), ...style("true")]],
    [STYLE | ORIGIN, [...behind(0), ...style("true")]],
    [STRING | ORIGIN, [...behind(1), ...varstring("x")]],
    [STYLE | ORIGIN, [...behind(2), ...style("null")]],
    [STYLE | ORIGIN, [...behind(3), ...style("null")]],
  ]);
}

/** In the summary everyone deletes their own letters, and crosses out those of others. */
export const takingAnothersLetters: readonly Attack[] = [
  refused("delete another's letters from the summary", async (place) => {
    const client = await samirasClientId(place);
    return [
      () => deletionOf([{ client, clock: 0, length: 2 ** 20 }]),
      (own) =>
        deletionOf([
          { client: own, clock: 0, length: 1 },
          { client, clock: 0, length: 3 },
        ]),
      () => deletionOf([{ client, clock: 2 ** 20, length: 1 }]),
    ];
  }),
  refused("delete the start of the first line, which is nobody's", async () => [
    () => deletionOf([{ client: NOBODY, clock: 0, length: 1 }]),
  ]),
  refused("have honest laptops tidy up styles, and so delete another's letters", async () => [
    untidyStyles,
    (own) => editOf(own, (doc) => lettersOf(doc).insert(0, "words", { bold: true })),
  ]),
  refused("put things into the summary that could hold other things", async () =>
    REFUSED_CONTENTS.map((odd) => (own: number) => editOf(own, odd)),
  ),
  inAMeeting("state as one's own what still stands, in a way that deletes another's letters", "P2", async (place) => {
    const client = await samirasClientId(place);
    const updates = [
      deletionOf([{ client, clock: 0, length: 2 ** 20 }]),
      structOf(client, 0, 1, [...varint(0), ...varint(0), 100]),
      structOf(client, 0, 0, [100]),
    ];
    for (const update of updates) {
      const pen = await place.thief.pen();
      const body = {
        kind: "words-condensed",
        doc: "summary/0",
        others: [],
        update: base64urlnopad.encode(update),
        asked: null,
      };
      await pen.state(body as never); // names as they are written
    }
    return { tried: updates.length, harms: await shownAsPutAside(place) };
  }),
  inAMeeting("insert letters inside another's emoji", "P2", async (place) => {
    const [, { session }] = place.laptops;
    const client = await samirasClientId(place);
    const known = new Set(lettersUnder(place, client));
    type(session.summary.text.doc, "😴");
    await place.settle();
    place.lookAgain();
    const emoji = lettersUnder(place, client).find((clock) => !known.has(clock)) ?? 0;
    const between: readonly (readonly [number, number])[] = [
      [emoji, emoji],
      [emoji, emoji + 1],
      [emoji - 1, emoji],
    ];
    for (const [left, right] of between) {
      const pen = await place.thief.pen();
      const body = [...varint(client), ...varint(left), ...varint(client), ...varint(right), ...varstring("x")];
      await pen.edit(SUMMARY_DOC, structOf(pen.clientId, 0, STRING | ORIGIN | RIGHT_ORIGIN, body));
    }
    await place.settle();
    const torn = place.laptops.filter((at) => JSON.stringify(at.session.summaryText()).includes("\ufffd"));
    return { tried: between.length, harms: torn.map(({ name }) => `${name} laptop shows half an emoji`) };
  }),
  inAMeeting("tear apart one's own emoji that is written as two halves", "P5", async (place) => {
    const pen = await place.thief.pen();
    await pen.edit(SUMMARY_DOC, wordsUnder(pen.clientId, "a😴b"));
    const other = await place.thief.pen();
    const [left, right] = [1, 2].map((clock) => [...varint(pen.clientId), ...varint(clock)]);
    const body = [...(left ?? []), ...(right ?? []), ...varstring("x")];
    await other.edit(SUMMARY_DOC, structOf(other.clientId, 0, STRING | ORIGIN | RIGHT_ORIGIN, body));
    return { tried: 1 };
  }),
  inAMeeting("write before the start of the first line", "P5", async (place) => {
    const [{ session }] = place.laptops;
    const pen = await place.thief.pen();
    const before = [...varint(NOBODY), ...varint(0), ...varstring("before the start")];
    await pen.edit(SUMMARY_DOC, structOf(pen.clientId, 0, STRING | RIGHT_ORIGIN, before));
    await place.settle();
    type(session.summary.text.doc, "Ellen goes on. ");
    await place.settle();
    place.lookAgain();
    const shows = ({ session: one }: Place["laptops"][number], words: string): boolean =>
      JSON.stringify(one.summaryText()).includes(words);
    const lost = place.laptops.filter((at) => !shows(at, "Ellen goes on. "));
    const read = place.laptops.filter((at) => shows(at, "before the start"));
    return {
      tried: 1,
      harms: [
        ...lost.map(({ name }) => `${name} laptop does not show what Ellen typed then`),
        ...read.map(({ name }) => `${name} laptop shows what stands before the first line`),
      ],
    };
  }),
];

/** The numbers of a client's letters in the summary, as Ellen's laptop has them. */
function lettersUnder({ laptops: [{ session }] }: Place, client: number): readonly number[] {
  return session.summary.text.lines
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.client === client)
    .flatMap(({ clock, letters }) => Array.from({ length: letters }, (_, at) => clock + at));
}
