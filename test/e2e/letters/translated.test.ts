import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANNA, MIO, openTable, type Table } from "./table.ts";

describe("an editor whose texts a browser’s translator wraps", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());

  /** Wraps every text in Mio’s box, as translators do, or puts another in its place. */
  const translate = (way: "replaces" | "wraps"): Promise<void> =>
    table.box(MIO).evaluate(
      (box, [how, wrapping]: readonly [string, string]) => {
        const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
        const texts: Node[] = [];
        while (walker.nextNode() !== null) texts.push(walker.currentNode);
        for (const text of texts) {
          const [outer, inner] = [document.createElement(wrapping), document.createElement(wrapping)];
          text.parentNode?.replaceChild(outer, text);
          outer.append(inner);
          inner.append(how === "wraps" ? text : `translated: ${text.textContent ?? ""}`);
        }
      },
      [way, "font"] as const,
    );

  it("asks not to be translated", async () => {
    await table.begin();
    expect(await table.box(MIO).getAttribute("translate")).toBe("no");
  });

  describe.each(["wraps", "replaces"] as const)("all the same: it %s them", (way) => {
    it("loses no word, and goes on where Mio types at the end", async () => {
      await table.beginWith(["I want to sleep.", "No hospital."]);
      await translate(way);
      await table.typeAt(MIO, [1, 12], " Yes.");
      expect(await table.agree()).toEqual(["Anna‹I want to sleep.›", "Anna‹No hospital.› Mio‹ Yes.›"]);
    });

    it("goes on where Mio types inside, presses Enter, deletes, and undoes", async () => {
      await table.beginWith(["I want to sleep.", "No hospital."]);
      await translate(way);
      await table.typeAt(MIO, [0, 6], "ed");
      await translate(way);
      await table.press("Enter");
      await translate(way);
      await table.press("Backspace", "Backspace");
      await translate(way);
      expect((await table.agree())[0]).toBe("Anna‹I want› Mio‹e› Anna‹ to sleep.›");
      await translate(way);
      await table.press("Control+a", "Delete");
      await translate(way);
      await table.press("Control+z");
      expect((await table.agree())[0]).toBe("Anna‹I want› Mio‹e› Anna‹ to sleep.›");
    });

    it("shows what Anna writes meanwhile", async () => {
      await table.beginWith(["I want to sleep.", "No hospital."]);
      await translate(way);
      await table.typeAt(ANNA, [0, 16], " Now.");
      await table.press("Enter");
      await table.page.keyboard.type("Please.");
      await translate(way);
      expect(await table.agree()).toEqual(["Anna‹I want to sleep. Now.›", "Anna‹Please.›", "Anna‹No hospital.›"]);
    });
  });
});
