import { expect, test } from "vitest";

import { fileNameFor } from "../../../../electron/save/file-name.ts";

test.each([
  ["Thursday at Samira's", "Thursday at Samira's.md"],
  ["thursday.md", "thursday.md"],
  ["Thursday.MD", "Thursday.md"],
  ["بنتي تعبانة", "بنتي تعبانة.md"],
  ["Samira / Thursday: second?", "Samira Thursday second.md"],
  ["../../.bashrc", "bashrc.md"],
  ["C:\\Windows\\system.ini", "C Windows system.ini.md"],
  ["notes\u202Edm.exe", "notes dm.exe.md"],
  ["line\nbreak\u0000", "line break.md"],
  ["  ...  ", "Polyphony.md"],
  ["", "Polyphony.md"],
])("suggests for %j the name %j", (suggested, name) => {
  expect(fileNameFor(suggested, "text/markdown")).toBe(name);
});

test("a long name is cut between its letters and keeps its ending", () => {
  const name = fileNameFor("🚪".repeat(200), "application/pdf");
  expect(name).toBe(`${"🚪".repeat(60)}.pdf`);
  expect(fileNameFor(`x${"🚪".repeat(200)}`, "application/pdf").isWellFormed()).toBe(true);
});
