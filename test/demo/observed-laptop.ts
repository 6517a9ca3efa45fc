import { launchLaptop, type Laptop, type LaptopWish } from "../e2e/chromium.ts";

/** What the demo asks a laptop about its connections. */
export interface Links {
  /** Laptops with an open data channel that has carried bytes both ways. */
  readonly dataChannels: number;
}

/**
 * A laptop on which every RTCPeerConnection the program opens is remembered, so that its statistics can be read, and on which
 * BroadcastChannel carries nothing but the vault's signals between tabs, so that only the network can carry a word.
 */
export async function launchObserved(wish: LaptopWish): Promise<Laptop> {
  const laptop = await launchLaptop(wish);
  await laptop.context.addInitScript(() => {
    const opened: RTCPeerConnection[] = [];
    const Native = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Native {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        opened.push(this);
      }
    };
    const NativeChannel = window.BroadcastChannel;
    window.BroadcastChannel = class extends NativeChannel {
      override postMessage(message: unknown): void {
        if (this.name.startsWith("polyphony-vault")) super.postMessage(message);
      }
    };
    Object.assign(window, { openedConnections: opened });
  });
  return laptop;
}

/** Reads from the connections' own statistics what has really carried words. */
export async function linksOf({ page }: Laptop): Promise<Links> {
  return page.evaluate(async () => {
    // Set by the init script above, in this very page.
    const { openedConnections } = window as unknown as { openedConnections: RTCPeerConnection[] };
    let dataChannels = 0;
    for (const connection of openedConnections) {
      if (connection.connectionState !== "connected") continue;
      for (const report of (await connection.getStats()).values()) {
        // Statistics are declared as `any`; a data-channel report has these members (W3C webrtc-stats, §8.13).
        const channel = report as { type: string; state?: string; bytesSent?: number; bytesReceived?: number };
        if (channel.type !== "data-channel" || channel.state !== "open") continue;
        if ((channel.bytesSent ?? 0) > 0 && (channel.bytesReceived ?? 0) > 0) dataChannels += 1;
      }
    }
    return { dataChannels };
  });
}
