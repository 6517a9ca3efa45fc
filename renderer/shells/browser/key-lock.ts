import { randomBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import {
  calibrate,
  decodeWrappedKey,
  encodeWrappedKey,
  unwrapKey,
  wrapKey,
} from "../../../shared/crypto/passphrase.ts";
import { no, ok, type Result } from "../../../shared/result.ts";
import type { PassphraseFailure, PassphraseLock, VaultFailure } from "../../../shared/shell.ts";
import type { ErasableDatabase } from "./erasable-database.ts";
import { addKept, mainWith, readKept } from "./main-database.ts";

const KEY_BYTES = 32;

/** What keeps the vault's key in this profile, and gives it out. */
export interface KeyLock extends PassphraseLock {
  /** The vault's key, not extractable. Resolves when the lock is open; a lock without a passphrase always is. */
  readonly key: Promise<CryptoKey>;
  /** Whether the passphrase has yet to be given in this window. */
  isClosed(): boolean;
  /** Opens the lock for this window. */
  open(passphrase: string): Promise<Result<null, PassphraseFailure>>;
  /** Deletes everything that is kept. The program has to be opened anew afterwards. */
  startEmpty(): Promise<Result<null, VaultFailure>>;
}

/**
 * The lock of a vault whose main database is `main`; a new vault gets a new key, without a passphrase. The key is
 * kept as 32 bytes beside what it seals, or wrapped (`passphrase.ts`), and the database is made anew whenever that changes,
 * so that the way it was kept before is gone.
 */
export async function createKeyLock(
  main: ErasableDatabase,
  startEmpty: () => Promise<Result<null, VaultFailure>>,
): Promise<Result<KeyLock, VaultFailure>> {
  const kept = await loadKept(main);
  if (!kept.ok) return kept;
  let closed = true;
  let give: (key: CryptoKey) => void = () => undefined;
  const key = new Promise<CryptoKey>((resolve) => {
    give = resolve;
  });
  const openWith = async (raw: Bytes) => {
    if (closed) give(await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]));
    closed = false;
  };
  if (isKey(kept.value)) await openWith(kept.value);
  else if (decodeWrappedKey(kept.value) === null) return no("vault-damaged");
  return ok({
    key,
    isClosed: () => closed,
    startEmpty,
    async open(passphrase) {
      const raw = await rawKey(main, passphrase);
      if (!raw.ok) return raw;
      await openWith(raw.value);
      return ok(null);
    },
    async isSet() {
      const now = await loadKept(main);
      return now.ok ? ok(!isKey(now.value)) : now;
    },
    async change({ present, next }) {
      const raw = await rawKey(main, present ?? "");
      if (!raw.ok) return raw;
      const wrapped = next === null ? null : await wrapKey(raw.value, next, await calibrate(nowMs));
      if (wrapped?.ok === false) return wrapped;
      const sealing = wrapped === null ? raw.value : encodeWrappedKey(wrapped.value);
      return main.rewrite((old, key) => mainWith(old, key, { sealing }));
    },
  });
}

const nowMs = () => performance.now();

/** What is kept of the key now, in whatever window that was decided: 32 bytes, or something wrapped. */
async function loadKept(main: ErasableDatabase): Promise<Result<Bytes, VaultFailure>> {
  return main.run(async (database) => {
    const before = await readKept(database);
    if (!before.ok) return before;
    if (before.value !== null) return ok(before.value);
    const added = await addKept(database, randomBytes(KEY_BYTES));
    // Where it was not added, another window may have been first; if not, the vault cannot be written.
    const now = await readKept(database);
    if (!now.ok) return now;
    if (now.value !== null) return ok(now.value);
    return added.ok ? no("vault-damaged") : added;
  });
}

async function rawKey(main: ErasableDatabase, passphrase: string): Promise<Result<Bytes, PassphraseFailure>> {
  const kept = await loadKept(main);
  if (!kept.ok || isKey(kept.value)) return kept;
  const wrapped = decodeWrappedKey(kept.value);
  return wrapped === null ? no("vault-damaged") : unwrapKey(wrapped, passphrase);
}

/** A wrapped key is always longer: it has its salt and effort beside it. */
function isKey(kept: Bytes): boolean {
  return kept.length === KEY_BYTES;
}
