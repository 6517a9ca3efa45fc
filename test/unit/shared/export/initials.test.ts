import { describe, expect, it } from "vitest";
import { distinctInitials, lettersIn } from "../../../../shared/export/initials.ts";

it.each([
  [
    ["Samira", "Layla", "Dr Okafor"],
    ["Sa", "La", "Ok"],
  ],
  [
    ["Samira", "Sam", "Sana"],
    ["Sami", "Sam", "San"],
  ],
  [
    ["Jo", "Jo", "Jo"],
    ["Jo", "Jo2", "Jo3"],
  ],
  [
    ["ليلى", "ليث"],
    ["ليل", "ليث"],
  ],
  [
    ["J", "👩‍👧 Family"],
    ["J", "👩‍👧F"],
  ],
  [
    ["Dr", "Prof. Ito"],
    ["Dr", "It"],
  ],
])("%j are told apart as %j", (names, initials) => {
  expect(distinctInitials(names)).toEqual(initials);
  expect(new Set(distinctInitials(names)).size).toBe(names.length);
});

describe("a voice's letters after its words", () => {
  it("stand in more brackets than anyone has written them in", () => {
    expect(lettersIn("I want to sleep.", "La")).toBe("(La)");
    expect(lettersIn("I want to sleep. (La) So does ((La)) everyone.", "La")).toBe("(((La)))");
  });
});
