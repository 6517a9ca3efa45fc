import type { Page } from "playwright-core";

/** One of the two programs, opened on several laptops that have found each other. */
export interface Gathering {
  /** Its page on each laptop. The first one types. */
  readonly pages: readonly Page[];
  /** Where the others see what is being typed now. */
  readonly growing: string;
  /** Puts the caret of the first page where the next words are typed. */
  focus(): Promise<void>;
  /** Ends what was typed, so that what is typed next begins anew. */
  finish(): Promise<void>;
}

/** Shows this program on all its laptops, as if one had changed to its tab, and lets that settle. */
export async function comeForward({ pages }: Gathering): Promise<void> {
  await Promise.all(pages.map((page) => page.bringToFront()));
  await pause(300);
}

/** Has every page but the first note when it paints what is being typed. */
export async function watchReaders({ pages, growing }: Gathering): Promise<void> {
  const [writer, ...readers] = pages;
  await Promise.all(
    readers.map((reader) =>
      reader.evaluate((selector) => {
        window.probe.watch(selector);
      }, growing),
    ),
  );
  await writer?.evaluate(() => {
    window.probe.forgetKeys();
  });
}

/** Waits until every reader has painted all of `text`, and makes sure that it is this text and no other. */
export async function expectPainted({ pages }: Gathering, text: string): Promise<void> {
  const readers = pages.slice(1);
  await Promise.all(
    readers.map(async (reader) => {
      await reader.waitForFunction((length) => window.probe.painted.length >= length, text.length);
      const shown = await reader.evaluate(() => window.probe.watched());
      if (shown !== text) throw new Error(`typed was "${text}", and shown is "${shown}"`);
    }),
  );
}

/** Waits a while. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
