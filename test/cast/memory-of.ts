import { openSync, closeSync, readFileSync, readSync } from "node:fs";

/** How often some bytes are in the memory that another process can write to. Linux alone, and only one's own processes. */
export function countInMemory(pid: number, wanted: Buffer): number {
  const regions = readFileSync(`/proc/${pid}/maps`, "latin1")
    .split("\n")
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line))
    .filter((match) => match !== null)
    .map(([, from = "0", to = "0"]) => ({ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }));
  const memory = openSync(`/proc/${pid}/mem`, "r");
  let found = 0;
  for (const { from, to } of regions) {
    // Read in parts that overlap, so that nothing is missed at their borders.
    const step = 16 * 1024 * 1024;
    for (let start = from; start < to; start += step) {
      found += occurrences(readRegion(memory, start, Math.min(step + wanted.length - 1, to - start)), wanted);
    }
  }
  closeSync(memory);
  return found;
}

function readRegion(memory: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  try {
    const read = readSync(memory, bytes, 0, length, position);
    return bytes.subarray(0, read);
  } catch {
    // A region that was given back since it was listed, or that nobody may read.
    return Buffer.alloc(0);
  }
}

function occurrences(bytes: Buffer, wanted: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + wanted.length)) count += 1;
  return count;
}
