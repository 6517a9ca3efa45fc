import type { Bytes } from "../../../shared/crypto/bytes.ts";
import type { Bridge, KeyTrouble, Refusal } from "../../../shared/ipc.ts";
import { no, ok, type Result } from "../../../shared/result.ts";
import type { StoredEntry, Vault, VaultFailure } from "../../../shared/shell.ts";

/**
 * Opens the desktop's vault: SQLite files, which the process that opened this window writes. The key that seals its records
 * comes over the bridge once and stays here as one that nobody can take out.
 */
export async function openDesktopVault(bridge: Bridge): Promise<Result<Vault, KeyTrouble>> {
  const given = await bridge.sealingKey();
  if (!given.ok) return no(isRefusal(given.reason) ? "vault-unavailable" : given.reason);
  const sealingKey = await importSealingKey(given.value);
  return ok({
    append: async (meeting, entries) => failing(() => bridge.appendEntries(meeting, entries.map(bare))),
    replace: async (meeting, entries) => failing(() => bridge.replaceEntries(meeting, entries.map(bare))),
    read: async (meeting) => failing(() => bridge.readEntries(meeting)),
    putRecord: async (name, sealed) => failing(() => bridge.putRecord(name, sealed.slice())),
    records: async (prefix) => failing(() => bridge.readRecords(prefix)),
    forget: async (meeting, recordPrefix) => failing(() => bridge.forgetMeeting(meeting, recordPrefix)),
    sealingKey: () => Promise.resolve(sealingKey),
  });
}

/** Makes a sealing key of its bytes, and wipes them. */
export async function importSealingKey(bytes: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  bytes.fill(0);
  return key;
}

/**
 * What a vault keeps of an entry and nothing else that its holder knows of it, such as its words; and of its bytes a copy, because
 * a call would otherwise carry the whole memory that they are a view of.
 */
function bare({ feed, seq, bytes }: StoredEntry): StoredEntry {
  return { feed, seq, bytes: bytes.slice() };
}

/** Whatever keeps a call from being answered, the words in it are not kept, and that is what is said. */
async function failing<Value>(
  ask: () => Promise<Result<Value, Refusal | VaultFailure>>,
): Promise<Result<Value, VaultFailure>> {
  try {
    const answer = await ask();
    return answer.ok ? answer : no(isRefusal(answer.reason) ? "vault-unavailable" : answer.reason);
  } catch {
    // The bridge itself fails when the program is about to end.
    return no("vault-unavailable");
  }
}

function isRefusal(reason: string): reason is Refusal {
  return reason === "malformed" || reason === "not-our-page";
}
