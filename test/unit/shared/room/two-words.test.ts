import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";

import { wordsOf } from "../../../../shared/room/two-words.ts";
import { looks, things } from "../../../../shared/room/word-lists.ts";

describe("what a laptop is called in a room", () => {
  test("follows from its fingerprint, of which the beginning is enough", () => {
    const fingerprint = "05a1".padEnd(64, "0");
    expect(wordsOf(fingerprint)).toBe(`${looks[5] ?? ""} ${things[0xa1] ?? ""}`);
    expect(wordsOf(fingerprint.slice(0, 16))).toBe(wordsOf(fingerprint));
  });

  test("never changes from one version of the program to the next", () => {
    const digest = createHash("sha256")
      .update([...looks, ...things].join(" "))
      .digest("hex");
    expect(digest).toBe("b62bcf71766b37b7a048a2d3aae8bfa5e86a34fc13877dd0c57373a03ad3f464");
  });

  test("is one of 16,384 names, each of two short and different words", () => {
    expect(looks).toHaveLength(64);
    expect(things).toHaveLength(256);
    expect(new Set([...looks, ...things]).size).toBe(320);
    for (const word of [...looks, ...things]) expect(word).toMatch(/^[a-z]{3,12}$/);
  });

  test.each(["", "xy", "AB12"])("refuses what is no fingerprint: %j", (text) => {
    expect(() => wordsOf(text)).toThrow(/hexadecimal/);
  });
});
