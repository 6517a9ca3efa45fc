import { useLayoutEffect, type RefObject } from "react";

/** This close to the end counts as being there. */
const NEAR_PX = 32;

/** Keeps what scrolls at its end while it grows, until somebody scrolls up, and again once they are back at the end. */
export function useEnd(scrolls: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const list = scrolls.current;
    const grows = list?.firstElementChild ?? null;
    if (list === null || grows === null) return;
    let atEnd = true;
    const onScroll = (): void => {
      atEnd = list.scrollHeight - list.scrollTop - list.clientHeight <= NEAR_PX;
    };
    const sizes = new ResizeObserver(() => {
      if (atEnd) list.scrollTop = list.scrollHeight;
    });
    sizes.observe(grows);
    sizes.observe(list);
    list.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      list.removeEventListener("scroll", onScroll);
    };
  }, [scrolls]);
}
