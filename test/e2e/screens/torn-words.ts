import type { Page } from "playwright-core";

/** What names things: people, headings, and everything that can be pressed. */
const NAMES = "a, button, h1, h2, h3, h4, label, .voice-name";

/** The words that are torn apart at the end of a line, where somebody has to read them to know what is what. */
export function tornWords(page: Page): Promise<readonly string[]> {
  return page.evaluate((names) => {
    const torn: string[] = [];
    for (const named of document.querySelectorAll<HTMLElement>(names)) {
      if (!named.checkVisibility({ visibilityProperty: true }) || named.closest(".unseen") !== null) continue;
      const texts = document.createTreeWalker(named, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (text.parentElement?.closest(".unseen") !== null) continue;
        for (const { 0: word, index } of (text.textContent ?? "").matchAll(/\p{L}+/gu)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1) torn.push(`“${word}” in “${named.textContent.trim()}”`);
        }
      }
    }
    return torn;
  }, NAMES);
}
