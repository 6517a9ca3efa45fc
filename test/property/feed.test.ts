import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { LATEST_CLAIM } from "../../shared/feed/clock.ts";
import { encodeEntry, encodeHeader, NO_PREV, parseEntry } from "../../shared/feed/entry.ts";
import type { DocName, FeedId } from "../../shared/feed/ids.ts";
import { Inbox } from "../../shared/feed/inbox.ts";
import { hashEntry, isSigned, openEntry, verifyingKey, type HashedEntry } from "../../shared/feed/verify.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import { arrivalsOf, conducts, journeys } from "../cast/conduct.ts";
import { meetingSecrets } from "../cast/writing.ts";

let secrets: MeetingSecrets;
let others: MeetingSecrets;

beforeAll(async () => {
  [secrets, others] = [await meetingSecrets(1), await meetingSecrets(2)];
});

/** What counts of a feed, and where it breaks: hashes with whether their words are known. */
interface Outcome {
  readonly accepted: readonly string[];
  readonly endsAt: number;
}

const hexOf = (bytes: Bytes) => Buffer.from(bytes).toString("hex");

/** What came out of the gate in the end. */
async function byTheGate(batches: readonly (readonly Bytes[])[]): Promise<ReadonlyMap<FeedId, Outcome>> {
  const inbox = new Inbox(secrets);
  const ends = new Map<FeedId, number>();
  const seen = new Map<FeedId, Map<number, string>>();
  for (const batch of batches) {
    const { entries, broken } = await inbox.receive(batch);
    for (const { feed, fromSeq } of broken) {
      expect(fromSeq).toBeLessThan(ends.get(feed) ?? Infinity);
      ends.set(feed, fromSeq);
    }
    for (const { feed, seq, hash, payload } of entries) {
      const places = seen.get(feed) ?? new Map<number, string>();
      seen.set(feed, places.set(seq, `${hexOf(hash)} ${payload === null ? "bare" : hexOf(payload)}`));
    }
  }
  const outcomes = new Map<FeedId, Outcome>();
  for (const feed of new Set([...ends.keys(), ...seen.keys()])) {
    const endsAt = ends.get(feed) ?? Infinity;
    const places = [...(seen.get(feed) ?? [])].filter(([seq]) => seq < endsAt).toSorted(([a], [b]) => a - b);
    expect(places.map(([seq]) => seq)).toEqual(places.map((_, seq) => seq));
    outcomes.set(feed, { accepted: places.map(([, entry]) => entry), endsAt });
  }
  return outcomes;
}

/** The same by the definition in `shared/feed/README.md`, from all bytes at once and without any cleverness. */
async function byDefinition(bytes: readonly Bytes[]): Promise<ReadonlyMap<FeedId, Outcome>> {
  const feeds = new Map<FeedId, HashedEntry[]>();
  for (const one of bytes) {
    const parsed = parseEntry(one);
    const hashed = parsed.ok ? await hashEntry(secrets.meeting, parsed.value) : parsed;
    if (hashed.ok) feeds.set(hashed.value.feed, [...(feeds.get(hashed.value.feed) ?? []), hashed.value]);
  }
  const outcomes = new Map<FeedId, Outcome>();
  for (const [feed, entries] of feeds) {
    const outcome = await outcomeOf(entries);
    if (outcome !== null) outcomes.set(feed, outcome);
  }
  return outcomes;
}

