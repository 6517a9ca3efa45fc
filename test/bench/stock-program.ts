import type { Page } from "playwright-core";
import type { Bench } from "./bench.ts";
import type { Gathering } from "./gathering.ts";
import { expectMesh } from "./mesh.ts";
import type { StockPage } from "./stock/main.tsx";

declare global {
  interface Window {
    stock: StockPage;
  }
}

/** Where people write in the stock page, and read. */
export const STOCK_EDITOR = "[contenteditable='true']";
/** The last paragraph of its document. */
export const STOCK_LAST_PARAGRAPH = `${STOCK_EDITOR} > p:last-child`;

/** The address under which the stock page opens one document. */
export function stockAddress(bench: Bench, room: string): string {
  const address = new URL(bench.stock.url);
  address.searchParams.set("room", room);
  address.searchParams.append("signaling", bench.ours.signalingUrl);
  return address.href;
}

/** Opens the stock page, ready to be written in. */
export async function openStock(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator(STOCK_EDITOR).waitFor();
}

/** The same document open on all these pages; the first one writes. */
export async function gatherAroundStock(pages: readonly Page[]): Promise<Gathering> {
  await expectMesh(pages);
  const [writer] = pages;
  if (writer === undefined) throw new Error("a document is open on at least one laptop");
  return {
    pages,
    growing: STOCK_LAST_PARAGRAPH,
    async focus() {
      await writer.locator(STOCK_EDITOR).focus();
      await writer.keyboard.press("Control+End");
    },
    finish: () => writer.keyboard.press("Enter"),
  };
}
