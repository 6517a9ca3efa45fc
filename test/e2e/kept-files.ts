import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** How often a folder is listed anew whose own folders come and go meanwhile. */
const MOST_LISTINGS = 50;

/** What a folder keeps in one file. */
export interface KeptFile {
  readonly path: string;
  readonly content: Buffer;
}

/**
 * Every file of the folder, read from its first to its last byte, also while a browser is at work in it: what it replaces
 * or removes meanwhile holds nothing. Throws where there is no such folder.
 */
export async function* keptFiles(folder: string): AsyncGenerator<KeptFile> {
  for (const entry of await listing(folder)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch(nullIfGone);
    if (content !== null) yield { path, content };
  }
}

async function listing(folder: string) {
  for (let time = 1; time < MOST_LISTINGS; time += 1) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(nullIfGone);
    if (entries !== null) return entries;
  }
  return readdir(folder, { recursive: true, withFileTypes: true });
}

function nullIfGone(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
