import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ByteSet } from "../../../../renderer/transport/byte-set.ts";

describe("A set of byte strings", () => {
  it("holds each string once, by content, whatever was added", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 3 })), (strings) => {
        const set = new ByteSet();
        const names = new Set<string>();
        for (const string of strings) {
          const isNew = !names.has(string.join());
          names.add(string.join());
          expect(set.has(Uint8Array.from(string))).toBe(!isNew);
          expect(set.add(Uint8Array.from(string))).toBe(isNew);
          expect(set.has(Uint8Array.from(string))).toBe(true);
        }
        expect(set.size).toBe(names.size);
      }),
    );
  });

  it("knows how much it holds", () => {
    const set = new ByteSet();
    set.add(Uint8Array.of(1, 2));
    set.add(Uint8Array.of(1, 2));
    set.add(Uint8Array.of(3));
    expect(set.totalBytes).toBe(3);
  });
});
