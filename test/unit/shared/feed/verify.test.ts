import { beforeAll, describe, expect, it } from "vitest";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import { MAX_ENTRY_BYTES, parseEntry } from "../../../../shared/feed/entry.ts";
import { hashEntry, isSigned, openRun, verifyingKey, type HashedEntry } from "../../../../shared/feed/verify.ts";
import type { MeetingSecrets } from "../../../../shared/feed/write.ts";
import { karim, samira } from "../../../cast/seven-voices.ts";
import {
  firstHead,
  flipped,
  forge,
  meetingSecrets,
  publicKeyOf,
  withoutPayload,
  write,
  type Written,
} from "../../../cast/writing.ts";

let secrets: MeetingSecrets;
let samiras: Written;

beforeAll(async () => {
  secrets = await meetingSecrets();
  samiras = await write(secrets, samira, ["I want to sleep.", "Jo asked.", "Write that."]);
});

async function hashed(bytes: Bytes): Promise<HashedEntry> {
  const parsed = parseEntry(bytes);
  if (!parsed.ok) throw new Error(parsed.reason);
  const result = await hashEntry(secrets.meeting, parsed.value);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const run = async (entries: readonly Bytes[]) =>
  openRun(secrets, firstHead(samira), await Promise.all(entries.map(hashed)));

describe("the chain", () => {
  it("is made of what each entry names as the one before it", async () => {
    const [first, second] = await Promise.all(samiras.entries.map(hashed));
    expect(second?.header.prev).toEqual(first?.hash);
    expect(samiras.headAfter(1).hash).toEqual(first?.hash);
  });

  it("verifies with any payloads dropped", async () => {
    const bare = samiras.entries.map((entry, index) => (index === 1 ? withoutPayload(entry) : entry));
    const { head, accepted, fault } = await run(bare);
    expect([head, fault]).toEqual([samiras.headAfter(3), null]);
    expect(accepted.map(({ payload }) => payload === null)).toEqual([false, true, false]);
  });

  it("holds the signatures too: with one byte of one changed, the next entry is of another chain", async () => {
    const [first = new Uint8Array(0)] = samiras.entries;
    expect((await hashed(flipped(first, 130))).hash).not.toEqual((await hashed(first)).hash);
  });
});

describe("an entry", () => {
  it("is not looked at further when its payload is not the one it commits to", async () => {
    const [first = new Uint8Array(0)] = samiras.entries;
    const parsed = parseEntry(flipped(first, first.length - 1));
    expect(parsed.ok && (await hashEntry(secrets.meeting, parsed.value))).toEqual({
      ok: false,
      reason: "payload-changed",
    });
  });

  it("is signed by its voice alone, for this meeting alone", async () => {
    const [first = new Uint8Array(0)] = samiras.entries;
    const entry = await hashed(first);
    const [hers, his] = [await verifyingKey(publicKeyOf(samira)), await verifyingKey(publicKeyOf(karim))];
    expect(await isSigned(hers, entry)).toBe(true);
    expect(await isSigned(his, entry)).toBe(false);
    const parsed = parseEntry(first);
    if (!parsed.ok) throw new Error(parsed.reason);
    const elsewhere = await hashEntry((await meetingSecrets(2)).meeting, parsed.value);
    expect(elsewhere.ok && (await isSigned(hers, elsewhere.value))).toBe(false);
  });

  it("is signed by nobody under bytes that are no key", async () => {
    const [first = new Uint8Array(0)] = samiras.entries;
    const entry = await hashed(first);
    expect(await verifyingKey(new Uint8Array(5))).toBeNull();
    expect(await isSigned(null, entry)).toBe(false);
    // Some platforms notice that this is no point of the curve only when they are to verify with it.
    expect(await isSigned(await verifyingKey(new Uint8Array(32).fill(0xff)), entry)).toBe(false);
  });
});

describe("opening a run", () => {
  it("ends before the first entry that breaks a rule, and says which rule", async () => {
    const { hash, at } = samiras.headAfter(2);
    const next = { seq: 2, prev: hash, at: at + 1 };
    const begun = samiras.entries.slice(0, 2);
    const late = await forge(secrets, samira, { ...next, at });
    expect(await run([...begun, late.bytes])).toMatchObject({ head: samiras.headAfter(2), fault: "clock-wrong" });
    expect((await run(samiras.entries)).fault).toBeNull();
  });

  it("goes on after a payload that no key here opens: it holds its place and says nothing", async () => {
    const { hash, at } = samiras.headAfter(2);
    const sealedUnder = await meetingSecrets(2);
    const closed = await forge(secrets, samira, { seq: 2, prev: hash, at: at + 1, sealedUnder });
    const { accepted, fault } = await run([...samiras.entries.slice(0, 2), closed.bytes]);
    expect(accepted.map(({ payload }) => payload === null)).toEqual([false, false, true]);
    expect(fault).toBeNull();
  });
});

it("an honest program does not write what nobody would read", async () => {
  await expect(write(secrets, samira, ["x".repeat(MAX_ENTRY_BYTES)])).rejects.toThrow("size");
});

it("an honest program does not write with a clock that stands still", async () => {
  await expect(write(secrets, samira, [{ words: "I want to sleep.", at: 0 }])).rejects.toThrow("forward");
});
