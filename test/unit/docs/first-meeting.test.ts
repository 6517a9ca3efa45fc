import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { english } from "../../../renderer/i18n/english/english.ts";

const page = readFileSync(new URL("../../../docs/first-meeting.md", import.meta.url), "utf8");
/** The names that stand for somebody in the page's examples. */
const NAMES = /Ellen|Karim/gu;

describe("the page for the day", () => {
  it("quotes what the screens say, word for word", () => {
    const said = new Set(leaves(english).map((sentence) => sentence.replaceAll("{{name}}", "N.")));
    const quoted = rowsUnder("The screen says").map((row) => row.replaceAll(NAMES, "N."));
    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.filter((sentence) => !said.has(sentence))).toEqual([]);
  });
});

/** The first cell of each row of the table with this heading. */
function rowsUnder(heading: string): readonly string[] {
  const [, table = ""] = page.split(`| ${heading}`);
  const [rows = ""] = table.split("\n\n");
  return rows
    .split("\n")
    .slice(2)
    .map((row) => row.split("|")[1]?.trim() ?? "");
}

function leaves(tree: object): readonly string[] {
  return Object.values(tree).flatMap((value: unknown) => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? leaves(value) : [];
  });
}
