import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MIO, openTable, type Table } from "./table.ts";

describe("the key that says the words", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());

  const said = (): Promise<number> => table.page.evaluate((who) => window.letters.person(who).submitted, MIO);

  it.each(["Control+Enter", "Meta+Enter"])("says them with %s, and writes no line", async (key) => {
    await table.begin();
    await table.write(MIO, "words");
    await table.press(key);
    expect(await said()).toBe(1);
    expect(await table.agree()).toEqual(["Mio‹words›"]);
  });

  it.each(["Control+Alt+Enter", "Control+Alt+Shift+Enter"])(
    "says nothing with %s, which is AltGr on Windows",
    async (key) => {
      await table.begin();
      await table.write(MIO, "words");
      await table.press(key);
      expect(await said()).toBe(0);
      await table.page.keyboard.type("!");
      expect((await table.agree()).join("")).toContain("words");
    },
  );

  it("says nothing with AltGr and Enter as other systems tell it, nor with Enter alone", async () => {
    await table.begin();
    await table.write(MIO, "words");
    await table.page.keyboard.down("AltGraph");
    await table.press("Enter");
    await table.page.keyboard.up("AltGraph");
    await table.press("Enter");
    expect(await said()).toBe(0);
    expect(await table.agree()).toEqual(["Mio‹words›", "", ""]);
  });
});
