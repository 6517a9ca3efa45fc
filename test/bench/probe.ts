import type { Page } from "playwright-core";

/**
 * What the bench adds to every page of either program before anything of it runs. It watches and changes nothing. All
 * times are `performance.timeOrigin + performance.now()`: milliseconds on one clock for all browsers of a machine.
 */
export interface Probe {
  /** When each letter key went down here since `forgetKeys`, by the browser's own time stamp of the event. */
  readonly keys: number[];
  forgetKeys(): void;
  /** From now on notes when the text of the last element that matches has been painted with one letter more. */
  watch(selector: string): void;
  /** `painted[n]`: when the watched text was painted with at least `n + 1` letters. */
  readonly painted: number[];
  /** The watched text as it stands. */
  watched(): string;
  /**
   * Resolves with the time at which elements that match were painted that together hold all these texts; with
   * `inView`, the last of them within what the window shows.
   */
  whenPainted(selector: string, texts: readonly string[], inView: boolean): Promise<number>;
  /** The payload bytes that all open data channels of this page have sent so far, and how many channels are open. */
  sent(): Promise<{ readonly bytes: number; readonly channels: number }>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Puts the probe into every document that this page, or another one of its browser, opens from now on. */
export async function addProbe(page: Page): Promise<void> {
  await page.context().addInitScript(installProbe);
}

/** Runs inside the page, so it uses nothing from outside of itself. */
function installProbe(): void {
  const now = (): number => performance.timeOrigin + performance.now();

  /** Calls back when the frame in which the page now stands has been handed to the screen. */
  const afterPaint = (callback: (time: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        callback(now());
      };
      port2.postMessage(null);
    });
  };

  const observe = (callback: () => void): MutationObserver => {
    const observer = new MutationObserver(callback);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    return observer;
  };

  const keys: number[] = [];
  addEventListener(
    "keydown",
    (event) => {
      if (event.isTrusted && event.key.length === 1) keys.push(performance.timeOrigin + event.timeStamp);
    },
    { capture: true },
  );

  const connections = new Set<RTCPeerConnection>();
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  };

  const painted: number[] = [];
  let watching: MutationObserver | null = null;
  let selectorWatched = "";
  const watched = (): string => [...document.querySelectorAll(selectorWatched)].at(-1)?.textContent ?? "";

  window.probe = {
    keys,
    forgetKeys() {
      keys.length = 0;
    },
    watch(selector) {
      watching?.disconnect();
      painted.length = 0;
      selectorWatched = selector;
      let seen = 0;
      watching = observe(() => {
        const from = seen;
        const upTo = watched().length;
        if (upTo <= from) return;
        seen = upTo;
        afterPaint((time) => {
          for (let letter = from; letter < upTo; letter += 1) painted[letter] = time;
        });
      });
    },
    painted,
    watched,
    whenPainted(selector, texts, inView) {
      return new Promise((resolve) => {
        const isThere = (): boolean => {
          const elements = [...document.querySelectorAll(selector)];
          const last = elements.at(-1);
          if (last === undefined) return false;
          const text = elements.map((element) => element.textContent).join("\n");
          if (!texts.every((one) => text.includes(one))) return false;
          const { top, bottom } = last.getBoundingClientRect();
          return !inView || (bottom > 0 && top < innerHeight);
        };
        let asked = false;
        const ask = (): void => {
          if (asked || !isThere()) return;
          asked = true;
          watcher.disconnect();
          removeEventListener("scroll", ask, { capture: true });
          afterPaint(resolve);
        };
        const watcher = observe(ask);
        // What is there already comes into view by scrolling, which changes nothing in the document.
        addEventListener("scroll", ask, { capture: true, passive: true });
        ask();
      });
    },
    async sent() {
      const reports = await Promise.all([...connections].map((connection) => connection.getStats()));
      let bytes = 0;
      let channels = 0;
      for (const report of reports) {
        report.forEach((stats: RTCStats) => {
          if (stats.type !== "data-channel" || !("bytesSent" in stats) || !("state" in stats)) return;
          if (typeof stats.bytesSent === "number") bytes += stats.bytesSent;
          if (stats.state === "open") channels += 1;
        });
      }
      return { bytes, channels };
    },
  };
}
