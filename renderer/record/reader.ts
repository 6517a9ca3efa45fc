import type { UtteranceId } from "../../shared/feed/ids.ts";

/** This close to the end counts as being there. */
const NEAR_PX = 24;
/** What a reader scrolls with. A scrolling that none of them began is the list's own. */
const MOVES = ["wheel", "touchmove", "pointerdown", "keydown", "focusin"] as const;
/** How long after a move the list may take to scroll, on a slow laptop; and how long a scrolling of theirs may pause. */
const MOVE_MS = 1200;
const GOES_ON_MS = 400;
/** This long after a scrolling has ended, the reader is reading again. */
const SETTLES_MS = 150;

/**
 * Someone reading a list that scrolls: at its end, or at an utterance that is to stay where it stands on the screen.
 * They leave the end by scrolling up and by nothing else: not by words that grow, nor by a list that gets less room.
 */
export class Reader {
  #list: HTMLElement | null = null;
  #atEnd: boolean;
  #reads: { readonly id: UtteranceId; readonly top: number } | null = null;

  /** Someone who opens a list at its end, or further up. */
  constructor(opensAtEnd: boolean) {
    this.#atEnd = opensAtEnd;
  }

  get atEnd(): boolean {
    return this.#atEnd;
  }

  /** The first utterance in view when the reader last scrolled, or null. */
  get reads(): UtteranceId | null {
    return this.#reads?.id ?? null;
  }

  /** Goes with the list that scrolls until the returned function is called. */
  follow(list: HTMLElement): () => void {
    this.#list = list;
    let lastTop = list.scrollTop;
    let theirsUntilMs = 0;
    const theirsFor = (ms: number): void => {
      theirsUntilMs = Math.max(theirsUntilMs, performance.now() + ms);
    };
    const onMove = (): void => {
      theirsFor(MOVE_MS);
    };
    const onScroll = (): void => {
      const byReader = performance.now() < theirsUntilMs;
      const toEnd = list.scrollHeight - list.scrollTop - list.clientHeight;
      if (toEnd <= NEAR_PX) this.#atEnd = true;
      else if (byReader && list.scrollTop < lastTop) this.#atEnd = false;
      lastTop = list.scrollTop;
      if (byReader || this.#reads === null) {
        this.#reads = firstInView(list);
        theirsFor(GOES_ON_MS);
      } else {
        this.keepPlace();
      }
    };
    const onScrollEnd = (): void => {
      theirsUntilMs = Math.min(theirsUntilMs, performance.now() + SETTLES_MS);
    };
    const sizes = new ResizeObserver(() => {
      this.keepPlace();
    });
    for (const element of [list, ...list.querySelectorAll("[data-testid='virtuoso-item-list']")]) {
      sizes.observe(element);
    }
    list.addEventListener("scroll", onScroll, { passive: true });
    list.addEventListener("scrollend", onScrollEnd, { passive: true });
    for (const kind of MOVES) list.addEventListener(kind, onMove, { passive: true });
    return () => {
      list.removeEventListener("scroll", onScroll);
      list.removeEventListener("scrollend", onScrollEnd);
      for (const kind of MOVES) list.removeEventListener(kind, onMove);
      sizes.disconnect();
      this.#list = null;
    };
  }

  /** Takes back what a change has moved, before it is painted. */
  keepPlace(): void {
    const list = this.#list;
    if (list === null) return;
    if (this.#atEnd) {
      list.scrollTop = list.scrollHeight;
      return;
    }
    if (this.#reads === null) return;
    const read = list.querySelector(`[data-utterance="${CSS.escape(this.#reads.id)}"]`);
    if (read === null) return;
    const moved = read.getBoundingClientRect().top - this.#reads.top;
    if (Math.abs(moved) >= 1) list.scrollTop += moved;
  }
}

function firstInView(list: HTMLElement): { readonly id: UtteranceId; readonly top: number } | null {
  const { top } = list.getBoundingClientRect();
  for (const article of list.querySelectorAll<HTMLElement>("[data-utterance]")) {
    const place = article.getBoundingClientRect();
    // Only the ids of rows are ever written there.
    const id = article.dataset["utterance"] as UtteranceId | undefined;
    if (place.bottom > top && id !== undefined) return { id, top: place.top };
  }
  return null;
}
