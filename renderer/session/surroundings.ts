import type { VoiceId } from "../../shared/feed/ids.ts";
import { hostOfLine } from "../../shared/room/places.ts";
import { ALONE, type Connection } from "../transport/carrier.ts";

/** What is so around the record, now. Whoever changes it says so. */
export class Surroundings {
  present: ReadonlySet<VoiceId> = new Set();
  connection: Connection = ALONE;
  /** The signaling servers that laptops here host or have hosted, with who is at them. */
  places: ReadonlyMap<string, VoiceId> = new Map();
  /** Whether some of what this laptop had kept could not be read any more. */
  damaged = false;
  /** Whether another window has the meeting now. */
  elsewhere = false;

  /** The voice on whose laptop the line to the others is. */
  get via(): VoiceId | null {
    return hostOfLine(this.connection.lines, this.places);
  }

  /** Others say where they host. True: some of it is new. Whoever has gone is remembered: their laptop may come back. */
  hear(places: ReadonlyMap<string, VoiceId>): boolean {
    if ([...places].every(([url, voice]) => this.places.get(url) === voice)) return false;
    // The newest hold where there are too many: a laptop moves from network to network, and a modified one makes up more.
    this.places = new Map([...places, ...[...this.places].filter(([url]) => !places.has(url))].slice(0, MOST_PLACES));
    return true;
  }
}

const MOST_PLACES = 32;
