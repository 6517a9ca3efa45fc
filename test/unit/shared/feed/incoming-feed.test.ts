import { beforeAll, describe, expect, it } from "vitest";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import { parseEntry } from "../../../../shared/feed/entry.ts";
import { IncomingFeed } from "../../../../shared/feed/incoming-feed.ts";
import { hashEntry, type HashedEntry } from "../../../../shared/feed/verify.ts";
import type { MeetingSecrets } from "../../../../shared/feed/write.ts";
import { samira, stranger } from "../../../cast/seven-voices.ts";
import { firstHead, forge, meetingSecrets, withoutPayload, write } from "../../../cast/writing.ts";

let secrets: MeetingSecrets;

beforeAll(async () => {
  secrets = await meetingSecrets();
});

async function hashed(entries: readonly Bytes[]): Promise<readonly HashedEntry[]> {
  return Promise.all(
    entries.map(async (bytes) => {
      const parsed = parseEntry(bytes);
      const entry = parsed.ok ? await hashEntry(secrets.meeting, parsed.value) : parsed;
      if (!entry.ok) throw new Error(entry.reason);
      return entry.value;
    }),
  );
}

async function unsignedOf(voice: typeof samira, count: number): Promise<readonly HashedEntry[]> {
  const forged = await Promise.all(
    Array.from({ length: count }, (_, number) => forge(secrets, voice, { words: String(number), signedBy: null })),
  );
  return hashed(forged.map(({ bytes }) => bytes));
}

describe("what strangers put into a voice's feed", () => {
  it("waits only as long as there is room for it", async () => {
    const feed = new IncomingFeed(secrets, firstHead(samira));
    await feed.receive(await unsignedOf(samira, 20), 3000);
    expect(feed.strangersBytes).toBeGreaterThan(0);
    expect(feed.strangersBytes).toBeLessThanOrEqual(3000);
  });

  it("takes no room from the voice itself", async () => {
    const feed = new IncomingFeed(secrets, firstHead(samira));
    await feed.receive(await unsignedOf(samira, 20), 3000);
    const { entries } = await write(secrets, samira, ["I want to sleep.", "Jo asked.", "Write that."]);
    const before = feed.strangersBytes;
    await feed.receive(await hashed(entries.slice(1)), 0);
    expect(feed.strangersBytes).toBe(before);
    expect((await feed.receive(await hashed(entries.slice(0, 1)), 0)).entries).toHaveLength(3);
  });

  it("leaves nothing behind where there is no room", async () => {
    const feed = new IncomingFeed(secrets, firstHead(samira));
    await feed.receive(await unsignedOf(samira, 5), 0);
    expect(feed.isEmpty).toBe(true);
  });
});

describe("a feed of someone who may not have the meeting key", () => {
  it("counts for nothing until something of it opens", async () => {
    const feed = new IncomingFeed(secrets, firstHead(stranger));
    const { entries } = await write(secrets, stranger, ["Let me in.", "Please."]);
    const bare = await feed.receive(await hashed(entries.map(withoutPayload)), 10_000);
    expect(bare).toEqual({ entries: [], broken: [] });
    expect(feed.strangersBytes).toBeGreaterThan(0);
    const opened = await feed.receive(await hashed(entries.slice(1)), 10_000);
    expect(opened.entries.map(({ seq, payload }) => [seq, payload === null])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(feed.strangersBytes).toBe(0);
  });

  it("is forgotten where there is no room for what nobody vouches for", async () => {
    const feed = new IncomingFeed(secrets, firstHead(stranger));
    const { entries } = await write({ ...secrets, key: (await meetingSecrets(2)).key }, stranger, ["Let me in."]);
    expect(await feed.receive(await hashed(entries), 0)).toEqual({ entries: [], broken: [] });
    expect(feed.isEmpty).toBe(true);
  });
});
