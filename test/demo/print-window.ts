import type { BrowserContext, Page } from "playwright-core";

const ASKED = "asked to print";

/**
 * Stands in for the browser's print window on every page this laptop opens from now on: being asked to print is noted, and
 * nothing is printed. Whether a browser without a window can print, and how long it is busy with it, differs between versions of
 * Chromium; while it is, it makes no PDF.
 */
export async function takeOverPrinting(context: BrowserContext): Promise<void> {
  await context.addInitScript((asked) => {
    window.print = () => {
      performance.mark(asked);
    };
  }, ASKED);
}

/** What the print window of this page would save, once the program has asked for it. */
export async function savedFromPrintWindow(paper: Page): Promise<Buffer> {
  await paper.waitForFunction((asked) => performance.getEntriesByName(asked).length > 0, ASKED);
  return paper.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
}
