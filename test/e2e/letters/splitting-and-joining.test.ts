import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANNA, MIO, openTable, type Table } from "./table.ts";
import { STRUCTURAL } from "./structural-keys.ts";

/** Every letter is there once, so it can be found again. */
const LINES = ["abc def ghij", "klmnopqrs", "tuvwxyz"];
const LETTERS = LINES.join("").replaceAll(" ", "");

describe("what Mio does to Anna’s lines", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());

  /** Which letters are Anna’s, in alphabetical order. A letter that stands under anyone else fails the test. */
  const annas = async (): Promise<string> => {
    const lines = await table.agree();
    const words = lines.map((line) => line.replace(/^# ?/, "").replaceAll(/Anna‹([^›]*)›/g, "$1"));
    const others = words.join("").replaceAll(/Mio‹[ \u2028X]*›|[ \u2028X]/g, "");
    return Array.from(others).sort().join("");
  };
  const without = (letters: string, removed: string): string =>
    Array.from(letters)
      .filter((letter) => !removed.includes(letter))
      .sort()
      .join("");

  for (const { name, from, to, keys, heading, leaves, removes } of STRUCTURAL) {
    const act = async (): Promise<void> => {
      await table.select(MIO, from, to);
      if (heading === true) await table.button(MIO, "Heading").click();
      await table.press(...keys);
    };

    it(`keeps every letter that stands Anna’s when Mio presses ${name}`, async () => {
      await table.beginWith(LINES);
      await act();
      expect(await table.agree()).toEqual(leaves);
      expect(await annas()).toBe(without(LETTERS, removes));
    });

    it(`keeps what Anna types in each of the lines while Mio presses ${name}`, async () => {
      for (const [line, at] of [
        [0, 0],
        [0, 6],
        [0, 12],
        [1, 4],
      ] as const) {
        await table.beginWith(LINES);
        await table.typeAt(ANNA, [line, at], "ABC");
        await act();
        expect(await annas()).toBe(without(`${LETTERS}ABC`, removes));
      }
    });

    it(`keeps every letter once when both press ${name} at one instant, and when Anna presses another key`, async () => {
      await table.beginWith(LINES);
      await act();
      await table.select(ANNA, from, to);
      if (heading === true) await table.button(ANNA, "Heading").click();
      await table.press(...keys);
      expect(await annas()).toBe(without(LETTERS, removes));
      for (const { spot, key } of [
        { spot: [0, 5], key: "Enter" },
        { spot: [1, 0], key: "Backspace" },
      ] as const) {
        await table.beginWith(LINES);
        await table.select(ANNA, spot);
        await table.press(key);
        await act();
        expect(await annas()).toBe(without(LETTERS, removes));
      }
    });

    it(`keeps every letter once when Mio presses ${name} while apart, and Anna goes on in the same lines`, async () => {
      await table.beginWith(LINES);
      await act();
      await table.typeAt(MIO, [0, 0], "X");
      await table.typeAt(ANNA, [0, 4], "A");
      await table.press("Enter");
      await table.select(ANNA, [2, 0]);
      await table.press("Backspace");
      await table.page.keyboard.type("B");
      await table.button(ANNA, "Heading").click();
      expect(await annas()).toBe(without(`${LETTERS}AB`, removes));
    });
  }

  it("keeps Anna’s letters hers when Mio makes her line a heading, and a paragraph again", async () => {
    await table.beginWith(LINES);
    await table.select(MIO, [1, 3]);
    await table.button(MIO, "Heading").click();
    expect(await table.agree()).toEqual(["Anna‹abc def ghij›", "# Anna‹klmnopqrs›", "Anna‹tuvwxyz›"]);
    await table.button(MIO, "Heading").click();
    expect(await table.agree()).toEqual(LINES.map((line) => `Anna‹${line}›`));
  });

  it("keeps what Anna types and deletes itself hers, while Mio splits beside each letter", async () => {
    await table.beginWith(["abcdef"]);
    for (let at = 1; at <= 5; at += 1) {
      await table.select(MIO, [at - 1, 1]);
      await table.press("Enter");
      await table.select(ANNA, [at - 1, 0]);
      await table.page.keyboard.type(String(at));
      await table.agree();
    }
    expect(await table.agree()).toEqual(["Anna‹1a›", "Anna‹2b›", "Anna‹3c›", "Anna‹4d›", "Anna‹5e›", "Anna‹f›"]);
  });
});
