import { joinBytes, randomBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { deriveBytes, deriveSealingKey } from "../../shared/crypto/derive.ts";

/** What each side gives to the key of one relayed link, sealed with the meeting's signaling key. */
export const SHARE_BYTES = 32;
export const TAG_BYTES = 8;
const ADDRESS_BYTES = 16;
const NONCE_BYTES = 12;
const PEER_ID_LENGTH = 36;

/** Which way something goes through a relay: the addresses of sender and receiver there. */
export interface Way {
  readonly from: Bytes;
  readonly to: Bytes;
}

/** The address that a relay gives to whoever shows this token. Nobody else can take it. */
export async function relayAddress(token: Bytes): Promise<Bytes> {
  const digest = await crypto.subtle.digest("SHA-256", joinBytes(text("polyphony/relay-address/1\0"), token));
  return new Uint8Array(digest).slice(0, ADDRESS_BYTES);
}

/** A call, or with `answers` (the caller's share) the answer to one. */
export interface Call {
  /** The id under which its sender introduces itself in the room. */
  readonly peerId: string;
  readonly share: Bytes;
  readonly answers: Bytes | null;
}

/** A call as a relay sees it. It opens only with the meeting's key, in this room and on this way. */
export async function sealCall(call: Call, way: Way, topic: string, key: CryptoKey): Promise<Bytes> {
  const nonce = randomBytes(NONCE_BYTES);
  const plain = joinBytes(text(call.peerId), call.share, call.answers ?? new Uint8Array(0));
  const sealed = await crypto.subtle.encrypt(callCipher(nonce, way, topic), key, plain);
  return joinBytes(nonce, new Uint8Array(sealed));
}

/** Opens a call; null for whatever was not sealed as one. */
export async function openCall(sealed: Bytes, way: Way, topic: string, key: CryptoKey): Promise<Call | null> {
  try {
    const cipher = callCipher(sealed.slice(0, NONCE_BYTES), way, topic);
    const plain = new Uint8Array(await crypto.subtle.decrypt(cipher, key, sealed.subarray(NONCE_BYTES)));
    const peerId = new TextDecoder().decode(plain.subarray(0, PEER_ID_LENGTH));
    const share = plain.slice(PEER_ID_LENGTH, PEER_ID_LENGTH + SHARE_BYTES);
    const answers = plain.slice(PEER_ID_LENGTH + SHARE_BYTES);
    if (!/^[0-9a-f-]{36}$/.test(peerId) || share.length !== SHARE_BYTES) return null;
    if (answers.length !== 0 && answers.length !== SHARE_BYTES) return null;
    return { peerId, share, answers: answers.length === 0 ? null : answers };
  } catch {
    // A relay may send anything, and what is not sealed with our key is as good as not sent.
    return null;
  }
}

/** One end of a relayed link: seals what goes out and opens what comes in, each frame once and in its order. */
export interface LinkSeal {
  /** Names the link to both ends, so that frames of an earlier one between the same two are told apart. */
  readonly tag: Bytes;
  seal(frame: Bytes): Promise<Bytes>;
  /** Opens the next frame; null when it is not the next one as it was sealed. The link is over then. */
  open(sealed: Bytes): Promise<Bytes | null>;
}

/**
 * Derives the seal of a link from both shares. Every link has two keys of its own, one for each way, so the number of a
 * frame is its nonce: what a relay replays, leaves out, reorders or leads elsewhere does not open.
 */
export async function createLinkSeal(shares: { caller: Bytes; answerer: Bytes }, out: Way): Promise<LinkSeal> {
  const secret = joinBytes(shares.caller, shares.answerer);
  const back: Way = { from: out.to, to: out.from };
  const keyFor = ({ from, to }: Way) => deriveSealingKey(secret, `polyphony/relay-link/1 ${hex(from)} ${hex(to)}`);
  const [tag, outKey, inKey] = await Promise.all([
    deriveBytes(secret, "polyphony/relay-link-tag/1", TAG_BYTES),
    keyFor(out),
    keyFor(back),
  ]);
  let sealed = 0;
  let opened = 0;
  return {
    tag,
    async seal(frame) {
      const cipher = frameCipher(sealed, out);
      sealed += 1;
      return new Uint8Array(await crypto.subtle.encrypt(cipher, outKey, frame));
    },
    async open(frame) {
      try {
        const plain = await crypto.subtle.decrypt(frameCipher(opened, back), inKey, frame);
        opened += 1;
        return new Uint8Array(plain);
      } catch {
        return null;
      }
    },
  };
}

function callCipher(nonce: Bytes, { from, to }: Way, topic: string): AesGcmParams {
  return { name: "AES-GCM", iv: nonce, additionalData: joinBytes(text(`polyphony/relay-call/1 ${topic}\0`), from, to) };
}

function frameCipher(count: number, { from, to }: Way): AesGcmParams {
  const nonce = new Uint8Array(NONCE_BYTES);
  new DataView(nonce.buffer).setBigUint64(NONCE_BYTES - 8, BigInt(count));
  return { name: "AES-GCM", iv: nonce, additionalData: joinBytes(from, to, nonce) };
}

function text(words: string): Bytes {
  return new TextEncoder().encode(words);
}

/** Bytes as a key of a map. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
