import { beforeAll, describe, expect, it } from "vitest";
import { joinBytes, type Bytes } from "../../../../shared/crypto/bytes.ts";
import { encodeEntry, encodeHeader, MAX_ENTRY_BYTES, parseEntry, type Header } from "../../../../shared/feed/entry.ts";
import type { DocName } from "../../../../shared/feed/ids.ts";
import { Inbox } from "../../../../shared/feed/inbox.ts";
import type { MeetingSecrets } from "../../../../shared/feed/write.ts";
import { samira } from "../../../cast/seven-voices.ts";
import { flipped, meetingSecrets, publicKeyOf, withoutPayload, write } from "../../../cast/writing.ts";

const unreadable = { ok: false, reason: "entry-unreadable" };
const doc = "utterance/AAAAAAAAAAAAAAAAAAAAAA" as DocName; // a name like any other here

let secrets: MeetingSecrets;
let entry: Bytes;

beforeAll(async () => {
  secrets = await meetingSecrets();
  const { entries } = await write(secrets, samira, [{ words: "I want to sleep.", at: 5000, kind: "edit", doc }]);
  [entry = new Uint8Array(0)] = entries;
});

describe("an entry", () => {
  it("is read as it was written", () => {
    const parsed = parseEntry(entry);
    if (!parsed.ok) throw new Error(parsed.reason);
    const { voice, feed, header, headerBytes, signature, sealed } = parsed.value;
    expect(voice).toBe(samira.id);
    expect(feed).toBe(`${samira.id}/AQEBAQEBAQEBAQEBAQEBAQ`);
    expect(header).toMatchObject({ seq: 0, at: 5000, kind: "edit", doc, prev: new Uint8Array(32) });
    expect(header.publicKey).toEqual(publicKeyOf(samira));
    expect(encodeHeader(header)).toEqual(headerBytes);
    expect(encodeEntry(headerBytes, signature, sealed)).toEqual(entry);
  });

  it("has the layout that is written down for it, byte by byte", () => {
    const header: Header = {
      publicKey: new Uint8Array(32).fill(0xa1),
      session: new Uint8Array(16).fill(0xa2),
      seq: 0x01020304,
      prev: new Uint8Array(32).fill(0xa3),
      at: 0x1122334455667,
      kind: "statement",
      doc: "é" as DocName, // two bytes of UTF-8
      payloadHash: new Uint8Array(32).fill(0xa4),
    };
    expect(Buffer.from(encodeHeader(header)).toString("hex")).toBe(
      [
        "02",
        "a1".repeat(32),
        "a2".repeat(16),
        "01020304",
        "a3".repeat(32),
        "0001122334455667",
        "01",
        "02",
        "c3a9",
        "a4".repeat(32),
      ].join(""),
    );
    const edit = encodeHeader({ ...header, kind: "edit", doc: "" as DocName }); // the empty name
    expect([edit[93], edit[94], edit.length]).toEqual([2, 0, 127]);
  });

  it("can travel without its payload", () => {
    const parsed = parseEntry(withoutPayload(entry));
    expect(parsed.ok && parsed.value.sealed).toBeNull();
    expect(parsed.ok && encodeEntry(parsed.value.headerBytes, parsed.value.signature, null)).toEqual(
      withoutPayload(entry),
    );
  });

  it("counts for nothing when it was cut off anywhere", async () => {
    const cut = Array.from(entry, (_, length) => entry.slice(0, length));
    const { entries } = await new Inbox(secrets).receive(cut);
    expect(entries).toEqual([]);
  });

  it("counts for nothing when any one byte of it was changed", async () => {
    const changed = Array.from(entry, (_, index) => flipped(entry, index, index % 8));
    const inbox = new Inbox(secrets);
    expect((await inbox.receive(changed)).entries).toEqual([]);
    const { entries, broken } = await inbox.receive([entry]);
    expect(entries.map(({ payload }) => new TextDecoder().decode(payload ?? new Uint8Array(0)))).toEqual([
      "I want to sleep.",
    ]);
    expect(broken).toEqual([]);
  });

  it.each<[string, (bytes: Bytes) => Bytes]>([
    ["is of another version", (bytes) => new Uint8Array([1, ...bytes.slice(1)])],
    ["is of a kind nobody knows", (bytes) => new Uint8Array([...bytes.slice(0, 93), 3, ...bytes.slice(94)])],
    [
      "names a document in bytes that are no text",
      (bytes) => new Uint8Array([...bytes.slice(0, 95), 0xff, ...bytes.slice(96)]),
    ],
    [
      "says neither that its payload is there nor that it is not",
      (bytes) => joinBytes(withoutPayload(bytes).slice(0, -1), new Uint8Array([2])),
    ],
    [
      "has bytes behind a payload that it says is dropped",
      (bytes) => joinBytes(withoutPayload(bytes), new Uint8Array([1])),
    ],
    [
      "claims a time that numbers cannot hold",
      (bytes) => new Uint8Array([...bytes.slice(0, 85), 0, 0x20, ...bytes.slice(87)]),
    ],
    ["is longer than anything written by hand", (bytes) => joinBytes(bytes, new Uint8Array(MAX_ENTRY_BYTES))],
  ])("is not read when it %s", (_what, change) => {
    expect(parseEntry(change(entry))).toEqual(unreadable);
  });

  it("keeps a byte order mark in a document's name, so that two names are never one", async () => {
    const named = "\uFEFFsummary/0" as DocName; // a trick
    const { entries } = await write(secrets, samira, [{ words: "", doc: named }]);
    const [tricky = new Uint8Array(0)] = entries;
    const parsed = parseEntry(tricky);
    expect(parsed.ok && parsed.value.header.doc).toBe(named);
  });

  it("is read the same from the middle of a larger buffer", () => {
    const embedded = joinBytes(new Uint8Array(3), entry, new Uint8Array(3)).subarray(3, 3 + entry.length);
    const [there, here] = [parseEntry(embedded), parseEntry(entry)];
    expect(there.ok && there.value.header).toEqual(here.ok && here.value.header);
  });
});

it("has no place for a document's name of more than 255 bytes", async () => {
  await expect(write(secrets, samira, [{ words: "", doc: "é".repeat(128) as DocName }])).rejects.toThrow("255"); // 256 bytes
});
