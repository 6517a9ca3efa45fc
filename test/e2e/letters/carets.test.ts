import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANNA, MIO, openTable, type Aside, type Spot, type Table } from "./table.ts";

const LINES = ["above", "abc def", "below"];

interface Around {
  readonly name: string;
  readonly from: Spot;
  readonly to?: Spot;
  readonly does: Aside;
  /** Where the caret is then that was before the “d”. */
  readonly caret: Spot;
}

const AROUND: readonly Around[] = [
  { name: "types before it in the line", from: [1, 0], does: { types: "AA" }, caret: [1, 6] },
  { name: "types behind it in the line", from: [1, 6], does: { types: "AA" }, caret: [1, 4] },
  { name: "types where it is", from: [1, 4], does: { types: "AA" }, caret: [1, 4] },
  { name: "types in the line above", from: [0, 0], does: { types: "AA" }, caret: [1, 4] },
  { name: "splits the line above", from: [0, 2], does: "split", caret: [2, 4] },
  { name: "splits its line before it", from: [1, 2], does: "split", caret: [2, 2] },
  { name: "splits its line behind it", from: [1, 6], does: "split", caret: [1, 4] },
  { name: "joins its line to the one above", from: [0, 5], to: [1, 0], does: "remove", caret: [0, 9] },
  { name: "joins its line to the one below", from: [1, 7], to: [2, 0], does: "remove", caret: [1, 4] },
  { name: "deletes the line above", from: [0, 0], to: [1, 0], does: "remove", caret: [0, 4] },
  { name: "deletes a word before it", from: [1, 0], to: [1, 4], does: "remove", caret: [1, 0] },
  { name: "deletes around it", from: [1, 2], to: [1, 6], does: "remove", caret: [1, 2] },
  { name: "deletes its line", from: [1, 0], to: [1, 7], does: "remove", caret: [1, 0] },
  { name: "deletes all", from: [0, 0], to: [2, 5], does: "remove", caret: [0, 0] },
];

describe("carets", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());

  const showCaret = (seat: typeof ANNA): Promise<void> =>
    table.page.evaluate((who) => window.letters.room.showCaret(window.letters.person(who)), seat);

  const othersCarets = (seat: typeof ANNA) => table.page.locator("section").nth(seat).locator(".caret");

  it.each(AROUND)("keeps Mio’s caret at its letter when Anna $name", async ({ from, to = from, does, caret }) => {
    await table.beginWith(LINES);
    await table.select(MIO, [1, 4]);
    await table.aside(ANNA, from, to, does);
    await table.tell(ANNA, MIO);
    expect(await table.caret(MIO)).toEqual([caret, caret]);
    await table.page.keyboard.type("M");
    expect(await table.caret(MIO)).toEqual([
      [caret[0], caret[1] + 1],
      [caret[0], caret[1] + 1],
    ]);
    const [line = ""] = (await table.text(MIO)).split("\n").slice(caret[0]);
    expect(line[caret[1]]).toBe("M");
    await table.agree();
  });

  it("keeps Mio’s caret where keys have moved it, while Anna’s words come quicker than the editor hears of it", async () => {
    await table.beginWith(["What we heard", "below"]);
    await table.select(MIO, [0, 0]);
    await table.page.evaluate(async () => {
      const [anna, mio] = [window.letters.person(0), window.letters.person(1)];
      for (let moves = 0; moves < 13; moves += 1) {
        document.getSelection()?.modify("move", "forward", "character");
        const end = { line: 0, at: 13 };
        anna.act(end, end, (selection) => selection.insertText("!"));
        mio.hear(anna);
        await Promise.resolve();
      }
    });
    expect(await table.caret(MIO)).toEqual([
      [0, 13],
      [0, 13],
    ]);
  });

  it.each(AROUND)("keeps what Mio has selected from the first line to its letter when Anna $name", async (around) => {
    const { from, to = from, does, caret } = around;
    await table.beginWith(LINES);
    await table.select(MIO, [0, 0], [1, 4]);
    await table.aside(ANNA, from, to, does);
    await table.tell(ANNA, MIO);
    expect((await table.caret(MIO))[1]).toEqual(caret);
    await table.agree();
  });

  it.each(AROUND)("shows Anna where Mio’s caret and selection are when she $name, and both go on", async (around) => {
    const { from, to = from, does } = around;
    await table.beginWith(LINES);
    await table.select(MIO, [1, 1], [1, 4]);
    await showCaret(MIO);
    await expect.poll(() => othersCarets(ANNA).count()).toBe(1);
    await table.select(ANNA, from, to);
    if (does === "split") await table.press("Enter");
    else if (does === "remove") await table.press("Delete");
    else await table.page.keyboard.type(does.types);
    await table.tell(ANNA, MIO);
    await showCaret(MIO);
    await table.page.keyboard.type("AAA");
    await table.focus(MIO);
    await table.press("ArrowRight");
    await table.page.keyboard.type("MMM");
    await showCaret(MIO);
    const words = (await table.agree()).join("");
    expect(words).toContain("AAA");
    expect(words).toContain("MMM");
    await expect.poll(() => othersCarets(ANNA).count()).toBe(1);
    expect(table.complaints).toEqual([]);
  });

  it("goes on when Anna presses Ctrl+A, Delete where Mio’s caret is in the second line", async () => {
    await table.beginWith(["I want to sleep.", "No hospital."]);
    await table.select(MIO, [1, 5]);
    await showCaret(MIO);
    await table.select(ANNA, [0, 0]);
    await table.press("Control+a", "Delete");
    await table.agree();
    await table.focus(MIO);
    await table.page.keyboard.type("Mio goes on. ");
    await showCaret(MIO);
    await table.agree();
    await table.focus(ANNA);
    await table.press("Control+z");
    await table.page.keyboard.type("Anna too. ");
    const words = (await table.agree()).join("");
    for (const kept of ["Mio goes on. ", "Anna too. ", "sleep", "hospital"]) expect(words).toContain(kept);
  });
});
