import { beforeAll, describe, expect, it } from "vitest";
import { open, seal } from "../../../../shared/crypto/seal.ts";
import { flipped } from "../../../cast/writing.ts";

const words = new TextEncoder().encode("She checks the door four, five times.");
const broken = { ok: false, reason: "seal-broken" };
const keyOf = (number: number) =>
  crypto.subtle.importKey("raw", new Uint8Array(32).fill(number), "AES-GCM", false, ["encrypt", "decrypt"]);

describe("sealed words", () => {
  let key: CryptoKey;
  beforeAll(async () => {
    key = await keyOf(1);
  });

  it("open with the key they were sealed with", async () => {
    expect(await open(key, await seal(key, words))).toEqual({ ok: true, value: words });
    expect(await open(key, await seal(key, new Uint8Array(0)))).toEqual({ ok: true, value: new Uint8Array(0) });
  });

  it("look different each time, so nobody sees that the same was said twice", async () => {
    expect(await seal(key, words)).not.toEqual(await seal(key, words));
  });

  it("stay closed for every other key", async () => {
    expect(await open(await keyOf(2), await seal(key, words))).toEqual(broken);
  });

  it("stay closed when any byte was changed, or any were cut off or added", async () => {
    const sealed = await seal(key, words);
    for (let index = 0; index < sealed.length; index += 1) {
      expect(await open(key, flipped(sealed, index))).toEqual(broken);
      expect(await open(key, sealed.slice(0, index))).toEqual(broken);
    }
    expect(await open(key, new Uint8Array([...sealed, 0]))).toEqual(broken);
  });
});
