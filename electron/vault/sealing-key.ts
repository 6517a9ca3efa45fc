import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

import * as v from "valibot";

import { randomBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import type { KeyProtection, KeyTrouble } from "../../shared/ipc.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import { attempt } from "./failure.ts";
import { syncDirectory, wipe } from "./wipe.ts";

/** The key that seals this device's records, as bytes. */
export interface SealingKey {
  readonly bytes: Bytes;
  readonly protection: KeyProtection;
}

/** The part of Electron's `safeStorage` that is used: only what is asynchronous, the rest is going away. */
export interface Keychain {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plain: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  /** On Linux only: who would really keep it. */
  getSelectedStorageBackend(): string;
}

const KEY_BYTES = 32;
const keptKey = v.object({ version: v.number(), protection: v.picklist(["keychain", "none"]), key: v.string() });
type KeptKey = v.InferOutput<typeof keptKey>;

/**
 * The sealing key of the vault in a directory, made at the first start. It lies there wrapped by the system's keychain. Where
 * the system has none that deserves the name (Electron on a bare Linux wraps with a key that everyone knows) the key lies there as
 * it is, readable by this user only, and `protection` says so; it is wrapped as soon as there is one.
 */
export async function loadSealingKey(
  directory: string,
  keychain: Keychain,
  platform: NodeJS.Platform = process.platform,
): Promise<Result<SealingKey, KeyTrouble>> {
  const path = join(directory, "sealing-key.json");
  const isGuarded = await canGuard(keychain, platform);
  if (!existsSync(path)) {
    const begun = await wrapped(randomBytes(KEY_BYTES), isGuarded ? keychain : null);
    const written = attempt(() => begin(path, begun));
    if (!written.ok) return written;
  }
  const kept = attempt(() => read(path));
  if (!kept.ok) return kept;
  if (kept.value === null) return no("vault-damaged");
  if (kept.value.version > 1) return no("vault-newer");
  const opened = await unwrapped(kept.value, keychain);
  if (opened === null) return no("keychain-refused");
  if (opened.bytes.length !== KEY_BYTES) return no("vault-damaged");
  const { bytes, isStale } = opened;
  if (!isGuarded || (kept.value.protection === "keychain" && !isStale))
    return ok({ bytes, protection: kept.value.protection });
  const again = await wrapped(bytes, keychain);
  const replaced = attempt(() => replace(path, again));
  // The key is good wherever it lies; the next start tries again to have it guarded.
  return ok({ bytes, protection: replaced.ok ? again.protection : kept.value.protection });
}

async function canGuard(keychain: Keychain, platform: NodeJS.Platform): Promise<boolean> {
  try {
    if (!(await keychain.isAsyncEncryptionAvailable())) return false;
    return platform !== "linux" || !["basic_text", "unknown"].includes(keychain.getSelectedStorageBackend());
  } catch {
    // A keychain that cannot even say whether it is there guards nothing.
    return false;
  }
}

async function wrapped(bytes: Bytes, keychain: Keychain | null): Promise<KeptKey> {
  const plain = Buffer.from(bytes).toString("base64");
  if (keychain === null) return { version: 1, protection: "none", key: plain };
  try {
    return { version: 1, protection: "keychain", key: (await keychain.encryptStringAsync(plain)).toString("base64") };
  } catch {
    // A keychain that is there and does not take it guards nothing, and that is what is said.
    return { version: 1, protection: "none", key: plain };
  }
}

async function unwrapped(
  { protection, key }: KeptKey,
  keychain: Keychain,
): Promise<{ readonly bytes: Bytes; readonly isStale: boolean } | null> {
  if (protection === "none") return { bytes: new Uint8Array(Buffer.from(key, "base64")), isStale: true };
  try {
    const { result, shouldReEncrypt } = await keychain.decryptStringAsync(Buffer.from(key, "base64"));
    return { bytes: new Uint8Array(Buffer.from(result, "base64")), isStale: shouldReEncrypt };
  } catch {
    // It is locked, or belongs to another user or computer; Electron does not say which.
    return null;
  }
}

function read(path: string): KeptKey | null {
  const json = attempt((): unknown => JSON.parse(readFileSync(path, "utf8")));
  const parsed = v.safeParse(keptKey, json.ok ? json.value : null);
  return parsed.success ? parsed.output : null;
}

/** Writes a first key, unless another run of the program was faster: then that one stands. */
function begin(path: string, key: KeptKey): void {
  const draft = write(path, key);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
  discard(draft);
  syncDirectory(dirname(path));
}

/** Puts a key differently wrapped in the place of the same key, and overwrites what was there. */
function replace(path: string, key: KeptKey): void {
  const draft = write(path, key);
  const { size } = statSync(path);
  const before = openSync(path, "r+");
  try {
    renameSync(draft, path);
    syncDirectory(dirname(path));
    writeSync(before, new Uint8Array(size), 0, size, 0);
    fsyncSync(before);
  } finally {
    closeSync(before);
  }
}

function write(path: string, key: KeptKey): string {
  const draft = `${path}.draft`;
  if (existsSync(draft)) discard(draft);
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, JSON.stringify(key));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return draft;
}

/** Removes a draft; overwrites it only where it is not the key itself under its first name. */
function discard(draft: string): void {
  if (statSync(draft).nlink > 1) unlinkSync(draft);
  else wipe([draft]);
}
