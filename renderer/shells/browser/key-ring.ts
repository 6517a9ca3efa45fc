import { joinBytes, randomBytes, sameBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import { sha256 } from "../../../shared/crypto/keys.ts";
import { no, ok, type Result } from "../../../shared/result.ts";
import type { VaultFailure } from "../../../shared/shell.ts";

/**
 * Where the keys of what is kept lie. It is the one place of a browser in which a byte can be put in the place of another:
 * what was sealed under a key that was taken off the ring can be opened by nobody, wherever the browser still has it.
 */
export interface KeyRing {
  /**
   * The key of that name; null where there is none. A ring that has lost all its keys is damaged: it is not said of any of them
   * that it was destroyed.
   */
  find(name: string): Promise<Result<CryptoKey | null, VaultFailure>>;
  /** Makes a key and puts it on the ring; durable when it resolves. Where there is one of that name, that one stays. */
  add(name: string): Promise<Result<CryptoKey, VaultFailure>>;
  /** Overwrites the key of that name. When it resolves, its bytes are nowhere. */
  destroy(name: string): Promise<Result<null, VaultFailure>>;
}

/** A file of slots, read as a whole and written in place. */
export interface RingFile {
  /** All of it; nothing where there is no file yet. */
  read(): Promise<Result<Bytes, VaultFailure>>;
  /** Puts bytes in the place of others, or after the last; on the disk when it resolves. */
  write(offset: number, bytes: Bytes): Promise<Result<null, VaultFailure>>;
  /** Lets nobody else, in whatever window, read or write until `work` is done. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
}

const KEY_BYTES = 32;
const MARK_BYTES = 32;
const SLOT_BYTES = MARK_BYTES + KEY_BYTES;
const FREE = new Uint8Array(MARK_BYTES);

/**
 * The keys of a file: slots of 64 bytes, each the SHA-256 of a name and its key (AES-256-GCM). A slot that begins with
 * 32 zero bytes is free.
 */
export function createKeyRing(file: RingFile): KeyRing {
  async function slotOf(name: string): Promise<Result<Slot, VaultFailure>> {
    const all = await file.read();
    if (!all.ok) return all;
    const mark = await sha256(new TextEncoder().encode(name));
    const slots = Array.from({ length: Math.floor(all.value.length / SLOT_BYTES) }, (_, at) => ({
      offset: at * SLOT_BYTES,
      mark: all.value.slice(at * SLOT_BYTES, at * SLOT_BYTES + MARK_BYTES),
    }));
    const own = slots.find((slot) => sameBytes(slot.mark, mark));
    if (own !== undefined) {
      const key = all.value.slice(own.offset + MARK_BYTES, own.offset + SLOT_BYTES);
      return ok({ offset: own.offset, mark, key: await readKey(key), isNew: false });
    }
    const free = slots.find((slot) => sameBytes(slot.mark, FREE));
    return ok({
      offset: free?.offset ?? slots.length * SLOT_BYTES,
      mark,
      key: null,
      isNew: free === undefined,
    });
  }

  return {
    find: (name) =>
      file.alone(async () => {
        const slot = await slotOf(name);
        if (!slot.ok) return slot;
        return slot.value.key === null && slot.value.offset === 0 && slot.value.isNew
          ? no("vault-damaged")
          : ok(slot.value.key);
      }),
    add: (name) =>
      file.alone(async () => {
        const slot = await slotOf(name);
        if (!slot.ok) return slot;
        if (slot.value.key !== null) return ok(slot.value.key);
        const raw = randomBytes(KEY_BYTES);
        const written = await file.write(slot.value.offset, joinBytes(slot.value.mark, raw));
        const key = await readKey(raw);
        raw.fill(0);
        return written.ok ? ok(key) : written;
      }),
    destroy: (name) =>
      file.alone(async () => {
        const slot = await slotOf(name);
        if (!slot.ok) return slot;
        if (slot.value.key === null) return ok(null);
        return file.write(slot.value.offset, joinBytes(FREE, randomBytes(KEY_BYTES)));
      }),
  };
}

/** A place on the ring: of the key that was asked for, or where one would be put. */
interface Slot {
  readonly offset: number;
  readonly mark: Bytes;
  readonly key: CryptoKey | null;
  /** Whether the file has to grow for it. */
  readonly isNew: boolean;
}

function readKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}
