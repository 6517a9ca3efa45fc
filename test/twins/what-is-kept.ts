import type { MeetingId } from "../../shared/feed/ids.ts";
import type { KeptRecord, StoredEntry, Vault } from "../../shared/shell.ts";

/** Everything that a vault has of a meeting. Throws where it cannot say, or not all of it. */
export async function entriesKept(vault: Vault, meeting: MeetingId): Promise<readonly StoredEntry[]> {
  const kept = await vault.read(meeting);
  if (!kept.ok) throw new Error(`the vault says ${kept.reason}`);
  if (kept.value.damaged) throw new Error("the vault says that something is damaged");
  return kept.value.entries;
}

/** Every record whose name begins with `prefix`. Throws where the vault cannot say. */
export async function recordsKept(vault: Vault, prefix: string): Promise<readonly KeptRecord[]> {
  const kept = await vault.records(prefix);
  if (!kept.ok) throw new Error(`the vault says ${kept.reason}`);
  return kept.value;
}
