import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANNA, MIO, openTable, type Table } from "./table.ts";

/** What two people begin with in the same empty text. */
const BEGINNINGS = [
  ["I want to sleep.", "We meet on Thursday."],
  ["I want to sleep.", "I want to sleep."],
  ["I am here.", "I am not."],
  ["😀 good", "😃 also"],
  ["أريد أن أنام", "眠りたい"],
  ["One.\nTwo.", "Three.\nFour."],
] as const;

describe("two who begin in the same empty text", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());

  /** Expects each one’s words whole under their own name, in this order or the other. */
  const expectBoth = async (annas: string, mios: string): Promise<void> => {
    const lines = await table.agree();
    const of = (name: string): string =>
      lines
        .map((line) => [...line.matchAll(new RegExp(`${name}‹([^›]*)›`, "g"))].map(([, words]) => words).join(""))
        .filter((line) => line !== "")
        .join("\n");
    expect([of("Anna"), of("Mio")]).toEqual([annas, mios]);
    expect(lines.join("")).not.toContain("nobody");
  };

  it.each(BEGINNINGS)("keeps each letter once when both write while apart: %j and %j", async (annas, mios) => {
    await table.begin();
    await table.write(ANNA, ...annas.split("\n"));
    await table.write(MIO, ...mios.split("\n"));
    await expectBoth(annas, mios);
  });

  it.each(BEGINNINGS)(
    "keeps each letter once when both press their first key at one instant: %j and %j",
    async (annas, mios) => {
      await table.begin();
      const [first, second] = [Array.from(annas), Array.from(mios)];
      for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
        for (const [seat, letter] of [
          [ANNA, first[at]],
          [MIO, second[at]],
        ] as const) {
          if (letter === undefined) continue;
          await table.focus(seat);
          if (letter === "\n") await table.press("Enter");
          else await table.page.keyboard.insertText(letter);
        }
        await table.tell(ANNA, MIO);
        await table.tell(MIO, ANNA);
      }
      await expectBoth(annas, mios);
    },
  );

  it.each(BEGINNINGS)("keeps each letter once when the words come late, key by key: %j and %j", async (annas, mios) => {
    await table.begin();
    for (const [seat, words] of [
      [ANNA, annas],
      [MIO, mios],
    ] as const) {
      await table.focus(seat);
      for (const letter of words) {
        if (letter === "\n") await table.press("Enter");
        else await table.page.keyboard.insertText(letter);
      }
      await table.tell(ANNA, MIO);
    }
    await expectBoth(annas, mios);
  });
});
