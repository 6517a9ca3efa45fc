import { createHash } from "node:crypto";
import { base64urlnopad } from "@scure/base";
import { describe, expect, it } from "vitest";
import { encodeInvitation, MOST_KEEPERS, parseInvitation } from "../../../../shared/door/invitation.ts";
import type { MeetingId } from "../../../../shared/feed/ids.ts";
import { ellen, everyone, samira } from "../../../cast/seven-voices.ts";

const meeting = base64urlnopad.encode(new Uint8Array(32).fill(1)) as MeetingId; // base64url of 32 bytes
const door = new Uint8Array(32).fill(2);
const keepers = [ellen.id, samira.id];
const signaling = ["ws://192.168.1.20:4444/signaling", "wss://example.org"];
const base = "https://192.168.1.20:4444/";
const invitation = { meeting, door, keepers, signaling };
const unreadable = { ok: false, reason: "invitation-unreadable" };

/** A link with this content and a checksum that fits. */
function linkOf(...parts: readonly (Uint8Array | readonly number[] | string)[]): string {
  const content = Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Uint8Array.from(part))),
  );
  const check = createHash("sha256").update(content).digest().subarray(0, 4);
  return `${base}#join=${base64urlnopad.encode(Buffer.concat([content, check]))}`;
}

const meetingBytes = new Uint8Array(32).fill(1);
const leadingTo = (...urls: readonly string[]) =>
  linkOf([2], meetingBytes, door, [0], ...urls.flatMap((url) => [[Buffer.byteLength(url)], url]));

describe("an invitation", () => {
  it("says on the other laptop what it said on this one", () => {
    const link = encodeInvitation(base, invitation);
    expect(link.startsWith(`${base}#join=`)).toBe(true);
    const parsed = { ok: true, value: invitation };
    expect(parseInvitation(link)).toEqual(parsed);
    expect(parseInvitation(link.slice(link.indexOf("#")))).toEqual(parsed);
    expect(parseInvitation(`${link}  \n`)).toEqual(parsed);
  });

  it("keeps what it carries behind the #, which no browser sends to a server", () => {
    const link = encodeInvitation(base, invitation);
    expect(new URL(link).pathname + new URL(link).search).toBe("/");
  });

  it("names as many keepers as a camera can read, and is short enough for one", () => {
    const many = { ...invitation, keepers: everyone.map(({ id }) => id) };
    const parsed = parseInvitation(encodeInvitation(base, many));
    expect(parsed).toEqual({ ok: true, value: { ...many, keepers: many.keepers.slice(0, MOST_KEEPERS) } });
    expect(encodeInvitation(base, invitation).length).toBeLessThan(320);
  });

  it("is not read with one wrong letter, wherever it stands", () => {
    const link = encodeInvitation(base, invitation);
    for (let at = link.indexOf("=") + 1; at < link.length; at += 1) {
      const wrong = link.charAt(at) === "x" ? "y" : "x";
      expect(parseInvitation(link.slice(0, at) + wrong + link.slice(at + 1)), link.slice(at)).toEqual(unreadable);
    }
  });

  it.each([
    ["nothing", ""],
    ["an address without an invitation", base],
    ["an empty one", `${base}#join=`],
    ["letters that are no base64url", `${base}#join=$$$$`],
    ["one with no content", linkOf()],
    ["one that ends in the middle of the door", linkOf([2], meetingBytes, door.subarray(1))],
    ["one that lacks a keeper it speaks of", linkOf([2], meetingBytes, door, [1], door.subarray(1))],
    [
      "more keepers than there may be",
      linkOf([2], meetingBytes, door, [MOST_KEEPERS + 1], ...Array.from({ length: 7 }, () => door)),
    ],
    ["an address that is cut off", linkOf([2], meetingBytes, door, [0], [40], "ws://a.example")],
    ["an address that is no text", linkOf([2], meetingBytes, door, [0], [2], [0xff, 0xfe])],
    ["five signaling servers", leadingTo(...Array.from({ length: 5 }, () => "ws://a.example"))],
    ["one of a version to come", linkOf([3], meetingBytes, door, [0])],
    [
      "one of the kind before, which carried the secret",
      `${base}#join=${base64urlnopad.encode(Buffer.from(JSON.stringify({ m: meeting, k: meeting, s: signaling })))}`,
    ],
    ["one as long as a book", encodeInvitation("x".repeat(4096), invitation)],
  ])("is not read out of %s", (_what, link) => {
    expect(parseInvitation(link)).toEqual(unreadable);
  });

  it.each([
    "javascript:alert(1)",
    "http://example.org",
    "https://example.org",
    "data:text/html,x",
    "ws:example.org",
    "ws://",
    "ws:///path",
    "ws://user:secret@example.org",
    "ws://example.org/?token=1",
    "ws://example.org/#x",
    "ws://example.org /x",
    " ws://example.org",
    "ws://example.org\n",
    `ws://${"x".repeat(200)}`,
  ])("does not lead to %j", (url) => {
    expect(parseInvitation(leadingTo(url))).toEqual(unreadable);
  });
});
