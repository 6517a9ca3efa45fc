import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeEntries, encodeEntries } from "../../../../../renderer/shells/browser/entry-pack.ts";
import type { FeedId } from "../../../../../shared/feed/ids.ts";

const entry = fc.record({
  // Any text does: a vault does not know what names mean.
  feed: fc.string({ unit: "grapheme" }).map((text) => text as FeedId),
  seq: fc.maxSafeNat(),
  bytes: fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
});

describe("a pack of entries", () => {
  it("gives back what was put into it", () => {
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(decodeEntries(encodeEntries(entries))).toEqual(entries);
      }),
    );
  });

  it("is read whole or not at all, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const entries = decodeEntries(new Uint8Array(bytes));
        if (entries !== null) expect(encodeEntries(entries).length).toBe(bytes.length);
      }),
    );
  });
});
