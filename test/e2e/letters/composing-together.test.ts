import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPOSITIONS, composeWord } from "./input-method.ts";
import { ANNA, MIO, openTable, type Aside, type Spot, type Table } from "./table.ts";

interface Meanwhile {
  readonly name: string;
  readonly from: Spot;
  readonly to?: Spot;
  readonly does: Aside;
  /** The lines then; `*` is the word that Mio composed. */
  readonly leaves: readonly string[];
}

/** What Anna does to “above”, “abc def” and “below” while Mio composes a word before the “d”. */
const MEANWHILE: readonly Meanwhile[] = [
  { name: "types before it", from: [1, 0], does: { types: "A" }, leaves: ["above", "Aabc *def", "below"] },
  { name: "types behind it", from: [1, 7], does: { types: "A" }, leaves: ["above", "abc *defA", "below"] },
  { name: "types in the line above", from: [0, 0], does: { types: "A" }, leaves: ["Aabove", "abc *def", "below"] },
  { name: "types in the line below", from: [2, 5], does: { types: "A" }, leaves: ["above", "abc *def", "belowA"] },
  {
    name: "types over the words before it",
    from: [1, 0],
    to: [1, 4],
    does: { types: "A" },
    leaves: ["above", "A*def", "below"],
  },
  { name: "splits the line before it", from: [1, 2], does: "split", leaves: ["above", "ab", "c *def", "below"] },
  { name: "splits the line behind it", from: [1, 6], does: "split", leaves: ["above", "abc *de", "f", "below"] },
  { name: "splits the line above", from: [0, 2], does: "split", leaves: ["ab", "ove", "abc *def", "below"] },
  {
    name: "joins the line to the one above",
    from: [0, 5],
    to: [1, 0],
    does: "remove",
    leaves: ["aboveabc *def", "below"],
  },
  {
    name: "joins the line to the one below",
    from: [1, 7],
    to: [2, 0],
    does: "remove",
    leaves: ["above", "abc *defbelow"],
  },
  { name: "deletes the word behind it", from: [1, 4], to: [1, 7], does: "remove", leaves: ["above", "abc *", "below"] },
  { name: "deletes the words around it", from: [1, 0], to: [1, 7], does: "remove", leaves: ["above", "*", "below"] },
  { name: "deletes all", from: [0, 0], to: [2, 5], does: "remove", leaves: ["*"] },
];

describe("composing while Anna writes", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
    await table.page.evaluate(() => {
      const count = { begun: 0, ended: 0 };
      Object.assign(window, { compositions: count });
      addEventListener("compositionstart", () => (count.begun += 1), true);
      addEventListener("compositionend", () => (count.ended += 1), true);
    });
  });
  afterAll(() => table.close());

  describe.each(Object.entries(COMPOSITIONS))("a word of %s", (_, word) => {
    it.each(MEANWHILE)("arrives whole when Anna $name", async ({ from, to = from, does, leaves }) => {
      await table.beginWith(["above", "abc def", "below"]);
      await table.select(MIO, [1, 4]);
      const before = await compositions();
      let isDone = false;
      const one = await composeWord(table, word, async () => {
        if (!isDone) await table.aside(ANNA, from, to, does);
        isDone = true;
        await table.tell(ANNA, MIO);
      });
      await table.agree();
      expect((await table.text(MIO)).split("\n")).toEqual(leaves.map((line) => line.replace("*", one)));
      const lines = (await table.agree()).join("");
      expect(lines).toContain(`Mio‹${one}›`);
      expect(lines.match(/Mio/g)).toHaveLength(1);
      // Begun once and ended once: nobody broke it off.
      expect(await compositions()).toEqual({ begun: before.begun + 1, ended: before.ended + 1 });
      await table.page.keyboard.type("Z");
      expect((await table.text(MIO)).split("\n")).toEqual(leaves.map((line) => line.replace("*", `${one}Z`)));
    });

    it("arrives whole when Anna begins the same empty text", async () => {
      await table.begin();
      await table.focus(MIO);
      let at = 0;
      const one = await composeWord(table, word, async () => {
        await table.aside(ANNA, [0, at], [0, at], { types: "A" });
        at += 1;
        await table.tell(ANNA, MIO);
      });
      expect((await table.agree()).join("").split(" ").sort()).toEqual([`Anna‹${"A".repeat(at)}›`, `Mio‹${one}›`]);
    });

    it("arrives whole when Anna types letter by letter beside it and hears of it late", async () => {
      await table.beginWith(["abc def"]);
      await table.select(MIO, [0, 7]);
      let typed = 0;
      const one = await composeWord(table, word, async () => {
        typed += 1;
        await table.aside(ANNA, [0, 3 + typed - 1], [0, 3 + typed - 1], { types: "A" });
        await table.tell(ANNA, MIO);
        await table.tell(MIO, ANNA);
      });
      expect(await table.agree()).toEqual([`Anna‹abc${"A".repeat(typed)} def› Mio‹${one}›`]);
    });
  });

  async function compositions(): Promise<{ readonly begun: number; readonly ended: number }> {
    // The page counts them under this name from the beginning.
    return table.page.evaluate(
      () => (window as unknown as { compositions: { begun: number; ended: number } }).compositions,
    );
  }
});
