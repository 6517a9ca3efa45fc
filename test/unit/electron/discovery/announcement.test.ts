import { hostname } from "node:os";
import { describe, expect, test } from "vitest";

import { announcementOf, parseAnnouncement } from "../../../../electron/discovery/announcement.ts";
import { wordsOf } from "../../../../shared/room/two-words.ts";

const fingerprint = "3f".repeat(32);
const heard = {
  name: "blue kettle",
  port: 4807,
  host: "anything.local",
  addresses: ["8.8.8.8"],
  referer: { address: "192.168.1.5", family: "IPv4", port: 5353, size: 200 },
  txt: { v: "1", f: fingerprint.slice(0, 16) },
};

describe("what is told of a room", () => {
  test("names nobody: neither a person nor the laptop", () => {
    const told = announcementOf({ fingerprint, port: 4807 });
    expect(told).toMatchObject({ name: wordsOf(fingerprint), port: 4807, txt: { v: "1", f: "3f".repeat(8) } });
    expect(JSON.stringify(told)).not.toContain(hostname());
  });
});

describe("what is heard of a room", () => {
  test("leads to the address it came from", () => {
    expect(parseAnnouncement(heard)).toEqual({
      words: wordsOf(fingerprint),
      url: "https://192.168.1.5:4807/",
      fingerprint: "3f".repeat(8),
    });
  });

  test.each([
    ["an address beyond the room", { referer: { address: "8.8.8.8" } }],
    ["an address that is none", { referer: { address: "192.168.1.5@evil.example" } }],
    ["no address", { referer: undefined }],
    ["a port that is none", { port: 65_536 }],
    ["no port", { port: 0 }],
    ["another version", { txt: { v: "2", f: heard.txt.f } }],
    ["a fingerprint that is none", { txt: { v: "1", f: "<script>alert(1)" } }],
    ["no text", { txt: undefined }],
  ])("is nothing where it has %s", (_, differing) => {
    expect(parseAnnouncement({ ...heard, ...differing })).toBeNull();
  });

  test.each([null, undefined, 7, "blue kettle", []])("is nothing where it is %j", (nonsense) => {
    expect(parseAnnouncement(nonsense)).toBeNull();
  });
});
