import { describe, expect, it } from "vitest";
import { namedLanguages } from "../../../../renderer/arrive/languages.ts";

describe("the languages one may choose from", () => {
  it("have the name that those who speak them use, and the screen’s name for them", () => {
    expect(namedLanguages("en", null)).toContainEqual({ language: "ar", own: "العربية", here: "Arabic" });
    expect(namedLanguages("de", null)).toContainEqual({ language: "en", own: "English", here: "Englisch" });
  });

  it("hold each language once, and one that was chosen elsewhere too", () => {
    const named = namedLanguages("en", "eu");
    expect(named.map(({ language }) => language)).toContain("eu");
    expect(new Set(named.map(({ language }) => language)).size).toBe(named.length);
  });
});
