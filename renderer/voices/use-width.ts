import { useLayoutEffect, useState, type RefObject } from "react";

/** Sixteenths of the text's size: what the picture is measured in, so that it grows with the text. */
const IN_ONE_REM = 16;

/** How wide an element is, in sixteenths of the text's size; null before it has been measured. */
export function useWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const measure = (): void => {
      const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setWidth(Math.floor((measured.clientWidth / remPx) * IN_ONE_REM));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(measured);
    return () => sizes.disconnect();
  }, [element]);
  return width;
}

/** A length of the picture as CSS takes it. */
export function inRem(sixteenths: number): string {
  return `${String(sixteenths / IN_ONE_REM)}rem`;
}
