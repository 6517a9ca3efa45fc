import { expectEverywhere, expectSame } from "./expect-everywhere.ts";
import type { Hands } from "./hands.ts";
import type { Room } from "./play.ts";
import type { Report } from "./report.ts";

/** All that each voice types in the summary, in the order in which it stands there in the end. Only its own letters may be its. */
export const WRITTEN: Readonly<Record<string, string>> = {
  Ellen: "What we heard The team comes back on Thursday.",
  Samira: "Samira is frightened since the break-in and wants to sleep. The canal is quiet.",
  Layla: "Her mother is afraid of waiting too long. Now my fear is in it too.",
  Karim: "The weekend is hard for everyone.",
  Tomas: "Both of these stand.",
};

const HEADING = "What we heard";
const SAMIRAS = "Samira is frightened since the break-in and wants to sleep.";
const ELLENS = "The team comes back on Thursday.";
const LAYLAS = "Her mother is afraid of waiting too long.";
const KARIMS = "The weekend is hard for everyone.";
/** More than the summary has here. */
const MOST_LETTERS = 300;
/** Where Ellen divides Samira's line: before these words. */
const DIVIDED = " and wants to sleep.";

/** The summary, written by four laptops at once: with a heading, lines that are divided and joined, and words typed into them meanwhile. */
export async function playWritingTogether({ a, b, c, d }: Room, report: Report): Promise<void> {
  const everyone = [a, b, c, d];
  await report.step(
    "write",
    "four laptops write the summary at once, and divide, join and head its lines",
    async () => {
      await b.writeSummary("Ellen", HEADING);
      await b.pressButton("Heading");
      await expectEverywhere(everyone, ({ summary }) => summary.getByRole("heading", { name: HEADING }), "the heading");
      await c.speakAs("Layla");
      const lines = [
        [a, SAMIRAS],
        [b, ELLENS],
        [c, LAYLAS],
        [d, KARIMS],
      ] as const;
      for (const [hands] of lines) await putCaret(hands, HEADING.length);
      await Promise.all(lines.map(([hands, words]) => typeKeys(hands, ["Enter", words])));
      for (const [, words] of lines) {
        await expectEverywhere(everyone, ({ summary }) => summary.filter({ hasText: words }), words);
      }
      await expectSame(everyone, async ({ summary }) => summary.innerText());
      // Ellen divides Samira's line and Layla joins hers to the one above while Samira and Karim go on.
      const text = await summaryText(a);
      await putCaret(a, text.indexOf(SAMIRAS) + SAMIRAS.length);
      await putCaret(b, text.indexOf(DIVIDED));
      await putCaret(c, text.indexOf(LAYLAS));
      await putCaret(d, text.indexOf(KARIMS) + KARIMS.length);
      await Promise.all([
        typeKeys(a, [" The canal is quiet."]),
        typeKeys(b, ["Enter"]),
        typeKeys(c, ["Backspace"]),
        d.pressButton("Heading").then(() => d.pressButton("Heading")),
      ]);
      await expectEverywhere(
        everyone,
        ({ summary }) => summary.filter({ hasText: "The canal is quiet." }),
        "her words",
      );
      await expectSame(everyone, async ({ summary }) => summary.innerText());
      await c.writeSummary("Tomas", WRITTEN["Tomas"] ?? "");
      await expectEverywhere(
        everyone,
        ({ summary }) => summary.filter({ hasText: "Both of these stand." }),
        "Tomas’s words",
      );
      await expectSame(everyone, async ({ summary }) => summary.innerText());
      await report.pictures("write");
    },
  );
}

/** The text of the summary, one letter for each press of an arrow key. */
async function summaryText({ summary }: Hands): Promise<string> {
  const lines = await summary.locator("> *").allTextContents();
  return lines.join("\n");
}

/** Goes to a place of the summary by the keyboard, and looks whether the caret is there, as anyone does. */
async function putCaret(hands: Hands, letters: number): Promise<void> {
  const { keyboard } = hands.page;
  await hands.manner.goTo(hands.summary);
  await keyboard.press("ControlOrMeta+Home");
  for (let left = letters; left > 0; left -= 1) await keyboard.press("ArrowRight");
  const seen: number[] = [];
  for (let tries = 0; tries < MOST_LETTERS; tries += 1) {
    const at = await hands.summary.evaluate(lettersBeforeCaret);
    if (at === letters) return;
    seen.push(at);
    await keyboard.press(letters > at ? "ArrowRight" : "ArrowLeft");
  }
  const active = await hands.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "nothing named");
  const way = [...seen.slice(0, 5), "…", ...seen.slice(-5)].join(", ");
  throw new Error(
    `the caret on laptop ${hands.name} does not come to letter ${String(letters)}, but to ${way}; the keyboard is at ${active}`,
  );
}

/** Runs in the page: how many letters and line ends stand before the caret. */
function lettersBeforeCaret(summary: Element): number {
  const { focusNode, focusOffset } = document.getSelection() ?? { focusNode: null, focusOffset: 0 };
  let passed = 0;
  for (const line of summary.children) {
    if (focusNode !== null && line.contains(focusNode)) {
      const before = document.createRange();
      before.setStart(line, 0);
      before.setEnd(focusNode, focusOffset);
      return passed + before.toString().length;
    }
    passed += line.textContent.length + 1;
  }
  return -1;
}

async function typeKeys({ page }: Hands, keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await (key.length > 1 && /^[A-Z][a-z]+$/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key));
}
