import { describe, expect, it } from "vitest";
import { deriveBytes, deriveSealingKey } from "../../../../shared/crypto/derive.ts";
import { open, seal } from "../../../../shared/crypto/seal.ts";

const secret = new Uint8Array(32).fill(9);

describe("deriving keys from one secret", () => {
  it("is HKDF-SHA-256 without salt (RFC 5869, test case 3)", async () => {
    const derived = await deriveBytes(new Uint8Array(22).fill(0x0b), "", 42);
    expect(Buffer.from(derived).toString("hex")).toBe(
      "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    );
  });

  it("gives the same bytes for the same purpose and unrelated ones for another", async () => {
    const room = await deriveBytes(secret, "polyphony/room/1", 32);
    expect(await deriveBytes(secret, "polyphony/room/1", 32)).toEqual(room);
    expect(await deriveBytes(secret, "polyphony/room/2", 32)).not.toEqual(room);
    expect(await deriveBytes(new Uint8Array(32).fill(8), "polyphony/room/1", 32)).not.toEqual(room);
  });

  it("gives every laptop the same sealing key, which no page can take out", async () => {
    const [here, there] = [await deriveSealingKey(secret, "meeting"), await deriveSealingKey(secret, "meeting")];
    const words = new TextEncoder().encode("Jo asked.");
    expect(await open(there, await seal(here, words))).toEqual({ ok: true, value: words });
    expect(await open(await deriveSealingKey(secret, "signaling"), await seal(here, words))).toEqual({
      ok: false,
      reason: "seal-broken",
    });
    expect(here.extractable).toBe(false);
  });
});
