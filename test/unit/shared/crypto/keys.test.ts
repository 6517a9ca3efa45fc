import { describe, expect, it } from "vitest";
import {
  createVoiceKeys,
  readPrivateKey,
  readPublicKey,
  sha256,
  sign,
  verifySignature,
} from "../../../../shared/crypto/keys.ts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "hex"));
const words = new TextEncoder().encode("I want to sleep.");

describe("a voice's keys", () => {
  it("sign as RFC 8032 says (§7.1, test 1)", async () => {
    const secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    const pkcs8 = bytes(`302e020100300506032b657004220420${secret}`);
    const signature = await sign(await readPrivateKey(pkcs8), new Uint8Array(0));
    expect(Buffer.from(signature).toString("hex")).toBe(
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    );
    const publicKey = await readPublicKey(bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    expect(await verifySignature(publicKey, signature, new Uint8Array(0))).toBe(true);
  });

  it("sign what the voice said and nothing else", async () => {
    const samira = await createVoiceKeys();
    const ellen = await createVoiceKeys();
    const signature = await sign(samira.keys.privateKey, words);
    const [samirasKey, ellensKey] = [
      await readPublicKey(samira.keys.publicKey),
      await readPublicKey(ellen.keys.publicKey),
    ];
    expect(await verifySignature(samirasKey, signature, words)).toBe(true);
    expect(await verifySignature(ellensKey, signature, words)).toBe(false);
    expect(await verifySignature(samirasKey, signature, words.slice(1))).toBe(false);
  });

  it("come back from what was kept, and cannot be taken out again", async () => {
    const { keys, pkcs8 } = await createVoiceKeys();
    const again = await readPrivateKey(pkcs8);
    expect(await sign(again, words)).toEqual(await sign(keys.privateKey, words));
    for (const key of [keys.privateKey, again]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey("pkcs8", key)).rejects.toThrow();
    }
  });
});

it("hashes as FIPS 180-4 says", async () => {
  expect(Buffer.from(await sha256(new TextEncoder().encode("abc"))).toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
