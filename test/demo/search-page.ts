import * as Y from "yjs";
import { openIndexedDbVault } from "../../renderer/shells/browser/indexed-db-vault.ts";
import { keptMeetings } from "../../renderer/session/keyring.ts";
import { meetingBytes, parseEntry } from "../../shared/feed/entry.ts";
import { openWithAny } from "../../shared/feed/verify.ts";
import { unlock } from "../../shared/meeting/secret.ts";
import { wideLetterIn } from "../../shared/text/letters.ts";

declare global {
  interface Window {
    /**
     * Opens everything this laptop's vault holds with its own keys: each payload as text, and the words that all edits of
     * each document make together, crossed out or not.
     */
    openEverything: () => Promise<{ readonly opened: number; readonly texts: readonly string[] }>;
  }
}

window.openEverything = async () => {
  const vault = await openIndexedDbVault();
  if (!vault.ok) throw new Error(`the vault did not open: ${vault.reason}`);
  const meetings = await keptMeetings(vault.value);
  if (!meetings.ok) throw new Error(`the vault gave no meetings: ${meetings.reason}`);
  const texts: string[] = [];
  const letters = new Map<string, string[]>();
  for (const { meeting, secret } of meetings.value) {
    const kept = await vault.value.read(meeting);
    if (!kept.ok) throw new Error(`the vault gave no entries: ${kept.reason}`);
    const secrets = { meeting: meetingBytes(meeting), key: (await unlock(secret)).meetingKey };
    for (const { bytes } of kept.value.entries) {
      const entry = parseEntry(bytes);
      if (!entry.ok || entry.value.sealed === null) continue;
      const payload = await openWithAny(secrets, entry.value.sealed);
      if (payload === null) continue;
      texts.push(new TextDecoder().decode(payload));
      if (entry.value.header.kind !== "edit") continue;
      const doc = letters.get(entry.value.header.doc) ?? [];
      letters.set(entry.value.header.doc, doc);
      doc.push(...lettersOf(payload));
    }
  }
  const words = [...letters.values()].map((doc) => doc.join(""));
  return { opened: texts.length, texts: [...texts, ...words] };
};

/** The letters that an edit writes, in its order. Someone who types one by one leaves an edit for a few of them. */
function lettersOf(update: Uint8Array): readonly string[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item)) return [];
    if (struct.content instanceof Y.ContentString) return [struct.content.str];
    return struct.content instanceof Y.ContentEmbed ? [wideLetterIn(struct.content.embed) ?? ""] : [];
  });
}
