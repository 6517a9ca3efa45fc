import { fromBase64, toBase64 } from "lib0/buffer";
import * as v from "valibot";
import { joinBytes, randomBytes } from "../../shared/crypto/bytes.ts";
import { NoteSchema, type Note } from "./signaling-note.ts";

const NONCE_BYTES = 12;

/** How many notes are remembered so that a signaling server cannot play them again. */
const REMEMBERED = 8192;

/**
 * A note as a signaling server sees it: base64 of nonce and AES-256-GCM ciphertext. Its topic is authenticated with it,
 * so a note of one room opens in no other.
 */
export async function sealNote(note: Note, topic: string, key: CryptoKey): Promise<string> {
  const nonce = randomBytes(NONCE_BYTES);
  const plain = new TextEncoder().encode(JSON.stringify(note));
  const sealed = await crypto.subtle.encrypt(cipher(nonce, topic), key, plain);
  return toBase64(joinBytes(nonce, new Uint8Array(sealed)));
}

/** Opens notes of one topic, each once. Null for what was not sealed for this topic, is malformed, or was opened before. */
export function createNoteOpener(topic: string, key: CryptoKey): (sealed: unknown) => Promise<Note | null> {
  const opened = new Set<string>();
  return async (sealed) => {
    if (typeof sealed !== "string") return null;
    try {
      const bytes = new Uint8Array(fromBase64(sealed));
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const plain = await crypto.subtle.decrypt(cipher(nonce, topic), key, bytes.subarray(NONCE_BYTES));
      const name = toBase64(nonce);
      if (opened.has(name)) return null;
      remember(opened, name);
      const parsed = v.safeParse(NoteSchema, JSON.parse(new TextDecoder().decode(plain)));
      return parsed.success ? parsed.output : null;
    } catch {
      // Anyone who knows the topic can write there; what is not sealed with our key is as good as not written.
      return null;
    }
  };
}

function cipher(nonce: Uint8Array<ArrayBuffer>, topic: string): AesGcmParams {
  return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(`polyphony/signaling/1 ${topic}`) };
}

function remember(opened: Set<string>, name: string): void {
  opened.add(name);
  // A set keeps the order of insertion: its first member is the oldest.
  const [oldest] = opened;
  if (opened.size > REMEMBERED && oldest !== undefined) opened.delete(oldest);
}
