import { base64urlnopad } from "@scure/base";
import { describe, expect, it } from "vitest";
import { deriveBytes } from "../../../../shared/crypto/derive.ts";
import { open, seal } from "../../../../shared/crypto/seal.ts";
import { createSecret, unlock } from "../../../../shared/meeting/secret.ts";

const secret = new Uint8Array(32).fill(2);

describe("a meeting’s secret", () => {
  it("is a new one for each meeting", () => {
    expect(createSecret()).toHaveLength(32);
    expect(createSecret()).not.toEqual(createSecret());
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
