import * as v from "valibot";

import { wordsOf } from "../../shared/room/two-words.ts";
import type { NearbyRoom } from "../../shared/shell.ts";
import { isRoomAddress } from "../../shared/room/address.ts";

/** The service type (RFC 6763): `_polyphony._tcp`. */
export const serviceType = "polyphony";

const version = "1";
const shownDigits = 16;

/** What a host tells of its room. */
export interface Announced {
  /** SHA-256 of its certificate, in hexadecimal digits. */
  readonly fingerprint: string;
  readonly port: number;
}

/** What is published of a room. Its name is the two words; neither the laptop's name nor a person's is in it. */
export function announcementOf({ fingerprint, port }: Announced) {
  const shown = fingerprint.slice(0, shownDigits);
  return {
    name: wordsOf(fingerprint),
    type: serviceType,
    port,
    // Without it the laptop's own name would be told, which is often a person's.
    host: `polyphony-${shown}.local`,
    txt: { v: version, f: shown },
    probe: false,
    disableIPv6: true,
  };
}

const AnnouncementSchema = v.object({
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  referer: v.object({ address: v.pipe(v.string(), v.check(isRoomAddress)) }),
  txt: v.object({ v: v.literal(version), f: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)) }),
});

/**
 * Reads what was heard of a room; null for whatever makes no sense. Its words follow from its fingerprint, whatever it calls
 * itself, and its address is the one the announcement came from, whatever else it names.
 */
export function parseAnnouncement(heard: unknown): NearbyRoom | null {
  const parsed = v.safeParse(AnnouncementSchema, heard);
  if (!parsed.success) return null;
  const { port, referer, txt } = parsed.output;
  return { words: wordsOf(txt.f), url: `https://${referer.address}:${port}/`, fingerprint: txt.f };
}
