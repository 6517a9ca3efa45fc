import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commit, compose, COMPOSITIONS, composeWord } from "./input-method.ts";
import { ANNA, MIO, openTable, type Table } from "./table.ts";

describe("composing with an input method", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());

  it.each(Object.entries(COMPOSITIONS))(
    "writes a word of %s in an empty text, and another behind it",
    async (_, word) => {
      await table.begin();
      await table.focus(MIO);
      const one = await composeWord(table, word);
      expect(await table.agree()).toEqual([`Mio‹${one}›`]);
      await composeWord(table, word);
      expect(await table.agree()).toEqual([`Mio‹${one}${one}›`]);
      await table.press("Enter");
      await composeWord(table, word);
      expect(await table.agree()).toEqual([`Mio‹${one}${one}›`, `Mio‹${one}›`]);
    },
  );

  it.each(Object.entries(COMPOSITIONS))(
    "writes a word of %s inside Anna’s line, and over her words",
    async (_, word) => {
      await table.beginWith(["abc def", "ghi"]);
      await table.select(MIO, [0, 4]);
      const one = await composeWord(table, word);
      expect(await table.agree()).toEqual([`Anna‹abc › Mio‹${one}› Anna‹def›`, "Anna‹ghi›"]);
      await table.select(MIO, [0, 0], [1, 1]);
      await composeWord(table, word);
      expect(await table.agree()).toEqual([`Mio‹${one}› Anna‹hi›`]);
    },
  );

  it("writes Korean syllable by syllable, where each syllable ends the one before", async () => {
    await table.begin();
    await table.focus(MIO);
    for (const syllable of [
      ["ㅎ", "하", "한"],
      ["ㄱ", "그", "글"],
      ["ㅇ", "이"],
    ]) {
      for (const step of syllable) await compose(table, step);
      await commit(table, syllable.at(-1) ?? "");
    }
    expect(await table.agree()).toEqual(["Mio‹한글이›"]);
  });

  it("writes a sentence of which an Android keyboard composes every word", async () => {
    await table.begin();
    await table.focus(MIO);
    for (const word of ["I", "want", "to", "sleep"]) {
      for (let end = 1; end <= word.length; end += 1) await compose(table, word.slice(0, end));
      await commit(table, word);
      await commit(table, " ");
    }
    await table.press("Backspace");
    expect(await table.agree()).toEqual(["Mio‹I want to sleep›"]);
  });

  it("leaves nothing of a word that is cancelled", async () => {
    await table.beginWith(["abc"]);
    for (const spot of [
      [0, 0],
      [0, 2],
      [0, 3],
    ] as const) {
      await table.select(MIO, spot);
      await compose(table, "に");
      await compose(table, "にほ");
      await compose(table, "");
      expect(await table.agree()).toEqual(["Anna‹abc›"]);
    }
    await table.page.keyboard.type("X");
    expect(await table.agree()).toEqual(["Anna‹abc› Mio‹X›"]);
  });

  it("keeps a word that ends because somebody leaves the box", async () => {
    await table.beginWith(["abc", "def"]);
    await table.select(MIO, [1, 3]);
    await compose(table, "にほ");
    await table.focus(ANNA);
    expect(await table.agree()).toEqual(["Anna‹abc›", "Anna‹def› Mio‹にほ›"]);
    await table.typeAt(MIO, [1, 5], "X");
    expect(await table.agree()).toEqual(["Anna‹abc›", "Anna‹def› Mio‹にほX›"]);
  });

  it("leaves nothing of a word that is cancelled in an empty line, or in an empty text", async () => {
    await table.beginWith(["abc", "", "def"]);
    await table.select(MIO, [1, 0]);
    await compose(table, "に");
    await compose(table, "");
    expect(await table.agree()).toEqual(["Anna‹abc›", "", "Anna‹def›"]);
    await table.begin();
    await table.focus(MIO);
    await compose(table, "に");
    await compose(table, "");
    expect(await table.agree()).toEqual([""]);
  });

  it("puts a keyboard’s correction in place of Anna’s word, and leaves the words around it hers", async () => {
    await table.beginWith(["abc helo xyz"]);
    await table.select(MIO, [0, 8]);
    const text = "hello";
    const replaced = { text, selectionStart: 5, selectionEnd: 5, replacementStart: 4, replacementEnd: 8 };
    await table.keys.send("Input.imeSetComposition", replaced);
    await commit(table, text);
    expect(await table.agree()).toEqual(["Anna‹abc › Mio‹hello› Anna‹ xyz›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Anna‹abc helo xyz›"]);
  });

  it("undoes a composed word as a whole, and does it again", async () => {
    await table.beginWith(["abc"]);
    await table.page.evaluate(() => (performance.now = () => 0));
    await table.select(MIO, [0, 3]);
    await composeWord(table, ["に", "にほ", "日本", "日本"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Anna‹abc›"]);
    await table.press("Control+y");
    expect(await table.agree()).toEqual(["Anna‹abc› Mio‹日本›"]);
  });
});
