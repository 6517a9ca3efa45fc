import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import { randomBytes, type Bytes } from "./bytes.ts";
import { oneSpelling } from "./one-spelling.ts";
import { open, seal } from "./seal.ts";
import { no, ok, type Result } from "../result.ts";

/** How hard it is made to try passphrases: what Argon2id is given (RFC 9106, §3.1). */
export interface Effort {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** A key that only a passphrase gives back, with all that is needed for it except the passphrase. */
export interface WrappedKey extends Effort {
  readonly version: 1;
  readonly salt: Bytes;
  /** The key, sealed (`seal.ts`) under Argon2id of the passphrase. */
  readonly sealed: Bytes;
}

/** The least that is ever used: the second recommended option of RFC 9106, §4, with one lane, as a page has one thread. */
export const LEAST_EFFORT: Effort = { memoryKib: 64 * 1024, passes: 3, lanes: 1 };

/** A computer that is quicker than this at the least effort is given more passes, up to the most. */
const WORTH_MS = 500;
const MOST_PASSES = 12;
const SALT_BYTES = 16;

/** Bounded, so that what someone put into the store cannot make the program take all memory or never end. */
const WrappedKeySchema = v.strictObject({
  version: v.literal(1),
  memoryKib: v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(1024 * 1024)),
  passes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  lanes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
  salt: v.pipe(v.string(), v.maxLength(1024)),
  sealed: v.pipe(v.string(), v.maxLength(1024)),
});

/** A wrapped key as it is kept: JSON as UTF-8, bytes as base64url. */
export function encodeWrappedKey({ salt, sealed, ...rest }: WrappedKey): Bytes {
  const kept = { ...rest, salt: base64urlnopad.encode(salt), sealed: base64urlnopad.encode(sealed) };
  return new TextEncoder().encode(JSON.stringify(kept));
}

/** A wrapped key as it was kept; null for anything else. */
export function decodeWrappedKey(kept: Bytes): WrappedKey | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), WrappedKeySchema), new TextDecoder().decode(kept));
  if (!parsed.success) return null;
  const { salt, sealed, ...rest } = parsed.output;
  try {
    return {
      ...rest,
      salt: new Uint8Array(base64urlnopad.decode(salt)),
      sealed: new Uint8Array(base64urlnopad.decode(sealed)),
    };
  } catch {
    // Text that is no base64url: someone else's.
    return null;
  }
}

/** Wraps a key so that only the passphrase, which is not empty, gives it back. Each wrapping has a salt and a nonce of its own. */
export async function wrapKey(
  key: Bytes,
  passphrase: string,
  effort: Effort,
): Promise<Result<WrappedKey, "passphrase-too-heavy">> {
  const salt = randomBytes(SALT_BYTES);
  const sealing = await keyOf(oneSpelling(passphrase), salt, effort);
  if (!sealing.ok) return sealing;
  return ok({ version: 1, ...effort, salt, sealed: await seal(sealing.value, key) });
}

/** The key that was wrapped, for the same passphrase. Any other, and any change to what was kept, is refused. */
export async function unwrapKey(
  wrapped: WrappedKey,
  passphrase: string,
): Promise<Result<Bytes, "passphrase-too-heavy" | "passphrase-wrong">> {
  if (passphrase === "") return no("passphrase-wrong");
  // The second one opens what was wrapped before the digits of every script were the same.
  for (const spelling of new Set([oneSpelling(passphrase), passphrase.normalize("NFKC")])) {
    const sealing = await keyOf(spelling, wrapped.salt, wrapped);
    if (!sealing.ok) return sealing;
    const opened = await open(sealing.value, wrapped.sealed);
    if (opened.ok) return opened;
  }
  return no("passphrase-wrong");
}

/** The effort that costs this computer about half a second, and never less than the least. */
export async function calibrate(nowMs: () => number): Promise<Effort> {
  const begun = nowMs();
  await keyOf("any", new Uint8Array(SALT_BYTES), LEAST_EFFORT);
  const onePassMs = Math.max(1, nowMs() - begun) / LEAST_EFFORT.passes;
  const passes = Math.min(MOST_PASSES, Math.max(LEAST_EFFORT.passes, Math.round(WORTH_MS / onePassMs)));
  return { ...LEAST_EFFORT, passes };
}

/**
 * Argon2id (RFC 9106), 32 bytes, as a sealing key. The passphrase is in its one spelling. Refused where the computer has no room for the work, or the program could not fetch
 * what does it: the library comes when it is needed, because most people never set a passphrase.
 */
async function keyOf(
  passphrase: string,
  salt: Bytes,
  effort: Effort,
): Promise<Result<CryptoKey, "passphrase-too-heavy">> {
  let derived: Uint8Array;
  try {
    const { argon2id } = await import("hash-wasm");
    derived = await argon2id({
      password: new TextEncoder().encode(passphrase),
      salt,
      memorySize: effort.memoryKib,
      iterations: effort.passes,
      parallelism: effort.lanes,
      hashLength: 32,
      outputType: "binary",
    });
  } catch {
    return no("passphrase-too-heavy");
  }
  const key = await crypto.subtle.importKey("raw", new Uint8Array(derived), "AES-GCM", false, ["encrypt", "decrypt"]);
  derived.fill(0);
  return ok(key);
}
