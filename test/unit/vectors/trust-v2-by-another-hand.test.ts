import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/*
 * A given key and a feed that has let go of words, read by another hand: written from shared/feed/README.md and RFC 9180 alone, with
 * Web Crypto and nothing of this program. If this test needs a change while the vector stays the same, the README was wrong or
 * the format has changed.
 */

type Bytes = Uint8Array<ArrayBuffer>;

interface Vector {
  readonly meeting: string;
  readonly key: { readonly name: string; readonly raw: string };
  readonly receiver: { readonly publicKey: string; readonly privateKeyPkcs8: string };
  readonly given: string;
  readonly voice: string;
  readonly utterance: string;
  readonly said: readonly string[];
  readonly entries: readonly string[];
  readonly dropped: readonly string[];
  readonly hashes: readonly string[];
}

// The vector is kept for ever in exactly this shape.
const vector = JSON.parse(readFileSync(new URL("../../vectors/trust-v2.json", import.meta.url), "utf8")) as Vector;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const from = (text: string): Bytes => new Uint8Array(Buffer.from(text, "base64url"));
const to = (bytes: Bytes): string => Buffer.from(bytes).toString("base64url");
const join = (...parts: readonly Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts));
const two = (number: number): Bytes => new Uint8Array([number >> 8, number & 255]);
const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

async function hmac(key: Bytes, bytes: Bytes): Promise<Bytes> {
  const padded = key.length === 0 ? new Uint8Array(32) : key;
  const signing = await crypto.subtle.importKey("raw", padded, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", signing, bytes));
}

/** RFC 9180, section 4: LabeledExtract and LabeledExpand over HKDF-SHA256. */
const KEM = join(utf8("KEM"), two(0x0020));
const HPKE = join(utf8("HPKE"), two(0x0020), two(0x0001), two(0x0002));
const NOTHING: Bytes = new Uint8Array(0);
const extract = (suite: Bytes, salt: Bytes, label: string, input: Bytes): Promise<Bytes> =>
  hmac(salt, join(utf8("HPKE-v1"), suite, utf8(label), input));
async function expand(suite: Bytes, secret: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
  const labelled = join(two(length), utf8("HPKE-v1"), suite, utf8(label), info);
  // One block of 32 bytes is as much as anything here needs.
  return (await hmac(secret, join(labelled, new Uint8Array([1])))).slice(0, length);
}

/** RFC 9180, sections 4.1, 5.1.1 and 5.2: base mode, one message. */
async function openBase(privateKey: CryptoKey, publicKey: Bytes, info: Bytes, sealed: Bytes): Promise<Bytes> {
  const encapsulated = sealed.slice(0, 32);
  const sender = await crypto.subtle.importKey("raw", encapsulated, "X25519", true, []);
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: sender }, privateKey, 256));
  const eae = await extract(KEM, NOTHING, "eae_prk", shared);
  const secret = await expand(KEM, eae, "shared_secret", join(encapsulated, publicKey), 32);
  const context = join(
    new Uint8Array([0]),
    await extract(HPKE, NOTHING, "psk_id_hash", NOTHING),
    await extract(HPKE, NOTHING, "info_hash", info),
  );
  const scheduled = await extract(HPKE, secret, "secret", NOTHING);
  const key = await expand(HPKE, scheduled, "key", context, 32);
  const nonce = await expand(HPKE, scheduled, "base_nonce", context, 12);
  return openGcm(key, nonce, sealed.slice(32));
}

async function openGcm(key: Bytes, nonce: Bytes, ciphertext: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, imported, ciphertext));
}

describe("a meeting key that is given to a voice", () => {
  const info = utf8(`polyphony/meeting-key-given/1 ${vector.meeting} ${vector.key.name}`);
  const privateKey = crypto.subtle.importKey("pkcs8", from(vector.receiver.privateKeyPkcs8), "X25519", false, [
    "deriveBits",
  ]);
  const open = async (purpose: Bytes) =>
    openBase(await privateKey, from(vector.receiver.publicKey), purpose, from(vector.given));

  it("opens to whoever holds the private key, and has the name that was given with it", async () => {
    const key = await open(info);
    expect(to(key)).toBe(vector.key.raw);
    expect(to((await sha256(join(utf8("polyphony/key-name/1\0"), key))).slice(0, 16))).toBe(vector.key.name);
  });

  it("does not open for another meeting, nor under another name", async () => {
    await expect(open(utf8(`polyphony/meeting-key-given/1 ${vector.meeting} ${vector.meeting}`))).rejects.toThrow();
  });
});

describe("a feed that has let go of words", () => {
  const taken = (text: string) => {
    const bytes = from(text);
    const docLength = bytes[94] ?? 0;
    const headerEnd = 95 + docLength + 32;
    return {
      doc: Buffer.from(bytes.slice(95, 95 + docLength)).toString("utf8"),
      seq: new DataView(bytes.buffer).getUint32(49),
      prev: to(bytes.slice(53, 85)),
      payloadHash: to(bytes.slice(headerEnd - 32, headerEnd)),
      message: join(utf8("polyphony/entry/2\0"), from(vector.meeting), bytes.slice(0, headerEnd)),
      signature: bytes.slice(headerEnd, headerEnd + 64),
      attached: bytes[headerEnd + 64],
      sealed: bytes.slice(headerEnd + 65),
    };
  };

  it("is proved like before: each signature holds, and each entry names the one before it", async () => {
    const voice = await crypto.subtle.importKey("raw", from(vector.voice), "Ed25519", false, ["verify"]);
    let prev = to(new Uint8Array(32));
    for (const [index, text] of vector.dropped.entries()) {
      const entry = taken(text);
      expect(await crypto.subtle.verify("Ed25519", voice, entry.signature, entry.message)).toBe(true);
      expect([entry.seq, entry.prev]).toEqual([index, prev]);
      prev = to(await sha256(join(entry.message, entry.signature)));
      expect(prev).toBe(vector.hashes[index]);
    }
  });

  it("holds nothing of them but what their sealed bytes hashed to, and everything else as it was", async () => {
    for (const [index, text] of vector.dropped.entries()) {
      const [before, now] = [taken(vector.entries[index] ?? ""), taken(text)];
      expect(to(await sha256(before.sealed))).toBe(now.payloadHash);
      const words = await openGcm(from(vector.key.raw), before.sealed.slice(0, 12), before.sealed.slice(12));
      expect(Buffer.from(words).toString("utf8")).toBe(vector.said[index]);
      if (now.doc === `utterance/${vector.utterance}`) expect([now.attached, now.sealed.length]).toEqual([0, 0]);
      else expect(now).toEqual(before);
    }
  });
});
