import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { expect } from "vitest";

import type { KeptEntries, StoredEntry } from "../../shared/shell.ts";
import { ellens, entry, meeting, samiras } from "./kept.ts";
import { databasesIn, type SqliteDevice } from "./sqlite-device.ts";

/** Entries of many lengths, some of them longer than a page. */
export const said: readonly StoredEntry[] = Array.from({ length: 400 }, (_, count) =>
  entry(count % 3 === 0 ? ellens : samiras, count, `${count}: ${"I want to sleep. ".repeat((count * count) % 23)}`),
).concat([entry(samiras, 400, "long ".repeat(4000)), entry(samiras, 401, "longer ".repeat(9000))]);

/** A meeting whose file is closed in good order, or left as a killed program leaves it. */
export async function meetingOn(device: SqliteDevice, ended: "closed" | "killed"): Promise<string> {
  const files = device.openFiles();
  for (let at = 0; at < said.length; at += 30) await files.append(meeting, said.slice(at, at + 30));
  const [path = ""] = databasesIn(device.directory);
  if (ended === "closed") {
    files.close();
    return path;
  }
  const aside = join(device.directory, "aside");
  mkdirSync(aside);
  for (const end of ["", "-wal"]) copyFileSync(path + end, join(aside, basename(path) + end));
  files.close();
  for (const end of ["", "-wal"]) renameSync(join(aside, basename(path) + end), path + end);
  return path;
}

const nameOf = ({ feed, seq }: StoredEntry) => `${feed}#${seq}`;

/** What is missing of what was said. Nothing may be given back that was not said. */
export function missingFrom(kept: KeptEntries): readonly string[] {
  const bytes = new Map(said.map((one) => [nameOf(one), Buffer.from(one.bytes)]));
  for (const one of kept.entries) expect(bytes.get(nameOf(one))?.equals(one.bytes)).toBe(true);
  const found = new Set(kept.entries.map(nameOf));
  expect(found.size).toBe(kept.entries.length);
  return [...bytes.keys()].filter((name) => !found.has(name));
}

/** Changes some bytes of a file in place. */
export function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = readFileSync(path);
  file.set(bytes, at);
  writeFileSync(path, file);
}
