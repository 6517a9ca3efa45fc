import { parentPort, workerData } from "node:worker_threads";
import { openSqliteVault } from "../../electron/vault/sqlite-vault.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import type { StoredEntry } from "../../shared/shell.ts";

/*
 * A laptop's SQLite vault beside its window: in the desktop program it is in the main process, so that a window never waits for
 * the disk. Started by `worker-vault.ts`, with the vault's directory.
 */

/** What the vault is asked. */
export type VaultQuestion = { readonly id: number } & (
  | { readonly ask: "append" | "replace"; readonly meeting: MeetingId; readonly entries: readonly StoredEntry[] }
  | { readonly ask: "putRecord"; readonly name: string; readonly sealed: Uint8Array<ArrayBuffer> }
  | { readonly ask: "read"; readonly meeting: MeetingId }
  | { readonly ask: "records"; readonly prefix: string }
  | { readonly ask: "forget"; readonly meeting: MeetingId; readonly recordPrefix: string }
  | { readonly ask: "close" }
);

if (typeof workerData !== "string") throw new Error("a vault has a directory");
const vault = openSqliteVault(workerData);

function answerTo(question: VaultQuestion): Promise<unknown> {
  switch (question.ask) {
    case "append":
      return vault.append(question.meeting, question.entries);
    case "replace":
      return vault.replace(question.meeting, question.entries);
    case "read":
      return vault.read(question.meeting);
    case "putRecord":
      return vault.putRecord(question.name, question.sealed);
    case "records":
      return vault.records(question.prefix);
    case "forget":
      return vault.forget(question.meeting, question.recordPrefix);
    case "close":
      vault.close();
      return Promise.resolve(null);
  }
}

parentPort?.on("message", (question: VaultQuestion) => {
  void answerTo(question).then((answer) => {
    parentPort?.postMessage({ id: question.id, answer });
  });
});
