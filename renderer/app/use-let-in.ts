import { useEffect, useRef } from "react";
import { afterPaint } from "../ui/after-paint.ts";
import { focusComposer } from "./focus-composer.ts";

/** Whoever waited here, or at the door, and was let in is where words are written, so that the first ones need nothing else to be found. */
export function useLetIn(isWaiting: boolean, mayWrite: boolean, hasWaited: boolean): void {
  const waited = useRef(hasWaited);
  useEffect(() => {
    if (isWaiting) waited.current = true;
    if (isWaiting || !mayWrite || !waited.current) return;
    waited.current = false;
    // The heading of the room takes the keyboard first, as on every screen.
    void afterPaint().then(focusComposer);
  }, [isWaiting, mayWrite]);
}
