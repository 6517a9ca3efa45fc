import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import { no, ok } from "../../shared/result.ts";
import type { StoredEntry, Vault, VaultFailure } from "../../shared/shell.ts";

/** A vault in memory, for tests of what stands above a vault. `failWith` makes every write fail until it is null again. */
export interface MemoryVault extends Vault {
  failWith: VaultFailure | null;
}

export async function createMemoryVault(): Promise<MemoryVault> {
  const entries = new Map<MeetingId, Map<string, StoredEntry>>();
  const records = new Map<string, Bytes>();
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const vault: MemoryVault = {
    failWith: null,
    append(meeting, added) {
      if (vault.failWith !== null) return Promise.resolve(no(vault.failWith));
      const kept = entries.get(meeting) ?? new Map<string, StoredEntry>();
      for (const { feed, seq, bytes } of added)
        kept.set(`${feed}#${String(seq).padStart(10, "0")}`, { feed, seq, bytes: bytes.slice() });
      entries.set(meeting, kept);
      return Promise.resolve(ok(null));
    },
    read: (meeting) =>
      Promise.resolve([...(entries.get(meeting) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)),
    putRecord(name, sealed) {
      if (vault.failWith !== null) return Promise.resolve(no(vault.failWith));
      records.set(name, sealed.slice());
      return Promise.resolve(ok(null));
    },
    records: (prefix) =>
      Promise.resolve(
        [...records]
          .filter(([name]) => name.startsWith(prefix))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, sealed]) => ({ name, sealed })),
      ),
    forget(meeting, recordPrefix) {
      entries.delete(meeting);
      for (const name of [...records.keys()]) if (name.startsWith(recordPrefix)) records.delete(name);
      return Promise.resolve();
    },
    sealingKey: () => Promise.resolve(key),
  };
  return vault;
}
