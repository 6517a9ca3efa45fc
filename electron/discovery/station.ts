import type { EventEmitter } from "node:events";
import { Bonjour, type Browser } from "bonjour-service";

import { announcementOf, serviceType, type Announced } from "./announcement.ts";

/** Multicast DNS on one network interface. */
export interface Station {
  /** Tells of a room from now on; null: of none. */
  announce(announced: Announced | null): void;
  /** Asks who is there. Every room that answers is heard once for each asking. */
  ask(): void;
  /** Says goodbye and ends. Safe to call twice. */
  close(): Promise<void>;
}

/** How long a goodbye may take where nothing can be sent any more. */
const goodbyeMs = 500;

/**
 * Opens multicast DNS on the interface with this address. One for each: the library would otherwise speak only where the
 * internet is, and hear nobody where there is none. What fails is the interface's trouble: then nobody is heard there, and an
 * address can still be typed.
 */
export function openStation(address: string, hear: (heard: unknown) => void): Station {
  const options = { interface: address, bind: "0.0.0.0" };
  // The library hands its options to multicast-dns, whose two its types leave out.
  const bonjour = new Bonjour(options as object, () => undefined);
  ignoreFailures(bonjour);
  let browser: Browser | null = null;
  let closed: Promise<void> | null = null;

  return {
    announce(announced) {
      bonjour.unpublishAll(() => undefined);
      if (announced !== null) bonjour.publish(announcementOf(announced));
    },
    ask() {
      // A new one each time: it tells of a room once, and keeps all that it ever heard.
      browser?.stop();
      browser = bonjour.find({ type: serviceType }, hear);
    },
    close() {
      closed ??= new Promise((resolve) => {
        browser?.stop();
        const end = () => bonjour.destroy(resolve);
        const patience = setTimeout(end, goodbyeMs);
        bonjour.unpublishAll(() => {
          clearTimeout(patience);
          end();
        });
      });
      return closed;
    },
  };
}

/** An interface that cannot be used, or not any more, must not end the program, as an "error" that nobody hears would. */
function ignoreFailures(bonjour: Bonjour): void {
  // `server.mdns` is private in the types and there in every version; without it there is nothing to hear.
  const { server } = bonjour as unknown as { readonly server: { readonly mdns: EventEmitter } };
  server.mdns.on("error", () => undefined);
}
