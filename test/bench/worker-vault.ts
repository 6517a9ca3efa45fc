import { Worker } from "node:worker_threads";
import type { Vault } from "../../shared/shell.ts";
import type { VaultQuestion } from "./vault-worker.ts";

/** A question without its number. */
type Question = VaultQuestion extends infer One ? (One extends VaultQuestion ? Omit<One, "id"> : never) : never;

/** A SQLite vault that works beside this thread, as the desktop program's does beside its window. */
export interface WorkerVault extends Vault {
  /** What seals its records: has to be brought along when it is opened again. */
  readonly key: CryptoKey;
  readonly close: () => Promise<void>;
}

/** Opens the vault in this directory. */
export async function openWorkerVault(directory: string, known?: CryptoKey): Promise<WorkerVault> {
  const worker = new Worker(new URL("./vault-worker.ts", import.meta.url), { workerData: directory });
  const key =
    known ?? (await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]));
  const waiting = new Map<
    number,
    { readonly resolve: (answer: unknown) => void; readonly reject: (error: unknown) => void }
  >();
  let asked = 0;
  worker.on("message", ({ id, answer }: { readonly id: number; readonly answer: unknown }) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  worker.on("error", (error) => {
    for (const { reject } of waiting.values()) reject(error);
  });

  function ask<Answer>(question: Question): Promise<Answer> {
    asked += 1;
    return new Promise((resolve, reject) => {
      // The other end answers each question with what the vault's contract says of it.
      waiting.set(asked, { resolve: (answer) => resolve(answer as Answer), reject });
      worker.postMessage({ ...question, id: asked });
    });
  }

  return {
    append: (meeting, entries) => ask({ ask: "append", meeting, entries }),
    replace: (meeting, entries) => ask({ ask: "replace", meeting, entries }),
    read: (meeting) => ask({ ask: "read", meeting }),
    putRecord: (name, sealed) => ask({ ask: "putRecord", name, sealed }),
    records: (prefix) => ask({ ask: "records", prefix }),
    forget: (meeting, recordPrefix) => ask({ ask: "forget", meeting, recordPrefix }),
    sealingKey: () => Promise.resolve(key),
    key,
    close: async () => {
      await ask({ ask: "close" });
      await worker.terminate();
    },
  };
}
