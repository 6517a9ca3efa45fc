import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { astralCharacters, CHARACTERS } from "./characters.ts";
import { ANNA, MIO, openTable, type Table } from "./table.ts";

describe("characters of more than one unit", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());

  const paste = (text: string): Promise<void> => table.paste({ "text/plain": text });

  /** Mio types them one after the other, each before those that are there. */
  const typeEachFirst = async (characters: readonly string[]): Promise<void> => {
    for (const character of characters) {
      await table.press("Home");
      await table.page.keyboard.insertText(character);
    }
  };

  it("shows 🐈😎 when somebody types 😎, goes Home and types 🐈", async () => {
    await table.begin();
    await table.focus(MIO);
    await table.page.keyboard.type("😎");
    await table.tellAll();
    await typeEachFirst(["🐈"]);
    expect(await table.agree()).toEqual(["Mio‹🐈😎›"]);
  });

  it.each(Object.entries(CHARACTERS))("keeps %s whole, typed one before the other", async (_, characters) => {
    await table.begin();
    await table.focus(MIO);
    await typeEachFirst(characters);
    // With combining marks Home is before the first character still.
    expect(await table.agree()).toEqual([`Mio‹${characters.toReversed().join("")}›`]);
  });

  it.each(Object.entries(CHARACTERS))(
    "keeps %s whole when one is typed or pasted over another’s",
    async (_, characters) => {
      for (const [index, character] of characters.entries()) {
        const next = characters[(index + 1) % characters.length] ?? "";
        for (const put of [(text: string) => table.page.keyboard.insertText(text), paste]) {
          await table.beginWith([`a${character}b`]);
          await table.select(MIO, [0, 1], [0, 1 + character.length]);
          await put(next);
          await table.agree();
          expect(await table.text(ANNA)).toBe(`a${next}b`);
        }
      }
    },
  );

  it.each(Object.entries(CHARACTERS))(
    "keeps %s whole when Mio presses Enter before and behind each",
    async (_, characters) => {
      await table.beginWith([characters.join("")]);
      for (const [index, character] of characters.entries()) {
        await table.select(MIO, [2 * index, 0]);
        await table.press("Enter");
        await table.select(MIO, [2 * index + 1, character.length]);
        await table.press("Enter");
      }
      const split = characters.flatMap((character) => ["", `Anna‹${character}›`]);
      expect(await table.agree()).toEqual([...split, ""]);
    },
  );

  it.each(Object.entries(CHARACTERS))("deletes %s with Backspace, and never half a pair", async (_, characters) => {
    for (const whose of [ANNA, MIO]) {
      await table.begin();
      await table.write(whose, characters.join(""));
      await table.agree();
      await table.select(MIO, [0, characters.join("").length]);
      for (let left = characters.join("").length; left > 0 && (await table.text(MIO)) !== ""; left -= 1) {
        await table.press("Backspace");
        await table.agree();
      }
      expect(await table.agree()).toEqual([""]);
    }
  });

  it("keeps a character of every astral block, typed, pasted and typed over", async () => {
    const all = astralCharacters();
    expect(all.length).toBeGreaterThan(500);
    await table.begin();
    await table.write(MIO, all.join(""));
    expect(await table.agree()).toEqual([`Mio‹${all.join("")}›`]);
    await table.select(ANNA, [0, 0]);
    await paste(all.join(""));
    expect(await table.agree()).toEqual([`Anna‹${all.join("")}› Mio‹${all.join("")}›`]);
    await table.begin();
    await table.write(MIO, "a");
    for (const character of all) {
      await table.press("Control+a");
      await table.page.keyboard.insertText(character);
      expect(await table.text(MIO)).toBe(character);
    }
    expect(await table.agree()).toEqual([`Mio‹${all.at(-1) ?? ""}›`]);
  });

  it("keeps astral characters whole while two type them in one place at one instant", async () => {
    const all = astralCharacters().slice(0, 60);
    await table.beginWith(["🐈🐈"]);
    for (const [index, character] of all.entries()) {
      const other = all[(index + 1) % all.length] ?? "";
      for (const [seat, put] of [
        [ANNA, character],
        [MIO, other],
      ] as const) {
        await table.select(seat, [0, 2]);
        await table.page.keyboard.insertText(put);
      }
      await table.agree();
    }
    const letters = Array.from(await table.text(ANNA));
    expect(letters.slice(1, -1).sort()).toEqual([...all, ...all].sort());
  });
});
