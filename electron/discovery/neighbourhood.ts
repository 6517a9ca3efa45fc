import type { NearbyRoom } from "../../shared/shell.ts";
import { parseAnnouncement, type Announced } from "./announcement.ts";
import { openStation, type Station } from "./station.ts";

/** What is to be told and heard on the networks around. */
export interface Attention {
  /** The addresses of the interfaces to speak and listen on. */
  readonly addresses: readonly string[];
  readonly announced: Announced | null;
  readonly isLooking: boolean;
}

/** The rooms near here, and our own among them. */
export interface Neighbourhood {
  /** Other rooms that were heard of in the last seconds, in the order in which they were first heard. */
  found(): readonly NearbyRoom[];
  /** Tells and hears this from now on. With nothing to tell and nothing to look for, no socket is open. */
  attend(attention: Attention): void;
  close(): Promise<void>;
}

const askEveryMs = 3000;

/** A room that has not answered three times is gone: one that was killed says no goodbye. */
const forgottenMs = 10_000;

/** Anyone in the room can announce; more than this is not a table. */
const mostRooms = 32;

/** A neighbourhood in which nothing is told or heard yet. */
export function createNeighbourhood(): Neighbourhood {
  const stations = new Map<string, Station>();
  const heard = new Map<string, { readonly room: NearbyRoom; readonly atMs: number }>();
  let announced: Announced | null = null;
  let asking: NodeJS.Timeout | null = null;

  function hear(told: unknown): void {
    const room = parseAnnouncement(told);
    if (room === null || announced?.fingerprint.startsWith(room.fingerprint) === true) return;
    forget();
    const known = heard.get(room.fingerprint);
    // One that answers on two networks stays at the address where it was heard first.
    if (known === undefined ? heard.size < mostRooms : known.room.url === room.url) {
      heard.set(room.fingerprint, { room, atMs: Date.now() });
    }
  }

  function forget(): void {
    for (const [fingerprint, { atMs }] of heard) {
      if (Date.now() - atMs > forgottenMs) heard.delete(fingerprint);
    }
  }

  function ask(): void {
    for (const station of stations.values()) station.ask();
  }

  async function attendOnly(addresses: readonly string[]): Promise<void> {
    const gone = [...stations].filter(([address]) => !addresses.includes(address));
    for (const [address] of gone) stations.delete(address);
    await Promise.all(gone.map(([, station]) => station.close()));
  }

  return {
    found() {
      forget();
      return [...heard.values()].map(({ room }) => room);
    },

    attend(attention) {
      const isNews =
        announced?.fingerprint !== attention.announced?.fingerprint || announced?.port !== attention.announced?.port;
      announced = attention.announced;
      const wanted = announced !== null || attention.isLooking ? attention.addresses : [];
      void attendOnly(wanted);
      if (isNews) for (const station of stations.values()) station.announce(announced);
      for (const address of wanted) {
        if (stations.has(address)) continue;
        const station = openStation(address, hear);
        stations.set(address, station);
        if (announced !== null) station.announce(announced);
        if (attention.isLooking) station.ask();
      }
      if (!attention.isLooking) {
        if (asking !== null) clearInterval(asking);
        asking = null;
      } else if (asking === null) {
        ask();
        asking = setInterval(ask, askEveryMs).unref();
      }
    },

    async close() {
      if (asking !== null) clearInterval(asking);
      asking = null;
      await attendOnly([]);
    },
  };
}
