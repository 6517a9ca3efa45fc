import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ANNA, MIO, openTable, type Table } from "./table.ts";

const SENTENCE = "I want to sleep.";

describe("undoing", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  beforeEach(async () => {
    await table.beginWith([SENTENCE, "No hospital."]);
    // Keys that follow each other closely are one act. A busy machine must not make them slow.
    await table.page.evaluate(() => (performance.now = () => 0));
  });
  afterAll(() => table.close());

  it("keeps Anna’s line hers when Mio presses Heading and Heading again, and undoes both", async () => {
    await table.select(MIO, [0, 3]);
    await table.button(MIO, "Heading").click();
    await table.select(MIO, [0, 4]);
    await table.button(MIO, "Heading").click();
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`# Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
  });

  it("keeps what Anna has written beside Mio when he undoes", async () => {
    await table.typeAt(MIO, [0, 16], " Yes.");
    await table.agree();
    await table.typeAt(ANNA, [0, 18], "AAA");
    await table.agree();
    await table.focus(MIO);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}AAA›`, "Anna‹No hospital.›"]);
    await table.press("Control+Shift+z");
    expect((await table.agree())[0]).toContain("Anna‹AAA›");
    expect((await table.text(ANNA)).replace("AAA", "")).toBe(`${SENTENCE} Yes.\nNo hospital.`);
  });

  it("gives Anna’s sentence back under her name when Mio deletes it and undoes", async () => {
    await table.select(MIO, [0, 0], [0, 16]);
    await table.press("Delete");
    expect(await table.agree()).toEqual(["", "Anna‹No hospital.›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
    await table.press("Control+y");
    expect(await table.agree()).toEqual(["", "Anna‹No hospital.›"]);
  });

  it("gives all lines back under Anna’s name when Mio presses Ctrl+A, Delete and undoes", async () => {
    await table.select(MIO, [1, 2]);
    await table.press("Control+a", "Delete");
    expect(await table.agree()).toEqual([""]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
  });

  it("takes back only Mio’s own splitting and joining, across lines", async () => {
    await table.select(MIO, [0, 6]);
    await table.press("Enter");
    await table.select(MIO, [2, 0]);
    await table.press("Backspace");
    expect(await table.agree()).toEqual(["Anna‹I want›", "Anna‹ to sleep.No hospital.›"]);
    await table.typeAt(ANNA, [1, 0], "A");
    await table.agree();
    await table.focus(MIO);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Anna‹I want›", "Anna‹A to sleep.›", "Anna‹No hospital.›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Anna‹I wantA to sleep.›", "Anna‹No hospital.›"]);
    await table.press("Control+Shift+z", "Control+Shift+z");
    expect(await table.agree()).toEqual(["Anna‹I want›", "Anna‹A to sleep.No hospital.›"]);
  });

  it("takes back bold of Mio’s, and leaves bold of Anna’s", async () => {
    await table.select(ANNA, [0, 2], [0, 6]);
    await table.press("Control+b");
    await table.agree();
    await table.select(MIO, [0, 4], [0, 9]);
    await table.press("Control+i");
    await table.agree();
    await table.press("Control+z");
    await table.agree();
    expect(await table.box(MIO).locator(".words-bold").allInnerTexts()).toEqual(["want"]);
    expect(await table.box(MIO).locator(".words-italic").count()).toBe(0);
    await table.press("Control+y");
    await table.agree();
    expect((await table.box(ANNA).locator(".words-italic").allInnerTexts()).join("")).toBe("nt to");
  });

  it("undoes what was typed in one go together, and what follows a moved caret by itself", async () => {
    await table.typeAt(MIO, [0, 16], " one");
    await table.press("Home");
    await table.page.keyboard.type("two ");
    expect(await table.agree()).toEqual([`Mio‹two › Anna‹${SENTENCE}› Mio‹ one›`, "Anna‹No hospital.›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}› Mio‹ one›`, "Anna‹No hospital.›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
    await table.press("Control+y", "Control+y");
    expect(await table.agree()).toEqual([`Mio‹two › Anna‹${SENTENCE}› Mio‹ one›`, "Anna‹No hospital.›"]);
  });

  it("keeps crossed out what Anna crossed out of Mio’s words, when he undoes something else", async () => {
    await table.typeAt(MIO, [0, 16], " Mio");
    await table.agree();
    await table.select(ANNA, [0, 16], [0, 20]);
    await table.press("Delete");
    await table.agree();
    await table.typeAt(MIO, [1, 0], "M");
    await table.agree();
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
    await table.focus(ANNA);
    await table.press("Control+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}› Mio‹ Mio›`, "Anna‹No hospital.›"]);
  });

  it("keeps deleted what Anna deleted of her own words after Mio had crossed them out, when he undoes", async () => {
    await table.select(MIO, [0, 0], [0, 7]);
    await table.press("Delete");
    await table.select(ANNA, [0, 0], [0, 2]);
    await table.press("Delete");
    expect(await table.agree()).toEqual(["Anna‹to sleep.›", "Anna‹No hospital.›"]);
    await table.focus(MIO);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Anna‹want to sleep.›", "Anna‹No hospital.›"]);
  });

  it("gives words both crossed out back only when both have undone it", async () => {
    await table.begin(3);
    await table.write(2, "Samira’s words");
    await table.agree();
    for (const seat of [ANNA, MIO] as const) {
      await table.select(seat, [0, 0], [0, 8]);
      await table.press("Delete");
    }
    expect(await table.agree()).toEqual(["Samira‹ words›"]);
    await table.focus(ANNA);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Samira‹ words›"]);
    await table.focus(MIO);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Samira‹Samira’s words›"]);
  });

  it("does nothing to Anna’s words when Mio undoes and redoes without having done anything", async () => {
    await table.focus(MIO);
    await table.press("Control+z", "Control+z", "Control+y", "Control+Shift+z");
    expect(await table.agree()).toEqual([`Anna‹${SENTENCE}›`, "Anna‹No hospital.›"]);
  });
});
