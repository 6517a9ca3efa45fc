import type { FeedId, MeetingId } from "../../shared/feed/ids.ts";
import type { StoredEntry, Vault } from "../../shared/shell.ts";
import { entriesKept } from "../twins/what-is-kept.ts";

// Names of the shape that real ones have; a vault does not know what they mean.
const SESSION = "/AAAAAAAAAAAAAAAAAAAAAA";
export const meeting = "samirasMeetingOnThursdayAtHerKitchenTable-1" as MeetingId; // 43 letters of base64url
export const another = "ellensMeetingOnFridayAtTheClinicWithKarim-2" as MeetingId; // likewise
export const nobodys = "nobodysMeetingThatWasNeverHeldInAnyKitchen3" as MeetingId; // likewise
export const samiras = `did:key:z6MkSamira${SESSION}` as FeedId; // the letters of a key and of a session
export const ellens = `did:key:z6MkELLen${SESSION}` as FeedId; // likewise
export const karims = `did:key:z6MkKarim${SESSION}` as FeedId; // likewise

/** What a vault says that has done what it was asked. */
export const KEPT = { ok: true, value: null };

/** The bytes of a text. */
export function bytesOf(words: string) {
  return new TextEncoder().encode(words);
}

/** An entry at a place in a feed. */
export function entry(feed: FeedId, seq: number, words = `words ${seq}`): StoredEntry {
  return { feed, seq, bytes: bytesOf(words) };
}

/** What is kept of a feed in the first meeting, place by place. */
export async function wordsIn(vault: Vault, feed: FeedId): Promise<readonly string[]> {
  const entries = (await entriesKept(vault, meeting)).filter((one) => one.feed === feed);
  return entries.map(({ seq, bytes }) => `${seq}: ${new TextDecoder().decode(bytes)}`);
}

/** Throws unless both are the same data. */
export function same(actual: unknown, expected: unknown): void {
  const [is, should] = [shown(actual), shown(expected)];
  if (is !== should) throw new Error(`is ${is.slice(0, 500)}, should be ${should.slice(0, 500)}`);
}

function shown(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? `bytes ${Array.from(part).join(" ")}` : part,
  );
}
