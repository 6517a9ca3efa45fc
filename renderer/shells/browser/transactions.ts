import { no, ok, type Result } from "../../../shared/result.ts";
import type { VaultFailure } from "../../../shared/shell.ts";

/**
 * Carries a change out as a whole or not at all. Durable when it resolves: the browser has told the disk to write, and the
 * disk has said that it did.
 */
export function write(
  database: IDBDatabase,
  stores: readonly string[],
  change: (transaction: IDBTransaction) => void,
): Promise<Result<null, VaultFailure>> {
  return new Promise((resolve) => {
    let transaction: IDBTransaction;
    try {
      transaction = database.transaction([...stores], "readwrite", { durability: "strict" });
    } catch (error) {
      // The database was closed or deleted under us: an expected failure of a browser profile.
      resolve(no(failureOf(error)));
      return;
    }
    transaction.oncomplete = () => {
      resolve(ok(null));
    };
    transaction.onabort = () => {
      resolve(no(failureOf(transaction.error)));
    };
    try {
      change(transaction);
      transaction.commit();
    } catch {
      // Something in the middle could not be put: what was put before it must not stay.
      transaction.abort();
    }
  });
}

/** Asks several things of one moment of the database, and resolves to the answers in the order of the questions. */
export function read<const Answers extends readonly unknown[]>(
  database: IDBDatabase,
  stores: readonly string[],
  ask: (transaction: IDBTransaction) => { readonly [At in keyof Answers]: IDBRequest<Answers[At]> },
): Promise<Result<Answers, VaultFailure>> {
  return new Promise((resolve) => {
    try {
      const transaction = database.transaction([...stores], "readonly");
      const requests: readonly IDBRequest[] = ask(transaction);
      transaction.oncomplete = () => {
        // One answer for each question, in the same order.
        resolve(ok(requests.map((request): unknown => request.result) as unknown as Answers));
      };
      transaction.onabort = () => {
        resolve(no(failureOf(transaction.error)));
      };
    } catch (error) {
      resolve(no(failureOf(error)));
    }
  });
}

/** What a request that stands alone, such as opening or deleting a database, comes to. */
export function settled<Value>(request: IDBRequest<Value>): Promise<Result<Value, VaultFailure>> {
  return new Promise((resolve) => {
    request.onsuccess = () => {
      resolve(ok(request.result));
    };
    request.onerror = () => {
      resolve(no(failureOf(request.error)));
    };
  });
}

/** What the browser's word for a failure means for what is kept. */
export function failureOf(error: unknown): VaultFailure {
  return failureNamed(error instanceof Error || error instanceof DOMException ? error.name : "");
}

/** The same for the name of it alone. */
export function failureNamed(name: string): VaultFailure {
  switch (name) {
    case "QuotaExceededError":
      return "vault-full";
    case "VersionError":
      return "vault-newer";
    case "DataError":
    case "NotReadableError":
      return "vault-damaged";
    case "NoModificationAllowedError":
      return "vault-locked";
    default:
      return "vault-unavailable";
  }
}
