import { describe, expect, it } from "vitest";
import { languageOfWords } from "../../../../renderer/aloud/language-of-words.ts";

describe("the language of words", () => {
  it("is the one they are said to be in, as long as they are written as it is", () => {
    expect(languageOfWords("I want to sleep.", "en")).toBe("en");
    expect(languageOfWords("Ich will schlafen.", "de")).toBe("de");
    expect(languageOfWords("بنتي تعبانة.", "fa")).toBe("fa");
    expect(languageOfWords("…", "en")).toBe("en");
    expect(languageOfWords("眠りたい。", "ja")).toBe("ja");
    expect(languageOfWords("Samira さん", "ja")).toBe("ja");
  });

  it("is another where they are written in another script", () => {
    expect(languageOfWords("بنتي تعبانة.", "en")).toBe("ar");
    expect(languageOfWords("I want to sleep.", "ar")).toBe("en");
    expect(languageOfWords("Я хочу спать.", "en")).toBe("ru");
    expect(languageOfWords("She said بنتي and slept.", "en")).toBe("en");
  });

  it("is taken at its word where nobody knows it", () => {
    expect(languageOfWords("I want to sleep.", "not a language")).toBe("not a language");
  });
});
