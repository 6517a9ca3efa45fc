import { no, ok, type Result } from "../../../shared/result.ts";
import type { VaultFailure } from "../../../shared/shell.ts";
import { holdAlone, holdIfFree, share, type Release } from "./database-lock.ts";
import {
  deleteGeneration,
  generationsOf,
  nameOf,
  openGeneration,
  settle,
  type Fill,
  type Shape,
} from "./generations.ts";
import type { KeyRing } from "./key-ring.ts";

/** How long other windows may take to finish what they are writing. They do nothing else before they let go. */
const LET_GO_MS = 15_000;
const ASK_EVERY_MS = 50;

/** A database and the key under which everything in it is sealed. Both end when something in it is erased. */
export interface Kept {
  readonly database: IDBDatabase;
  readonly key: CryptoKey;
}

/** What is done with a database while nobody makes it anew. */
export type Work<Value> = (kept: Kept) => Promise<Result<Value, VaultFailure>>;

/** What the next database begins with, made of the old one and sealed under the new key. */
export type Anew = (old: Kept, key: CryptoKey) => Promise<Result<Fill, VaultFailure>>;

/**
 * A database of which something can be erased. A browser keeps what was overwritten or deleted in its files for as long as it
 * likes. So whatever is in the database is sealed under a key that is not: erasing means making the next generation
 * of it, without what is to go, under another key, and overwriting the key of this one. README.md says what was measured.
 *
 * Every window that has it open shares a lock by its name. Whoever erases asks the others to let go, and holds the lock
 * alone until the next generation is there: nobody can write into the one that goes.
 */
export interface ErasableDatabase {
  /** Does something with the database as it is now. Whoever comes while it is made anew waits. */
  run<Value>(work: Work<Value>): Promise<Result<Value, VaultFailure>>;
  /** Like `run`, except that a database that is not there is not made: then it resolves to null. */
  runIfThere<Value>(work: Work<Value>): Promise<Result<Value | null, VaultFailure>>;
  /** Makes the database anew. When it resolves, nobody can read what is not in the new one. */
  rewrite(anew: Anew): Promise<Result<null, VaultFailure>>;
  /** Deletes the database. When it resolves, nobody can read anything of it. */
  drop(): Promise<Result<null, VaultFailure>>;
}

/** The database as one window has it open. */
interface Connection extends Kept {
  readonly release: Release;
}

/** A database that is opened when it is first used, with its keys on `ring`. Nothing is asked of the browser before that. */
export function createErasableDatabase(shape: Shape, ring: KeyRing): ErasableDatabase {
  let connection: Promise<Result<Connection, VaultFailure>> | null = null;
  /** While this window erases, everything else in it waits for this. */
  let erasing: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();
  const others = new BroadcastChannel(shape.name);
  others.onmessage = () => {
    void letGo();
  };

  async function run<Value>(work: Work<Value>): Promise<Result<Value, VaultFailure>> {
    await erasing;
    connection ??= connect(shape, ring);
    const mine = connection;
    const doing = mine.then((opened) => (opened.ok ? work(opened.value) : opened));
    underWay.add(doing);
    try {
      const result = await doing;
      // What could not be opened may be openable the next time.
      if (!(await mine).ok && connection === mine) connection = null;
      return result;
    } finally {
      underWay.delete(doing);
    }
  }

  /** Finishes what is under way and closes. The next use opens again, once whoever asked for it is done. */
  async function letGo(): Promise<void> {
    const closing = connection;
    if (closing === null) return;
    connection = null;
    await Promise.allSettled(underWay);
    const opened = await closing;
    if (!opened.ok) return;
    opened.value.database.close();
    opened.value.release();
  }

  /** Does something while nobody else, in whatever window, has the database open. */
  function alone(work: () => Promise<Result<null, VaultFailure>>): Promise<Result<null, VaultFailure>> {
    const before = erasing;
    const done = (async (): Promise<Result<null, VaultFailure>> => {
      await before;
      const mine = await connection;
      // A window from under which it was taken does not take it back, nor act on what is there now.
      if (mine?.ok === true && !isOpen(mine.value.database)) return no("vault-unavailable");
      await letGo();
      const waiting = holdAlone(shape.name, LET_GO_MS);
      // Said again and again, because a window may have opened it just before it would have had to wait.
      const asking = setInterval(() => {
        others.postMessage("let go");
      }, ASK_EVERY_MS);
      others.postMessage("let go");
      const release = await waiting.finally(() => {
        clearInterval(asking);
      });
      if (release === null) return no("vault-locked");
      try {
        return await work();
      } finally {
        release();
      }
    })();
    erasing = done.catch(() => undefined);
    return done;
  }

  return {
    run,
    async runIfThere(work) {
      await erasing;
      if (connection === null) {
        const there = await generationsOf(shape);
        if (!there.ok) return there;
        if (there.value.length === 0) return ok(null);
      }
      return run(work);
    },
    rewrite: (anew) =>
      alone(async () => {
        const current = await tidy(shape, ring);
        if (!current.ok) return current;
        if (current.value === null) return ok(null);
        const made = await makeNext(shape, ring, current.value, anew);
        return made.ok ? destroy(shape, ring, [current.value], current.value + 1) : made;
      }),
    drop: () =>
      alone(async () => {
        const there = await generationsOf(shape);
        return there.ok ? destroy(shape, ring, there.value, there.value.at(-1) ?? 0) : there;
      }),
  };
}

