import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameSecret, oneSpelling } from "../../shared/crypto/one-spelling.ts";

/** The digits 0 to 9 of each script, as this machine's own Unicode data writes them. */
const scripts = Intl.supportedValuesOf("numberingSystem").flatMap((system) => {
  const format = new Intl.NumberFormat("en", { numberingSystem: system, useGrouping: false });
  const digits = Array.from({ length: 10 }, (_, value) => format.format(value));
  return digits.every((digit) => /^\p{Nd}$/u.test(digit)) ? [{ system, digits }] : [];
});
const script = fc.constantFrom(...scripts);
const pin = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 8 });

describe("a PIN", () => {
  it("is tried in the digits of many scripts", () => {
    expect(scripts.map(({ system }) => system)).toEqual(
      expect.arrayContaining(["arab", "arabext", "beng", "deva", "thai"]),
    );
  });

  it("is the same in the digits of every script, also where somebody changes the keyboard halfway", () => {
    fc.assert(
      fc.property(pin, fc.array(script, { minLength: 8, maxLength: 8 }), (values, keyboards) => {
        const typed = values.map((value, at) => keyboards[at]?.digits[value] ?? "").join("");
        expect(oneSpelling(typed)).toBe(values.join(""));
        expect(isSameSecret(typed, values.join(""))).toBe(true);
      }),
    );
  });

  it("is another with one other digit, in whatever script", () => {
    fc.assert(
      fc.property(pin, script, fc.nat({ max: 7 }), fc.integer({ min: 1, max: 9 }), (values, { digits }, at, by) => {
        const other = values.map((value, index) => (index === at % values.length ? (value + by) % 10 : value));
        expect(isSameSecret(other.map((value) => digits[value]).join(""), values.join(""))).toBe(false);
      }),
    );
  });

  it("keeps its one spelling, and everything that is no digit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (secret) => {
        const once = oneSpelling(secret);
        expect(oneSpelling(once)).toBe(once);
        const letters = (text: string) => text.replace(/\p{Nd}/gu, "#");
        expect(letters(once)).toBe(letters(secret.normalize("NFKC")));
      }),
    );
  });
});
