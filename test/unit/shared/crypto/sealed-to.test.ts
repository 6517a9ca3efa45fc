import { readFileSync } from "node:fs";
import { base64urlnopad } from "@scure/base";
import { describe, expect, it } from "vitest";
import { createReceivingKeys, openSealedTo, readReceivingKey, sealTo } from "../../../../shared/crypto/sealed-to.ts";
import { purposeOfGiving } from "../../../../shared/meeting/key-giving.ts";

const words = new TextEncoder().encode("I want to sleep.");

describe("what is sealed to one receiver", () => {
  it("opens to that receiver, for the purpose it was sealed for", async () => {
    const { keys } = await createReceivingKeys();
    const sealed = await sealTo(keys.publicKey, "Samira’s meeting", words);
    expect(await openSealedTo(keys, "Samira’s meeting", sealed)).toEqual({ ok: true, value: words });
    expect(await openSealedTo(keys, "another meeting", sealed)).toEqual({ ok: false, reason: "seal-broken" });
  });

  it("opens to nobody else, nor with a byte of it changed or missing", async () => {
    const [{ keys }, { keys: others }] = [await createReceivingKeys(), await createReceivingKeys()];
    const sealed = await sealTo(keys.publicKey, "a meeting", words);
    expect((await openSealedTo(others, "a meeting", sealed)).ok).toBe(false);
    for (const at of [0, 31, 32, sealed.length - 1]) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect((await openSealedTo(keys, "a meeting", changed)).ok).toBe(false);
    }
    for (const length of [0, 31, 32, 40]) {
      expect((await openSealedTo(keys, "a meeting", sealed.slice(0, length))).ok).toBe(false);
    }
  });

  it("is never sealed twice alike", async () => {
    const { keys } = await createReceivingKeys();
    expect(await sealTo(keys.publicKey, "a meeting", words)).not.toEqual(
      await sealTo(keys.publicKey, "a meeting", words),
    );
  });

  it("opens as it did on the day the format was fixed", async () => {
    // The vector is kept for ever in this shape.
    const vector = JSON.parse(readFileSync(new URL("../../../vectors/trust-v2.json", import.meta.url), "utf8")) as {
      readonly meeting: string;
      readonly key: { readonly name: string; readonly raw: string };
      readonly receiver: { readonly publicKey: string; readonly privateKeyPkcs8: string };
      readonly given: string;
    };
    const from = (text: string) => new Uint8Array(base64urlnopad.decode(text));
    const keys = {
      publicKey: from(vector.receiver.publicKey),
      privateKey: await readReceivingKey(from(vector.receiver.privateKeyPkcs8)),
    };
    const opened = await openSealedTo(keys, purposeOfGiving(vector.meeting, vector.key.name), from(vector.given));
    expect(opened).toEqual({ ok: true, value: from(vector.key.raw) });
  });
});
