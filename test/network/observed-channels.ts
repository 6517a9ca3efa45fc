import type { BrowserContext, Page } from "playwright-core";

/** What a page tells of its data channels. */
export interface ObservedChannels {
  /** When so many were first open at once, not before `sinceMs`; null if they never were. Milliseconds since 1970. */
  reachedAt(count: number, sinceMs: number): number | null;
  /** How many are open now. */
  open(): number;
  /** How many have brought something since then. */
  heardSince(sinceMs: number): number;
  /** How many messages they have brought. */
  brought(): number;
}

declare global {
  interface Window {
    observedChannels: ObservedChannels;
  }
}

/** Looks at every data channel that pages of this browser open from now on, and changes nothing about them. */
export async function observeChannels(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const nowMs = () => performance.timeOrigin + performance.now();
    const counts: { readonly atMs: number; readonly open: number }[] = [];
    const heardAtMs = new Map<RTCDataChannel, number>();
    let brought = 0;
    let open = 0;
    const count = (more: number) => {
      open += more;
      counts.push({ atMs: nowMs(), open });
    };
    class ObservedConnection extends RTCPeerConnection {
      override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
        const channel = super.createDataChannel(label, options);
        let isOpen = false;
        channel.addEventListener("open", () => {
          isOpen = true;
          count(1);
        });
        channel.addEventListener("close", () => {
          if (isOpen) count(-1);
          isOpen = false;
        });
        channel.addEventListener("message", () => {
          heardAtMs.set(channel, nowMs());
          brought += 1;
        });
        return channel;
      }
    }
    window.RTCPeerConnection = ObservedConnection;
    window.observedChannels = {
      reachedAt: (wanted, sinceMs) => counts.find((one) => one.atMs >= sinceMs && one.open >= wanted)?.atMs ?? null,
      open: () => open,
      heardSince: (sinceMs) => [...heardAtMs.values()].filter((atMs) => atMs >= sinceMs).length,
      brought: () => brought,
    };
  });
}

/** Milliseconds since 1970 when each of these pages has had so many channels open; waits until they have. */
export async function whenAllReach(pages: readonly Page[], count: number, sinceMs: number): Promise<number> {
  const patienceMs = 60_000;
  const until = Date.now() + patienceMs;
  for (;;) {
    const reached = await Promise.all(
      pages.map((page) =>
        page.evaluate(([wanted, since]) => window.observedChannels.reachedAt(wanted, since), [count, sinceMs] as const),
      ),
    );
    const there = reached.filter((atMs) => atMs !== null);
    if (there.length === pages.length) return Math.max(...there);
    if (Date.now() > until) {
      const open = await Promise.all(pages.map((page) => page.evaluate(() => window.observedChannels.open())));
      throw new Error(`not all reach all: ${count} wanted, open are ${open.join(", ")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
