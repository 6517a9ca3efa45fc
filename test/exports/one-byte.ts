import fc from "fast-check";

/** A byte of a file by its place, and what it becomes. */
export interface OneByte {
  readonly at: number;
  readonly to: number;
}

/** Any change of a single byte of a file. */
export function oneByte(file: Uint8Array): fc.Arbitrary<OneByte> {
  return fc
    .record({ at: fc.nat({ max: file.length - 1 }), by: fc.integer({ min: 1, max: 255 }) })
    .map(({ at, by }) => ({ at, to: ((file[at] ?? 0) + by) % 256 }));
}

/** The file with that one byte changed. */
export function changeAt(file: Uint8Array, { at, to }: OneByte): Uint8Array {
  const changed = new Uint8Array(file);
  changed[at] = to;
  return changed;
}
