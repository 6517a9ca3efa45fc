import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { localeForDates } from "../../../../renderer/i18n/dates.ts";
import { english } from "../../../../renderer/i18n/english/english.ts";
import { createMessages } from "../../../../renderer/i18n/messages.ts";

const renderer = new URL("../../../../renderer/", import.meta.url);
/** Says how it stands by a key of the catalogue. */
const room = new URL("../../../../shared/room/", import.meta.url);

describe("messages", () => {
  it("keep a right-to-left name from turning the sentence around it, and leave other names alone", () => {
    const { t } = createMessages();
    expect(t("meeting.here", { name: "ليلى" })).toBe("\u2068ليلى\u2069 is here");
    expect(t("meeting.here", { name: "Jo & “Co” <b>" })).toBe("Jo & “Co” <b> is here");
  });

  it("hurry nobody: no exclamation mark, no percentage of people, no “required”", () => {
    for (const [key, sentence] of leaves(english)) {
      expect(sentence, key).not.toMatch(/!|required|must|failed to|error|hurry up|remaining/i);
      // Somebody may be missing from the room; nobody is ever missing from those who have answered.
      if (!key.startsWith("absent.")) expect(sentence, key).not.toMatch(/missing/i);
    }
  });

  it("are all said somewhere", () => {
    const sources = [renderer, room]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("i18n/english"))
          .map((path) => readFileSync(new URL(path, folder), "utf8")),
      )
      .join("\n");
    const unsaid = leaves(english)
      .map(([key]) => key)
      .filter((key) => {
        const [, family] = /^(.*)\.[^.]+$/.exec(key) ?? [];
        // A key is written out, or its last step is put in where one of a closed set is shown.
        return !sources.includes(`"${key}"`) && !sources.includes(`\`${family ?? key}.\${`);
      });
    expect(unsaid).toEqual([]);
  });
});

describe("dates", () => {
  it("are written as in the region of the device, in the language of the screen", () => {
    expect(localeForDates("en", ["ar-LB", "en-GB", "en-US"])).toBe("en-GB");
    expect(localeForDates("en", ["ar-LB"])).toBe("en");
  });
});

function leaves(branch: object, path = ""): readonly (readonly [string, string])[] {
  return Object.entries(branch).flatMap(([step, value]: [string, unknown]) => {
    const key = path === "" ? step : `${path}.${step}`;
    return typeof value === "object" && value !== null ? leaves(value, key) : [[key, String(value)] as const];
  });
}
