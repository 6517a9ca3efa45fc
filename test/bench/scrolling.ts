import type { CDPSession, Page } from "playwright-core";

/** What a reader saw while scrolling through a list. */
export interface Scrolled {
  /** How many frames were looked at. */
  readonly frames: number;
  /** In how many of them no row stood in the list at all. */
  readonly blank: number;
  /** The most of the list, in pixels, that in one frame no row covered. */
  readonly mostUncoveredPx: number;
  readonly tookMs: number;
}

interface Looking {
  frames: number;
  blank: number;
  mostUncoveredPx: number;
  stop: boolean;
}

declare global {
  interface Window {
    looking: Looking;
  }
}

const SCROLLER = "[data-virtuoso-scroller]";
const PATIENCE_MS = 180_000;

/**
 * Scrolls the list from where it is to its `end`, with a finger's own gesture and `pxPerSecond` fast, and looks at it in
 * every frame as it is handed to the screen.
 */
export async function scrollThrough(
  page: Page,
  devtools: CDPSession,
  end: "bottom" | "top",
  pxPerSecond: number,
): Promise<Scrolled> {
  const box = await page.locator(SCROLLER).boundingBox();
  if (box === null) throw new Error("there is no list to scroll");
  await page.evaluate(lookAtEveryFrame, SCROLLER);
  const begun = performance.now();
  let left = await distance(page, end);
  while (left > 1) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error("the list has no end");
    await devtools.send("Input.synthesizeScrollGesture", {
      x: Math.round(box.x + box.width / 2),
      y: Math.round(box.y + box.height / 2),
      yDistance: (end === "top" ? 1 : -1) * Math.min(left, pxPerSecond),
      speed: pxPerSecond,
      preventFling: true,
      gestureSourceType: "mouse",
    });
    left = await distance(page, end);
  }
  const tookMs = performance.now() - begun;
  const { frames, blank, mostUncoveredPx } = await page.evaluate(() => {
    window.looking.stop = true;
    return window.looking;
  });
  if (frames === 0) throw new Error("nobody looked");
  return { frames, blank, mostUncoveredPx, tookMs };
}

function distance(page: Page, end: "bottom" | "top"): Promise<number> {
  return page
    .locator(SCROLLER)
    .evaluate(
      (list, to) => (to === "top" ? list.scrollTop : list.scrollHeight - list.clientHeight - list.scrollTop),
      end,
    );
}

/** Runs inside the page, so it uses nothing from outside of itself. */
function lookAtEveryFrame(scroller: string): void {
  const looking = { frames: 0, blank: 0, mostUncoveredPx: 0, stop: false };
  window.looking = looking;
  const look = (): void => {
    const list = document.querySelector(scroller);
    if (looking.stop || list === null) return;
    const { top, bottom } = list.getBoundingClientRect();
    const rows = [...list.querySelectorAll("[data-utterance]")].map((row) => row.getBoundingClientRect());
    const inView = rows.filter((row) => row.bottom > top && row.top < bottom);
    looking.frames += 1;
    if (inView.length === 0) looking.blank += 1;
    const first = Math.min(...inView.map((row) => row.top), bottom);
    const last = Math.max(...inView.map((row) => row.bottom), top);
    const uncovered = Math.max(0, first - top) + Math.max(0, bottom - Math.max(last, top));
    looking.mostUncoveredPx = Math.max(looking.mostUncoveredPx, Math.round(uncovered));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
