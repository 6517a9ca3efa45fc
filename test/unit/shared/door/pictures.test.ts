import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { english } from "../../../../renderer/i18n/english/english.ts";
import { PICTURES, picturesOf, type Picture } from "../../../../shared/door/pictures.ts";

const bytes30 = fc.uint8Array({ minLength: 4, maxLength: 40 }).map((bytes) => Uint8Array.from(bytes));

describe("the pictures to compare", () => {
  it("are 64, all different, each under its own number", () => {
    expect(PICTURES.map(({ number }) => number)).toEqual(Array.from({ length: 64 }, (_, number) => number));
    expect(new Set(PICTURES.map(({ emoji }) => emoji)).size).toBe(64);
  });

  it("have a name each, and no two the same", () => {
    const names = PICTURES.map(({ number }) => english.pictures[number]);
    expect(new Set(names).size).toBe(64);
    expect(Object.keys(english.pictures)).toHaveLength(64);
  });

  it("are those of the Matrix specification, in its order", () => {
    const named = (number: Picture["number"]) => `${PICTURES[number].emoji} ${english.pictures[number]}`;
    expect([named(0), named(21), named(47), named(63)]).toEqual(["🐶 Dog", "☁️ Cloud", "🔑 Key", "📌 Pin"]);
  });
});

describe("five of them", () => {
  it("are read six bits at a time, from the first bit on", () => {
    // 000000 000001 000010 000011 111111, and two bits that say nothing.
    const bits = Uint8Array.of(0b00000000, 0b00010000, 0b10000011, 0b11111100);
    expect(picturesOf(bits).map(({ number }) => number)).toEqual([0, 1, 2, 3, 63]);
  });

  it("depend on each of the first 30 bits, and on nothing after", () => {
    fc.assert(
      fc.property(bytes30, fc.nat(), (bytes, at) => {
        const bit = at % (bytes.length * 8);
        const changed = Uint8Array.from(bytes, (byte, index) =>
          index === bit >> 3 ? byte ^ (128 >> (bit & 7)) : byte,
        );
        expect(picturesOf(changed)).toHaveLength(5);
        if (bit < 30) expect(picturesOf(changed)).not.toEqual(picturesOf(bytes));
        else expect(picturesOf(changed)).toEqual(picturesOf(bytes));
      }),
    );
  });

  it("refuse fewer than 30 bits", () => {
    expect(() => picturesOf(Uint8Array.of(1, 2, 3))).toThrow("30 bits");
  });
});
