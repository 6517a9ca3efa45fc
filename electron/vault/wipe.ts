import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

const CHUNK = new Uint8Array(64 * 1024);
const FORGOTTEN = ".forgotten";

/** Overwrites files and removes them. What a disk keeps of its own accord, behind the file system, no program reaches. */
export function wipe(paths: readonly string[]): void {
  for (const path of paths) {
    overwrite(path);
    unlinkSync(path);
  }
}

/** Every file in a directory whose name begins so. */
export function filesBeginning(directory: string, start: string): readonly string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.startsWith(start))
    .map((name) => join(directory, name));
}

/**
 * Wipes a database with everything beside it. From the first step on it is decided: a file that is marked as forgotten is
 * wiped at the next start, should this one be interrupted.
 */
export function forgetFile(directory: string, base: string): void {
  const path = join(directory, `${base}.sqlite`);
  if (existsSync(path)) renameSync(path, join(directory, base + FORGOTTEN));
  syncDirectory(directory);
  // The marked file goes last, so that it marks until nothing else is left.
  wipe(
    filesBeginning(directory, `${base}.`).toSorted(
      (a, b) => Number(a.endsWith(FORGOTTEN)) - Number(b.endsWith(FORGOTTEN)),
    ),
  );
  syncDirectory(directory);
}

/** Ends what an interrupted `forgetFile` has begun. */
export function finishForgetting(directory: string): void {
  for (const path of filesBeginning(directory, "")) {
    if (path.endsWith(FORGOTTEN)) forgetFile(directory, path.slice(directory.length + 1, -FORGOTTEN.length));
  }
}

/** Makes the names in a directory as durable as the files. */
export function syncDirectory(directory: string): void {
  // Windows has no such thing, and writes names as soon as they change.
  if (process.platform === "win32" || !existsSync(directory)) return;
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function overwrite(path: string): void {
  const { size } = statSync(path);
  const handle = openSync(path, "r+");
  try {
    for (let at = 0; at < size; at += CHUNK.length) writeSync(handle, CHUNK, 0, Math.min(CHUNK.length, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
