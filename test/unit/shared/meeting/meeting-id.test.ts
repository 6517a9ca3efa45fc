import { expect, it } from "vitest";
import { base64urlnopad } from "@scure/base";
import { isFounder, meetingIdOf } from "../../../../shared/meeting/meeting-id.ts";
import { ellen, karim } from "../../../cast/seven-voices.ts";
import { publicKeyOf } from "../../../cast/writing.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";

const nonce = new Uint8Array(32).fill(5);

it("a meeting is named after whoever began it, and nobody else can have", async () => {
  const meeting = await meetingIdOf(publicKeyOf(ellen), nonce);
  expect(meeting).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await isFounder(meeting, ellen.id, base64urlnopad.encode(nonce))).toBe(true);
  expect(await isFounder(meeting, karim.id, base64urlnopad.encode(nonce))).toBe(false);
  expect(await isFounder(meeting, ellen.id, base64urlnopad.encode(new Uint8Array(32)))).toBe(false);
  expect(await isFounder(meeting, "did:key:zNobody" as VoiceId, base64urlnopad.encode(nonce))).toBe(false); // no key at all
});

it("two meetings of one person have two names", async () => {
  const [first, second] = [nonce, new Uint8Array(32)].map((one) => meetingIdOf(publicKeyOf(ellen), one));
  expect(await first).not.toBe(await second);
});
