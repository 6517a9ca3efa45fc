import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANNA, MIO, openTable, type Table } from "./table.ts";

/** Words as programs give them, and the lines they are. */
const PLAIN = [
  ["one line", ["one line"]],
  ["one\ntwo\nthree", ["one", "two", "three"]],
  ["one\r\ntwo\r\n", ["one", "two", ""]],
  ["one\rtwo", ["one", "two"]],
  ["one\vtwo\ftwo", ["one", "two", "two"]],
  ["one\u0085two\u2028three\u2029four", ["one", "two", "three", "four"]],
  ["012\v\for", ["012", "", "or"]],
  ["a\u0000b\u0007c\u001bd\u007fe", ["abcde"]],
  ["a\tb", ["a\tb"]],
  ["half \ud83d a pair \udc08", ["half  a pair "]],
  ["\n\n", ["", "", ""]],
] as const;

const MARKUP = [
  ["<p>I want to sleep.</p><p>No hospital.</p>", ["I want to sleep.", "No hospital."]],
  ["<h1>Title</h1><ul><li>one</li><li>two</li></ul>", ["Title", "one", "two"]],
  ["<b>bold</b> and <i>italic</i> <a href='https://example.org'>link</a>", ["bold and italic link"]],
  ["one<br>two", ["one", "two"]],
  ["<style>p { color: red }</style><script>steal()</script><p>words</p><noscript>no</noscript>", ["words"]],
  ["<head><title>Page</title></head><body>\n  <div>\n    one\n    two\n  </div>\n</body>", ["one two"]],
  ["<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"]],
  ["<img src=x onerror='steal()'><p>seen</p>", ["seen"]],
] as const;

describe("pasting", () => {
  let table: Table;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());

  const lines = async (): Promise<readonly string[]> => {
    await table.agree();
    return (await table.text(ANNA)).split("\n");
  };

  it.each(PLAIN)("puts %j in as its lines", async (words, expected) => {
    await table.begin();
    await table.focus(MIO);
    await table.paste({ "text/plain": words });
    expect(await lines()).toEqual(expected);
  });

  it.each(MARKUP)("puts the text of a clipboard in that has nothing but %s", async (markup, expected) => {
    await table.begin();
    await table.focus(MIO);
    await table.paste({ "text/html": markup });
    expect(await lines()).toEqual(expected);
  });

  it("puts lines in inside Anna’s line, and leaves her letters hers", async () => {
    await table.beginWith(["abcdef"]);
    await table.select(MIO, [0, 3]);
    await table.paste({ "text/plain": "1\n2\n3", "text/html": "<p>other</p>" });
    expect(await table.agree()).toEqual(["Anna‹abc› Mio‹1›", "Mio‹2›", "Mio‹3› Anna‹def›"]);
    await table.press("Control+z");
    expect(await table.agree()).toEqual(["Anna‹abcdef›"]);
  });

  it("puts in what the browser’s clipboard has, with Ctrl+C and Ctrl+V", async () => {
    await table.begin();
    await table.write(MIO, "one", "two 😀");
    await table.press("Control+a", "Control+c");
    // A quick hand is ahead of the browser, which fills its clipboard after the key.
    await expect.poll(() => table.page.evaluate(() => navigator.clipboard.readText())).toContain("two 😀");
    await table.press("Control+End", "Control+v");
    await table.page.waitForTimeout(300);
    expect(await table.agree()).toEqual(["Mio‹one›", "Mio‹two 😀one›", "Mio‹two 😀›"]);
    await table.press("Control+a", "Control+x");
    expect(await table.agree()).toEqual([""]);
    await table.press("Control+v");
    expect(await table.agree()).toEqual(["Mio‹one›", "Mio‹two 😀one›", "Mio‹two 😀›"]);
  });

  it("puts in the text of a web page’s clipboard without plain words, with Ctrl+V", async () => {
    await table.begin();
    await table.focus(MIO);
    await table.page.evaluate(async () => {
      const page = new Blob(["<p>from a page</p><p>in two lines</p>"], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem({ "text/html": page })]);
    });
    await table.press("Control+v");
    await expect.poll(() => table.text(MIO)).not.toBe("");
    expect(await table.agree()).toEqual(["Mio‹from a page›", "Mio‹in two lines›"]);
  });

  it("puts Anna’s words in as a quotation with her name, until Mio says they are meant as his own", async () => {
    await table.beginWith(["I want to sleep.", ""]);
    await table.page.evaluate(() => {
      const { room } = window.letters;
      room.know("I want to sleep.", room.person(0));
    });
    await table.select(MIO, [1, 0]);
    await table.paste({ "text/plain": "I want to sleep." });
    expect(await table.agree()).toEqual(["Anna‹I want to sleep.›", "Mio‹“I want to sleep.” (Anna)›"]);
    await table.button(MIO, "Put them in as my own words").click();
    expect(await table.agree()).toEqual(["Anna‹I want to sleep.›", "Mio‹I want to sleep.›"]);
  });
});
