import { IndexeddbPersistence } from "y-indexeddb";
import { createMeetings } from "../../../renderer/session/local-meetings.ts";
import { openIndexedDbVault } from "../../../renderer/shells/browser/indexed-db-vault.ts";
import { MemoryLobby } from "../../twins/memory-lobby.ts";
import { createHeldLine } from "../held-line.ts";
import { shellOver } from "../shell-over.ts";
import type { Patch } from "../traces/editing-trace.ts";
import { seededDoc, typingAsOurs, typingInYjs, type Typing } from "../traces/writing.ts";

/** Types into a document of this page, in ours the summary of the meeting opened here last, until this browser keeps it all. Resolves to how long that took, in milliseconds. */
export type KeepTyping = (patches: readonly Patch[]) => Promise<number>;

declare global {
  interface Window {
    keepTyping: { readonly ours: KeepTyping; readonly yIndexedDb: KeepTyping };
  }
}

window.keepTyping = {
  async ours(patches) {
    const vault = await openIndexedDbVault();
    if (!vault.ok) throw new Error(vault.reason);
    const meetings = createMeetings(shellOver(vault.value), {
      openCarrier: () => createHeldLine()[0].carrier,
      openLobby: new MemoryLobby().open,
    });
    const listed = await meetings.list();
    const kept = listed.ok ? listed.value[0] : undefined;
    if (kept === undefined) throw new Error("no meeting is kept on this laptop");
    const session = await meetings.open(kept.meeting);
    if (!session.ok) throw new Error(session.reason);
    const isSaved = (): boolean => session.value.view().saving === "saved";
    while (!isSaved()) await nextTurn();
    const ms = await typeAll(typingAsOurs(session.value.summary.text.doc), patches, async () => {
      while (!isSaved()) await nextTurn();
    });
    session.value.close();
    return ms;
  },

  async yIndexedDb(patches) {
    const doc = seededDoc();
    const kept = new IndexeddbPersistence("a paper", doc);
    await kept.whenSynced;
    const ms = await typeAll(typingInYjs(doc), patches, async () => {
      const database = kept.db;
      if (database === null) throw new Error("y-indexeddb has no database");
      // One that may write waits for all that were asked to write before.
      const last = database.transaction("updates", "readwrite");
      await new Promise((resolve, reject) => {
        last.oncomplete = resolve;
        last.onerror = reject;
        last.objectStore("updates").count();
      });
    });
    await kept.destroy();
    return ms;
  },
};

async function typeAll(type: Typing, patches: readonly Patch[], whenKept: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  for (const patch of patches) {
    type(patch);
    await nextTurn();
  }
  await whenKept();
  return performance.now() - begun;
}

/** Resolves in a later turn of the page's event loop, without the pause that timers make. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
