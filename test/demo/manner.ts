import type { Locator, Page } from "playwright-core";

/** How hands work a screen: with a mouse or a finger, or by keyboard alone. */
export interface Manner {
  /** A button, a link, an item of a menu. */
  press(what: Locator): Promise<void>;
  /** One of several, by its radio button or tick box. */
  choose(what: Locator): Promise<void>;
  /** Ticks a tick box, or takes its tick away. */
  toggle(what: Locator): Promise<void>;
  /** Puts the keyboard somewhere. */
  goTo(where: Locator): Promise<void>;
  /** Writes into a field, in the place of what is there. */
  fill(field: Locator, words: string): Promise<void>;
}

/** With a mouse. What is drawn of a choice is its label; the radio button itself is out of sight. */
export const byMouse: Manner = {
  press: (what) => what.click(),
  choose: (what) => what.locator("xpath=ancestor::label[1]").click(),
  toggle: (what) => byMouse.choose(what),
  goTo: (where) => where.focus(),
  fill: (field, words) => field.fill(words),
};

/** More stops than any screen has. */
const MOST_STOPS = 400;

/** What to press next on the way to somewhere; `there` when the keyboard has arrived. */
type Next = "ArrowDown" | "ArrowUp" | "Tab" | "there";

/** By keyboard alone: only keys are pressed, and only what has the keyboard is acted on. */
export function byKeyboard(page: Page): Manner {
  async function goTo(where: Locator): Promise<void> {
    await where.waitFor({ state: "attached" });
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const next: Next = await where.first().evaluate(wayTo);
      if (next === "there") return;
      await page.keyboard.press(next);
    }
    throw new Error(`the keyboard does not come to ${String(where)}`);
  }

  return {
    goTo,
    async press(what) {
      await goTo(what);
      await page.keyboard.press("Enter");
    },
    async choose(what) {
      await goTo(what);
      if (!(await what.isChecked())) await page.keyboard.press("Space");
    },
    async toggle(what) {
      await goTo(what);
      await page.keyboard.press("Space");
    },
    async fill(field, words) {
      await goTo(field);
      await page.keyboard.press("ControlOrMeta+a");
      if (words === "") await page.keyboard.press("Delete");
      else await page.keyboard.type(words);
    },
  };
}

/** Runs in the page. Arrows lead through a menu, through the choices of one question and through the record; Tab everywhere else. */
function wayTo(target: Element): Next {
  const active = document.activeElement;
  if (active === target) return "there";
  if (active === null) return "Tab";
  const follows = (active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const arrow = follows ? "ArrowDown" : "ArrowUp";
  const menu = active.closest("[role=menu]");
  if (menu?.contains(target) === true) return arrow;
  const group = active.closest("[role=radiogroup]");
  if (group?.contains(target) === true && active.matches("input")) return arrow;
  const row = active.closest("[data-utterance]");
  const itsRow = target.closest("[data-utterance]");
  if (row !== null && itsRow !== null && row !== itsRow) return arrow;
  return "Tab";
}
