import { describe, expect, it } from "vitest";
import { initialsOf } from "../../../../renderer/ui/initials.ts";

describe("initials", () => {
  it.each([
    ["Samira", "Sa"],
    ["Dr Okafor", "Ok"],
    ["Jo", "Jo"],
    ["  Ellen  ", "El"],
    ["ليلى", "لي"],
    ["👩‍👧 Mum", "👩‍👧"],
    ["Dr", "Dr"],
    ["", ""],
  ])("of %j are %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
