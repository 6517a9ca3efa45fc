import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANNA, MIO, openTable, type Spot, type Table } from "./table.ts";

describe("dragging words", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
    await table.page.evaluate(() => {
      const seen = { prevented: 0, free: 0 };
      Object.assign(window, { dragging: seen });
      addEventListener("dragover", (event) => {
        if (event.defaultPrevented) seen.prevented += 1;
        else seen.free += 1;
      });
    });
  });
  afterAll(() => table.close());

  interface Point {
    readonly x: number;
    readonly y: number;
  }

  const drag = async (from: Point, to: Point): Promise<void> => {
    await table.page.mouse.move(from.x, from.y);
    await table.page.mouse.down();
    await table.page.mouse.move(from.x + 5, from.y + 2);
    await table.page.mouse.move(to.x, to.y, { steps: 5 });
    await table.page.mouse.up();
  };

  const dragSelected = async (from: Spot, to: Spot, target: Spot): Promise<void> => {
    await table.select(MIO, from, to);
    const [first, last] = [await table.pointAt(MIO, from), await table.pointAt(MIO, to)];
    await drag({ x: (first.x + last.x) / 2, y: first.y }, await table.pointAt(MIO, target));
  };

  const dragovers = (): Promise<{ readonly prevented: number; readonly free: number }> =>
    // The page counts them under this name from the beginning.
    table.page.evaluate(() => (window as unknown as { dragging: { prevented: number; free: number } }).dragging);

  it("moves Mio’s own words within the box to where they are dropped", async () => {
    await table.beginWith(["Anna’s line", ""]);
    await table.select(MIO, [1, 0]);
    await table.page.keyboard.insertText("one two three");
    await dragSelected([1, 0], [1, 4], [1, 8]);
    expect(await table.agree()).toEqual(["Anna‹Anna’s line›", "Mio‹two one three›"]);
    await dragSelected([1, 0], [1, 4], [0, 6]);
    expect(await table.agree()).toEqual(["Anna‹Anna’s› Mio‹two › Anna‹ line›", "Mio‹one three›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Anna‹Anna’s line›", "Mio‹two one three›"]);
  });

  it("moves several lines of Mio’s own", async () => {
    await table.begin();
    await table.write(MIO, "one", "two", "three");
    await dragSelected([0, 0], [1, 3], [2, 5]);
    expect((await table.agree()).join("|").replaceAll(/Mio‹|›/g, "")).toBe("|threeone|two");
  });

  it("leaves words where they are that are dropped on themselves", async () => {
    await table.begin();
    await table.write(MIO, "one two three");
    await dragSelected([0, 4], [0, 8], [0, 6]);
    expect(await table.agree()).toEqual(["Mio‹one two three›"]);
  });

  it("leaves Anna’s words where they are, and puts in a quotation of them", async () => {
    await table.beginWith(["I want to sleep.", "no more"]);
    await table.page.evaluate(() => {
      const { room } = window.letters;
      room.know("I want", room.person(0));
    });
    await dragSelected([0, 0], [0, 6], [1, 7]);
    expect(await table.agree()).toEqual(["Anna‹I want to sleep.›", "Anna‹no more› Mio‹“I want” (Anna)›"]);
  });

  it("puts in words from elsewhere on the page where they are dropped, and lets the browser show its caret there", async () => {
    await table.beginWith(["one two"]);
    const before = await dragovers();
    const outside = table.page.locator("#outside");
    await outside.selectText();
    const box = await outside.boundingBox();
    const { x, y } = await table.pointAt(MIO, [0, 4]);
    if (box === null) throw new Error("the words outside are not on the page");
    await drag({ x: box.x + 10, y: box.y + box.height / 2 }, { x, y });
    expect(await table.agree()).toEqual(["Anna‹one › Mio‹From elsewhere› Anna‹two›"]);
    expect(await outside.innerText()).toBe("From elsewhere");
    const after = await dragovers();
    expect(after.free).toBeGreaterThan(before.free);
    expect(after.prevented).toBe(before.prevented);
  });

  it("moves words that Anna writes before, and splits, while they are dragged", async () => {
    await table.begin();
    await table.write(MIO, "one two three");
    await table.tellAll();
    await table.select(MIO, [0, 0], [0, 4]);
    const [from, to] = [await table.pointAt(MIO, [0, 1]), await table.pointAt(MIO, [0, 8])];
    await table.page.mouse.move(from.x, from.y);
    await table.page.mouse.down();
    await table.page.mouse.move(from.x + 5, from.y + 2);
    await table.page.mouse.move(to.x, to.y);
    await table.aside(ANNA, [0, 13], [0, 13], { types: " A" });
    await table.tell(ANNA, MIO);
    await table.page.mouse.up();
    expect(await table.agree()).toEqual(["Mio‹two one three› Anna‹ A›"]);
  });
});
