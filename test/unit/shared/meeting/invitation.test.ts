import { base64urlnopad } from "@scure/base";
import { describe, expect, it } from "vitest";
import { deriveBytes } from "../../../../shared/crypto/derive.ts";
import { open, seal } from "../../../../shared/crypto/seal.ts";
import type { MeetingId } from "../../../../shared/feed/ids.ts";
import { createSecret, encodeInvitation, parseInvitation, unlock } from "../../../../shared/meeting/invitation.ts";

const meeting = base64urlnopad.encode(new Uint8Array(32).fill(1)) as MeetingId; // base64url of 32 bytes
const secret = new Uint8Array(32).fill(2);
const signaling = ["ws://192.168.1.20:4444/signaling", "wss://example.org"];
const base = "http://192.168.1.20:4444/";
const unreadable = { ok: false, reason: "invitation-unreadable" };

const linkOf = (content: unknown) =>
  `${base}#join=${base64urlnopad.encode(new TextEncoder().encode(JSON.stringify(content)))}`;
const content = { m: meeting, k: base64urlnopad.encode(secret), s: signaling };

describe("an invitation", () => {
  it("says on the other laptop what it said on this one", () => {
    const link = encodeInvitation(base, { meeting, secret, signaling });
    expect(link.startsWith(`${base}#join=`)).toBe(true);
    const parsed = { ok: true, value: { meeting, secret, signaling } };
    expect(parseInvitation(link)).toEqual(parsed);
    expect(parseInvitation(link.slice(link.indexOf("#")))).toEqual(parsed);
    expect(parseInvitation(`${link}  \n`)).toEqual(parsed);
  });

  it("keeps its secret behind the #, which no browser sends to a server", () => {
    const link = encodeInvitation(base, { meeting, secret, signaling });
    expect(new URL(link).pathname + new URL(link).search).toBe("/");
  });

  it("carries a new secret for each meeting", () => {
    expect(createSecret()).toHaveLength(32);
    expect(createSecret()).not.toEqual(createSecret());
  });

  it.each([
    ["nothing", ""],
    ["an address without an invitation", base],
    ["an empty one", `${base}#join=`],
    ["letters that are no base64url", `${base}#join=$$$$`],
    ["bytes that are no text", `${base}#join=${base64urlnopad.encode(new Uint8Array([0xff, 0xfe]))}`],
    ["text that is no JSON", `${base}#join=${base64urlnopad.encode(new TextEncoder().encode("{"))}`],
    ["JSON of another shape", linkOf([content])],
    ["one that lacks its secret", linkOf({ m: content.m, s: content.s })],
    ["one with something added", linkOf({ ...content, x: 1 })],
    ["a meeting id that is too short", linkOf({ ...content, m: content.m.slice(1) })],
    ["a second spelling of a secret", linkOf({ ...content, k: `${content.k.slice(0, -1)}J` })],
    ["five signaling servers", linkOf({ ...content, s: Array.from({ length: 5 }, () => signaling[0]) })],
    ["one as long as a book", encodeInvitation("x".repeat(4096), { meeting, secret, signaling })],
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
    expect(parseInvitation(linkOf({ ...content, s: [url] }))).toEqual(unreadable);
  });
});

describe("what a secret unlocks", () => {
  it("is the same on every laptop that holds it", async () => {
    const [here, there] = [await unlock(secret), await unlock(secret)];
    expect(here.room).toBe(there.room);
    const words = new TextEncoder().encode("Jo asked.");
    expect(await open(there.meetingKey, await seal(here.meetingKey, words))).toEqual({ ok: true, value: words });
    expect(await open(there.signalingKey, await seal(here.signalingKey, words))).toEqual({ ok: true, value: words });
  });

  it("are three things of which none leads to another", async () => {
    const { room, meetingKey, signalingKey } = await unlock(secret);
    const sealed = await seal(meetingKey, new Uint8Array(1));
    expect(await open(signalingKey, sealed)).toMatchObject({ ok: false });
    const roomAsKey = await crypto.subtle.importKey(
      "raw",
      new Uint8Array(base64urlnopad.decode(room)),
      "AES-GCM",
      false,
      ["decrypt"],
    );
    expect(await open(roomAsKey, sealed)).toMatchObject({ ok: false });
    expect(room).toBe(base64urlnopad.encode(await deriveBytes(secret, "polyphony/room/1", 32)));
  });

  it("is something else for every other secret", async () => {
    expect((await unlock(createSecret())).room).not.toBe((await unlock(secret)).room);
  });
});
