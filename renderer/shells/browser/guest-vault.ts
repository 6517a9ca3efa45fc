import { joinBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import type { FeedId, MeetingId } from "../../../shared/feed/ids.ts";
import { ok } from "../../../shared/result.ts";
import type { StoredEntry, Vault } from "../../../shared/shell.ts";

/**
 * A vault for somebody who wants nothing kept on this laptop: it is in the memory of this window and ends with it. What it
 * calls durable lasts that long; the other laptops of the meeting keep what was said.
 */
export async function createGuestVault(): Promise<Vault> {
  const meetings = new Map<MeetingId, Map<FeedId, Map<number, Bytes>>>();
  const records = new Map<string, Bytes>();
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

  function put(meeting: MeetingId, entries: readonly StoredEntry[]): void {
    const feeds = meetings.get(meeting) ?? new Map<FeedId, Map<number, Bytes>>();
    meetings.set(meeting, feeds);
    for (const { feed, seq, bytes } of entries) {
      const places = feeds.get(feed) ?? new Map<number, Bytes>();
      feeds.set(feed, places);
      places.get(seq)?.fill(0);
      // Copied, because the memory of a view belongs to whoever made it.
      places.set(seq, joinBytes(bytes));
    }
  }

  return {
    keeps: "window",
    append(meeting, entries) {
      put(meeting, entries);
      return Promise.resolve(ok(null));
    },
    replace(meeting, entries) {
      put(meeting, entries);
      return Promise.resolve(ok(null));
    },
    read(meeting) {
      const entries = [...(meetings.get(meeting) ?? [])].flatMap(([feed, places]) =>
        [...places].map(([seq, bytes]) => ({ feed, seq, bytes: joinBytes(bytes) })).toSorted((a, b) => a.seq - b.seq),
      );
      return Promise.resolve(ok({ entries, damaged: false }));
    },
    putRecord(name, sealed) {
      records.set(name, joinBytes(sealed));
      return Promise.resolve(ok(null));
    },
    records(prefix) {
      const found = [...records].filter(([name]) => name.startsWith(prefix));
      const inOrder = found.toSorted(([a], [b]) => (a < b ? -1 : 1));
      return Promise.resolve(ok(inOrder.map(([name, sealed]) => ({ name, sealed: joinBytes(sealed) }))));
    },
    forget(meeting, recordPrefix) {
      for (const places of meetings.get(meeting)?.values() ?? []) for (const bytes of places.values()) bytes.fill(0);
      meetings.delete(meeting);
      for (const name of [...records.keys()]) if (name.startsWith(recordPrefix)) records.delete(name);
      return Promise.resolve(ok(null));
    },
    sealingKey: () => Promise.resolve(key),
  };
}
