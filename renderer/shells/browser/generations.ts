import { no, ok, type Result } from "../../../shared/result.ts";
import type { VaultFailure } from "../../../shared/shell.ts";
import { failureOf, settled, write } from "./transactions.ts";

/** Puts what a new database begins with into its stores. */
export type Fill = (transaction: IDBTransaction) => void;

/** One thing a vault keeps in a database of its own, which is made anew whenever something in it is to be erased. */
export interface Shape {
  /** Begins the names of its databases; the number of the generation follows. */
  readonly name: string;
  /** The version of the format. A database of a higher one is left alone. */
  readonly version: number;
  readonly createStores: (database: IDBDatabase) => void;
}

/** Every database has this store besides its own. What lies in it means nothing: writing it makes what came before durable. */
const MARKS = "marks";

/** The name of a generation's database, and of its key. */
export function nameOf(shape: Shape, generation: number): string {
  return `${shape.name}/${generation}`;
}

/** The generations that are there, the newest last. A generation is there with everything in it, or not at all. */
export async function generationsOf({ name }: Shape): Promise<Result<readonly number[], VaultFailure>> {
  try {
    const databases = await indexedDB.databases();
    const numbers = databases.flatMap((one) =>
      one.name?.startsWith(`${name}/`) === true && one.version !== undefined && one.version > 0
        ? [Number(one.name.slice(name.length + 1))]
        : [],
    );
    return ok(numbers.filter((number) => Number.isSafeInteger(number)).toSorted((a, b) => a - b));
  } catch (error) {
    return no(failureOf(error));
  }
}

/**
 * Opens a generation. One that is not there is made, and filled in the one transaction that makes it: there is no moment
 * at which it is there and incomplete.
 */
export async function openGeneration(
  shape: Shape,
  generation: number,
  fill?: Fill,
): Promise<Result<IDBDatabase, VaultFailure>> {
  let request: IDBOpenDBRequest;
  try {
    request = indexedDB.open(nameOf(shape, generation), shape.version);
  } catch (error) {
    return no(failureOf(error));
  }
  request.onupgradeneeded = () => {
    const { result, transaction } = request;
    shape.createStores(result);
    result.createObjectStore(MARKS);
    if (transaction !== null) fill?.(transaction);
  };
  const opened = await settled(request);
  if (opened.ok)
    // A newer program, or somebody clearing the browser's storage, is not kept waiting.
    opened.value.onversionchange = () => {
      opened.value.close();
    };
  return opened;
}

/** Makes sure that the power may fail and the generation is still there. The browser promises that of writes only. */
export function settle(database: IDBDatabase): Promise<Result<null, VaultFailure>> {
  return write(database, [MARKS], (transaction) => transaction.objectStore(MARKS).put(true, "settled"));
}

/** Deletes a generation. No window may have it open. The browser's files let go of it when they like. */
export async function deleteGeneration(shape: Shape, generation: number): Promise<Result<null, VaultFailure>> {
  const deleted = await settled(indexedDB.deleteDatabase(nameOf(shape, generation)));
  return deleted.ok ? ok(null) : deleted;
}