function isOpen(database: IDBDatabase): boolean {
  try {
    database.transaction([...database.objectStoreNames], "readonly").abort();
    return true;
  } catch {
    // The one thing that can be wrong with this question: there is nobody to ask any more.
    return false;
  }
}

async function connect(shape: Shape, ring: KeyRing): Promise<Result<Connection, VaultFailure>> {
  const free = await holdIfFree(shape.name);
  if (free !== null) {
    // Nobody has it open: what a window that was killed while it erased has left behind can go now.
    const tidied = await tidy(shape, ring);
    free();
    if (!tidied.ok) return tidied;
  }
  const release = await share(shape.name);
  const there = await generationsOf(shape);
  const opened = there.ok ? await openKept(shape, ring, there.value.at(-1) ?? 1) : there;
  if (opened.ok) return ok({ ...opened.value, release });
  release();
  return opened;
}

async function openKept(
  shape: Shape,
  ring: KeyRing,
  generation: number,
  fillWith?: (key: CryptoKey) => Promise<Result<Fill, VaultFailure>>,
): Promise<Result<Kept, VaultFailure>> {
  const key = await ring.add(nameOf(shape, generation));
  if (!key.ok) return key;
  const fill = await fillWith?.(key.value);
  if (fill?.ok === false) return fill;
  const opened = await openGeneration(shape, generation, fill?.value);
  return opened.ok ? ok({ database: opened.value, key: key.value }) : opened;
}

/**
 * Deletes every generation but the newest, and those whose key is destroyed already; says which is left, null where none is.
 * Needs the lock alone.
 */
async function tidy(shape: Shape, ring: KeyRing): Promise<Result<number | null, VaultFailure>> {
  const there = await generationsOf(shape);
  if (!there.ok) return there;
  const newest = there.value.at(-1);
  if (newest === undefined) return ok(null);
  const key = await ring.find(nameOf(shape, newest));
  if (!key.ok) return key;
  const gone = await destroy(shape, ring, key.value === null ? there.value : there.value.slice(0, -1), newest);
  return gone.ok ? ok(key.value === null ? null : newest) : gone;
}

/**
 * The keys first: with them everything is gone, wherever the browser still has it. The key of the next one may be there too,
 * where a window was killed before it had made that, and something may have been written under it.
 */
async function destroy(
  shape: Shape,
  ring: KeyRing,
  generations: readonly number[],
  newest: number,
): Promise<Result<null, VaultFailure>> {
  for (const generation of [...generations, newest + 1]) {
    const destroyed = await ring.destroy(nameOf(shape, generation));
    if (!destroyed.ok) return destroyed;
  }
  for (const generation of generations) {
    const deleted = await deleteGeneration(shape, generation);
    if (!deleted.ok) return deleted;
  }
  return ok(null);
}

async function makeNext(shape: Shape, ring: KeyRing, current: number, anew: Anew): Promise<Result<null, VaultFailure>> {
  const old = await openKept(shape, ring, current);
  if (!old.ok) return old;
  const next = await openKept(shape, ring, current + 1, (key) => anew(old.value, key));
  old.value.database.close();
  if (!next.ok) return next;
  const durable = await settle(next.value.database);
  next.value.database.close();
  return durable;
}
