import type { CDPSession, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { SignedLine } from "../../letters/editors/person.ts";
import type {} from "../../letters/editors/main.tsx";
import { serveEditors } from "../../letters/serve-editors.ts";
import { launchLaptop } from "../chromium.ts";

/** Where the people sit. */
export type Seat = 0 | 1 | 2;
export const ANNA: Seat = 0;
export const MIO: Seat = 1;

/** A place in a text: the line, and how many UTF-16 units stand before it in that line. */
export type Spot = readonly [line: number, at: number];

/** What somebody does while another has the keyboard. */
export type Aside = "remove" | "split" | { readonly types: string };

/** The writers of the page by their client ids. */
const NAMES = new Map([
  [101, "Anna"],
  [102, "Mio"],
  [103, "Samira"],
]);

/** A page on which several people write one text, each in an editor of their own, with the browser's real keyboard. */
export class Table {
  readonly page: Page;
  readonly keys: CDPSession;
  /** What the page complained about since the people sat down. */
  readonly complaints: string[] = [];
  readonly #close: () => Promise<void>;

  constructor(page: Page, keys: CDPSession, close: () => Promise<void>) {
    this.page = page;
    this.keys = keys;
    this.#close = close;
    page.on("pageerror", (error) => this.complaints.push(error.stack ?? error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.complaints.push(message.text());
    });
  }

  /** Seats people at an empty text. */
  async begin(people = 2): Promise<void> {
    this.complaints.length = 0;
    await this.page.evaluate((count) => window.letters.begin(count), people);
  }

  /** Seats people at a text that Anna has written and everyone has heard of. */
  async beginWith(lines: readonly string[], people = 2): Promise<void> {
    await this.begin(people);
    await this.write(ANNA, ...lines);
    await this.tellAll();
  }

  /** Gives somebody the keyboard, with their caret where it was. */
  focus(seat: Seat): Promise<void> {
    return this.page.evaluate((who) => window.letters.person(who).takeKeyboard(), seat);
  }

  box(seat: Seat): Locator {
    return this.page.locator(".words-input").nth(seat);
  }

  button(seat: Seat, name: string): Locator {
    return this.page.locator("section").nth(seat).getByRole("button", { name, exact: true });
  }

  /** Types lines, with Enter between them, where the caret is. */
  async write(seat: Seat, ...lines: readonly string[]): Promise<void> {
    await this.focus(seat);
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.page.keyboard.press("Enter");
      await this.page.keyboard.insertText(line);
    }
  }

  /** Puts somebody's caret at a place, or selects up to another one, and gives them the keyboard. */
  async select(seat: Seat, from: Spot, to: Spot = from): Promise<void> {
    await this.focus(seat);
    await this.page.evaluate(
      ([who, anchor, focus]) => {
        window.letters.person(who).select({ line: anchor[0], at: anchor[1] }, { line: focus[0], at: focus[1] });
      },
      [seat, from, to] as const,
    );
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types at a place. */
  async typeAt(seat: Seat, spot: Spot, text: string): Promise<void> {
    await this.select(seat, spot);
    await this.page.keyboard.type(text);
  }

  /** Pastes what a clipboard has, in these forms, where the keyboard is. */
  async paste(forms: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((given) => {
      const clipboardData = new DataTransfer();
      for (const [form, words] of Object.entries(given)) clipboardData.setData(form, words);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, forms);
  }

  /** Where a spot of somebody's text is on the page. */
  async pointAt(seat: Seat, [line, at]: Spot): Promise<{ readonly x: number; readonly y: number }> {
    return this.page.evaluate(
      ([who, offset]) => {
        const box = window.letters.person(who).boxAt(offset);
        if (box === null) throw new Error("that spot is not on the page");
        return { x: box.left, y: box.top + box.height / 2 };
      },
      [seat, { line, at }] as const,
    );
  }

  /** Has somebody do something while another has the keyboard: put letters in place of what is between two spots, or split there. */
  async aside(seat: Seat, from: Spot, to: Spot, does: Aside): Promise<void> {
    await this.page.evaluate(
      ([who, anchor, focus, what]) => {
        window.letters
          .person(who)
          .act({ line: anchor[0], at: anchor[1] }, { line: focus[0], at: focus[1] }, (selection) => {
            if (what === "split") selection.insertParagraph();
            else if (what === "remove") selection.removeText();
            else selection.insertText(what.types);
          });
      },
      [seat, from, to, does] as const,
    );
  }

  tell(from: Seat, to: Seat): Promise<void> {
    return this.page.evaluate(([one, other]) => window.letters.tell(one, other), [from, to] as const);
  }

  tellAll(): Promise<void> {
    return this.page.evaluate(() => window.letters.tellAll());
  }

  /** Where somebody's caret is, or what they have selected: anchor and focus. */
  async caret(seat: Seat): Promise<readonly Spot[]> {
    const places = await this.page.evaluate((who) => window.letters.person(who).caret(), seat);
    return (places ?? []).map(({ line, at }) => [line, at]);
  }

  /** The document's lines as somebody knows them, each stretch of letters with its writer. */
  async lines(seat: Seat): Promise<readonly string[]> {
    return (await this.page.evaluate((who) => window.letters.person(who).lines(), seat)).map(signed);
  }

  async text(seat: Seat): Promise<string> {
    return this.page.evaluate((who) => window.letters.person(who).words(), seat);
  }

  /** Has everyone hear everything, and expects all of them to know and see the same. Returns it, each letter with its writer. */
  async agree(): Promise<readonly string[]> {
    await this.tellAll();
    const { faults, texts } = await this.page.evaluate(() => ({
      faults: window.letters.faults(),
      texts: window.letters.room.people.map((person) => person.lines()),
    }));
    expect([...faults, ...this.complaints]).toEqual([]);
    const [first = [], ...others] = texts.map((lines) => lines.map(signed));
    for (const other of others) expect(other).toEqual(first);
    return first;
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** Starts a browser on the page. */
export async function openTable(): Promise<Table> {
  const served = await serveEditors();
  const permissions = ["clipboard-read", "clipboard-write"];
  const laptop = await launchLaptop({
    context: { viewport: { width: 1366, height: 768 }, locale: "en-GB", permissions },
  });
  const keys = await laptop.context.newCDPSession(laptop.page);
  await laptop.page.goto(served.address);
  return new Table(laptop.page, keys, async () => {
    await laptop.close();
    await served.close();
  });
}

/** A line as it is compared: `# Anna‹Hello› Mio‹!›`. */
function signed({ heading, runs }: SignedLine): string {
  const stretches: { readonly client: number; readonly text: string }[] = [];
  for (const [client, text] of runs) {
    const last = stretches.at(-1);
    if (last?.client === client) stretches[stretches.length - 1] = { client, text: last.text + text };
    else stretches.push({ client, text });
  }
  const words = stretches.map(({ client, text }) => `${NAMES.get(client) ?? "nobody"}‹${text}›`);
  return [...(heading ? ["#"] : []), ...words].join(" ");
}