async function outcomeOf(entries: readonly HashedEntry[]): Promise<Outcome | null> {
  const proved = new Map<number, Set<string>>([[-1, new Set([hexOf(NO_PREV)])]]);
  const prove = (seq: number, hash: string) => proved.set(seq, (proved.get(seq) ?? new Set()).add(hash));
  const isProved = ({ header, hash }: HashedEntry) => proved.get(header.seq)?.has(hexOf(hash)) ?? false;
  for (const entry of entries) {
    const key = await verifyingKey(entry.header.publicKey);
    if (await isSigned(key, entry)) prove(entry.header.seq, hexOf(entry.hash));
  }
  // As often as there are entries is often enough for every proof to reach its first.
  for (const {} of entries)
    for (const entry of entries) if (isProved(entry)) prove(entry.header.seq - 1, hexOf(entry.header.prev));

  const opened = await Promise.all(
    entries.filter(isProved).map(async (entry) => ({ entry, opens: await openEntry(secrets, entry) })),
  );
  if (!opened.some(({ opens }) => opens.payload !== null)) return null;

  let endsAt = Math.min(
    Infinity,
    ...[...proved].filter(([, hashes]) => hashes.size > 1).map(([seq]) => Math.max(seq, 0)),
  );
  const accepted: string[] = [];
  for (let at = 0; accepted.length < endsAt;) {
    const here = opened.filter(({ entry }) => entry.header.seq === accepted.length);
    const [first] = here;
    if (first === undefined) break;
    const { header, hash } = first.entry;
    if (header.at <= at || header.at > LATEST_CLAIM) {
      endsAt = accepted.length;
      break;
    }
    const payload = here.map(({ opens }) => opens.payload).find((one) => one !== null);
    accepted.push(`${hexOf(hash)} ${payload === undefined ? "bare" : hexOf(payload)}`);
    at = header.at;
  }
  return accepted.length === 0 && endsAt === Infinity ? null : { accepted, endsAt };
}

describe("whatever arrives, from whomever", () => {
  it("what counts follows from what has arrived, not from its order, its batches or its repeats", async () => {
    const breaks = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(conducts, journeys, async (voices, journey) => {
        const batches = await arrivalsOf(secrets, others, voices, journey);
        const outcome = await byTheGate(batches);
        expect(outcome).toEqual(await byDefinition(batches.flat()));
        for (const { endsAt } of outcome.values()) breaks.add(endsAt < Infinity);
      }),
      { numRuns: 300 },
    );
    expect(breaks).toEqual(new Set([true, false]));
  }, 120_000);

  it("no bytes at all make the gate fail", async () => {
    const inbox = new Inbox(secrets);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 400 })), async (noise) => {
        expect(await inbox.receive(noise.map((bytes) => new Uint8Array(bytes)))).toEqual({ entries: [], broken: [] });
      }),
    );
  });
});

describe("reading an entry", () => {
  const bytesOf = (length: number) =>
    fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => new Uint8Array(bytes));
  const entry = fc.record({
    header: fc.record({
      publicKey: bytesOf(32),
      session: bytesOf(16),
      seq: fc.nat(2 ** 32 - 1),
      prev: bytesOf(32),
      at: fc.nat(Number.MAX_SAFE_INTEGER),
      kind: fc.constantFrom("edit" as const, "statement" as const),
      doc: fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text as DocName), // any text is a name here
      payloadHash: bytesOf(32),
    }),
    signature: bytesOf(64),
    sealed: fc.option(fc.uint8Array({ maxLength: 100 }).map((bytes) => new Uint8Array(bytes))),
  });

  it("gives back what was written, and writes back what it read", () => {
    fc.assert(
      fc.property(entry, ({ header, signature, sealed }) => {
        const headerBytes = encodeHeader(header);
        const bytes = encodeEntry(headerBytes, signature, sealed);
        const parsed = parseEntry(bytes);
        expect(parsed).toMatchObject({ ok: true, value: { header, headerBytes, signature, sealed } });
      }),
    );
  });

  it("never fails, and reads only what it would write itself", () => {
    const almost = fc.tuple(entry, fc.nat(500), fc.nat(255)).map(([{ header, signature, sealed }, at, value]) => {
      const bytes = encodeEntry(encodeHeader(header), signature, sealed);
      return bytes.with(at % bytes.length, value).slice(0, at > 400 ? at : undefined);
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), almost), (bytes) => {
        const parsed = parseEntry(new Uint8Array(bytes));
        if (!parsed.ok) return;
        const { header, headerBytes, signature, sealed } = parsed.value;
        expect(encodeHeader(header)).toEqual(headerBytes);
        expect(encodeEntry(headerBytes, signature, sealed)).toEqual(new Uint8Array(bytes));
      }),
      { numRuns: 1000 },
    );
  });
});
