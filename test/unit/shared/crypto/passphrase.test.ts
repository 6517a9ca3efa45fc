import { argon2Sync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { randomBytes, type Bytes } from "../../../../shared/crypto/bytes.ts";
import {
  calibrate,
  decodeWrappedKey,
  encodeWrappedKey,
  LEAST_EFFORT,
  unwrapKey,
  wrapKey,
  type Effort,
  type WrappedKey,
} from "../../../../shared/crypto/passphrase.ts";
import { open, seal } from "../../../../shared/crypto/seal.ts";
import { ok } from "../../../../shared/result.ts";

/** So that a test does not take as long as a thief would. */
const QUICK: Effort = { memoryKib: 64, passes: 1, lanes: 1 };
const WRONG = { ok: false, reason: "passphrase-wrong" };

async function behind(key: Bytes, passphrase: string, effort: Effort): Promise<WrappedKey> {
  const wrapped = await wrapKey(key, passphrase, effort);
  if (!wrapped.ok) throw new Error(wrapped.reason);
  return wrapped.value;
}

describe("a key behind a passphrase", () => {
  it("comes back for the same passphrase, and for no other", async () => {
    const key = randomBytes(32);
    const wrapped = await behind(key, "the kettle sings", QUICK);
    expect(await unwrapKey(wrapped, "the kettle sings")).toEqual(ok(key));
    for (const other of ["the kettle sing", "The kettle sings", "the kettle sings ", ""])
      expect(await unwrapKey(wrapped, other)).toEqual(WRONG);
  });

  it("comes back however the keyboard spells a letter", async () => {
    const key = randomBytes(32);
    const wrapped = await behind(key, "Café", QUICK);
    expect(await unwrapKey(wrapped, "Cafe\u0301")).toEqual(ok(key));
  });

  it("comes back whichever script its digits are typed in", async () => {
    const key = randomBytes(32);
    for (const [typed, typedAgain] of [
      ["2468", "٢٤٦٨"],
      ["۲۴۶۸", "2468"],
      ["room २४", "room 24"],
    ] as const) {
      expect(await unwrapKey(await behind(key, typed, QUICK), typedAgain)).toEqual(ok(key));
    }
    expect(await unwrapKey(await behind(key, "2468", QUICK), "٢٤٦٧")).toEqual(WRONG);
  });

  it("comes back where it was put behind digits of another script before they were the same", async () => {
    const key = randomBytes(32);
    const salt = randomBytes(16);
    const derived = argon2Sync("argon2id", {
      message: "٢٤٦٨",
      nonce: salt,
      memory: QUICK.memoryKib,
      passes: QUICK.passes,
      parallelism: QUICK.lanes,
      tagLength: 32,
    });
    const sealing = await crypto.subtle.importKey("raw", new Uint8Array(derived), "AES-GCM", false, ["encrypt"]);
    const wrapped: WrappedKey = { version: 1, ...QUICK, salt, sealed: await seal(sealing, key) };
    expect(await unwrapKey(wrapped, "٢٤٦٨")).toEqual(ok(key));
    expect(await unwrapKey(wrapped, "٢٤٦٧")).toEqual(WRONG);
  });

  it("comes back from what was kept, and from nothing else", async () => {
    const key = randomBytes(32);
    const kept = encodeWrappedKey(await behind(key, "words", QUICK));
    const decoded = decodeWrappedKey(kept);
    expect(decoded === null ? null : await unwrapKey(decoded, "words")).toEqual(ok(key));
    const json = new TextDecoder().decode(kept);
    for (const broken of [
      "",
      "{}",
      "null",
      json.slice(1),
      json.replace('"version":1', '"version":2'),
      json.replace('"memoryKib":64', '"memoryKib":99999999'),
      json.replace('"passes":1', '"passes":1e9'),
      json.replace(/"salt":"./, '"salt":"*'),
    ])
      expect(decodeWrappedKey(new TextEncoder().encode(broken)), broken).toBeNull();
  });

  it("is refused when anything that was kept with it was changed", async () => {
    const wrapped = await behind(randomBytes(32), "words", QUICK);
    expect(await unwrapKey({ ...wrapped, salt: randomBytes(16) }, "words")).toEqual(WRONG);
    expect(await unwrapKey({ ...wrapped, passes: 2 }, "words")).toEqual(WRONG);
    for (const at of [0, 12, wrapped.sealed.length - 1])
      expect(
        await unwrapKey({ ...wrapped, sealed: wrapped.sealed.map((byte, i) => byte ^ Number(i === at)) }, "words"),
      ).toEqual(WRONG);
  });

  it("has a salt and a nonce of its own each time", async () => {
    const key = randomBytes(32);
    const [one, other] = [await behind(key, "words", QUICK), await behind(key, "words", QUICK)];
    expect(one.salt).not.toEqual(other.salt);
    expect(one.sealed.subarray(0, 12)).not.toEqual(other.sealed.subarray(0, 12));
  });

  it("is sealed under Argon2id as another program computes it", async () => {
    const key = randomBytes(32);
    const wrapped = await behind(key, "the kettle sings", LEAST_EFFORT);
    const derived = argon2Sync("argon2id", {
      message: "the kettle sings",
      nonce: wrapped.salt,
      memory: 64 * 1024,
      passes: 3,
      parallelism: 1,
      tagLength: 32,
    });
    const sealing = await crypto.subtle.importKey("raw", new Uint8Array(derived), "AES-GCM", false, ["decrypt"]);
    expect(await open(sealing, wrapped.sealed)).toEqual(ok(key));
  });

  it("is refused, not failed, where the computer has no room for the work", async () => {
    const wrapped = await behind(randomBytes(32), "words", QUICK);
    // More than any WebAssembly memory: 4 GiB.
    const heavy = { ...wrapped, memoryKib: 4 * 1024 * 1024 };
    expect(await unwrapKey(heavy, "words")).toEqual({ ok: false, reason: "passphrase-too-heavy" });
    expect(await wrapKey(randomBytes(32), "words", heavy)).toEqual({ ok: false, reason: "passphrase-too-heavy" });
  });

  it("is made as hard to try as this computer can bear for half a second, and never less than the least", async () => {
    const quickly = [0, 60];
    expect(await calibrate(() => quickly.shift() ?? 0)).toEqual({ ...LEAST_EFFORT, passes: 12 });
    const inBetween = [0, 300];
    expect(await calibrate(() => inBetween.shift() ?? 0)).toEqual({ ...LEAST_EFFORT, passes: 5 });
    const slowly = [0, 9000];
    expect(await calibrate(() => slowly.shift() ?? 0)).toEqual(LEAST_EFFORT);
  });
});
