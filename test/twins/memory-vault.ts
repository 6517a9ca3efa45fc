import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { KeptEntries, KeptRecord, StoredEntry, Vault, VaultFailure } from "../../shared/shell.ts";

/** A vault in memory, for tests of what stands above a vault. It does what every vault promises, and fails when told to. */
export interface MemoryVault extends Vault {
  /** Makes every write fail until it is null again. */
  failWith: VaultFailure | null;
  /** Makes every read fail until it is null again. */
  failReadsWith: VaultFailure | null;
  /** Makes every write take until this has come to pass. */
  holdUntil: Promise<unknown> | null;
  /** Makes every read say that some of what was kept cannot be read any more. */
  damaged: boolean;
}

export async function createMemoryVault(): Promise<MemoryVault> {
  const meetings = new Map<MeetingId, Map<string, StoredEntry>>();
  const records = new Map<string, Bytes>();
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

  async function writeLater(change: () => void): Promise<Result<null, VaultFailure>> {
    await vault.holdUntil;
    return writeNow(change);
  }

  function write(change: () => void): Promise<Result<null, VaultFailure>> {
    return vault.holdUntil === null ? writeNow(change) : writeLater(change);
  }

  function writeNow(change: () => void): Promise<Result<null, VaultFailure>> {
    if (vault.failWith !== null) return Promise.resolve(no(vault.failWith));
    change();
    return Promise.resolve(ok(null));
  }

  function read<Value>(found: () => Value): Promise<Result<Value, VaultFailure>> {
    return Promise.resolve(vault.failReadsWith === null ? ok(found()) : no(vault.failReadsWith));
  }

  function put(meeting: MeetingId, entries: readonly StoredEntry[]): Promise<Result<null, VaultFailure>> {
    return write(() => {
      const kept = meetings.get(meeting) ?? new Map<string, StoredEntry>();
      for (const { feed, seq, bytes } of entries)
        kept.set(`${feed}#${String(seq).padStart(10, "0")}`, { feed, seq, bytes: bytes.slice() });
      meetings.set(meeting, kept);
    });
  }

  const vault: MemoryVault = {
    failWith: null,
    failReadsWith: null,
    holdUntil: null,
    damaged: false,
    append: put,
    // Nothing but these maps holds what a vault in memory keeps, so what is put in the place of bytes leaves none of them.
    replace: put,
    read: (meeting) =>
      read((): KeptEntries => {
        const kept = [...(meetings.get(meeting) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
        return { entries: kept.map(([, entry]) => entry), damaged: vault.damaged };
      }),
    putRecord: (name, sealed) =>
      write(() => {
        records.set(name, sealed.slice());
      }),
    records: (prefix) =>
      read((): readonly KeptRecord[] =>
        [...records]
          .filter(([name]) => name.startsWith(prefix))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, sealed]) => ({ name, sealed })),
      ),
    forget: (meeting, recordPrefix) =>
      write(() => {
        meetings.delete(meeting);
        for (const name of [...records.keys()]) if (name.startsWith(recordPrefix)) records.delete(name);
      }),
    sealingKey: () => Promise.resolve(key),
  };
  return vault;
}
