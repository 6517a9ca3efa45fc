import type { Bridge } from "../../../shared/ipc.ts";

declare global {
  interface Window {
    /** What the desktop window's preload offers; absent in a browser. */
    readonly polyphony?: Bridge;
  }
}

/** The way to the desktop process, when the page runs in its window; null in a browser. */
export function desktopBridge(): Bridge | null {
  return window.polyphony ?? null;
}
