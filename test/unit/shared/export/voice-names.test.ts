import { describe, expect, it } from "vitest";
import { sentencesFor } from "../../../../electron/verify/sentences.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { namesOf } from "../../../../shared/export/voice-names.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { agreedTo, bundleFor, gp, toBeProven } from "../../../cast/proven.ts";
import { everyone, karim, layla } from "../../../cast/seven-voices.ts";
import { everyForm } from "./every-form.ts";

/** What voices with these names are called, in their order. */
function called(...names: readonly string[]): readonly (string | undefined)[] {
  const voices = names.flatMap((name, index) => {
    const voice = everyone[index];
    return voice === undefined ? [] : [{ id: voice.id, profile: { name } }];
  });
  const told = namesOf(voices);
  return voices.map(({ id }) => told.get(id));
}

describe("what voices are called", () => {
  it("is as they wish, and numbered in their order where names repeat", () => {
    expect(called("Samira", "A relative", "Jo", "A relative")).toEqual([
      ...["Samira", "A relative (1)", "Jo", "A relative (2)"],
    ]);
  });

  it("is numbered too where names only look the same", () => {
    expect(called("Jo", "J\u200Bo", "Ｊｏ")).toEqual(["Jo (1)", "J\u200Bo (2)", "Ｊｏ (3)"]);
  });

  it.each(["\u3164", "\u2800", "\u115F", "\u1160\uFFA0", "\u200B", "\u2067", "\u00AD"])(
    "is the end of the key where nothing is to be seen of the name: %j",
    (name) => {
      expect(called(name)).toEqual([`z6Mk…${everyone[0]?.id.slice(-8) ?? "?"}`]);
    },
  );

  it.each(["Jo", "ليلى", "김", "😀", "\u2800Jo"])("is the name where something is: %s", (name) => {
    expect(called(name)).toEqual([name]);
  });

  it("is never what another is called already", () => {
    expect(called("A relative", "A relative", "A relative (1)")).toEqual([
      ...["A relative (2)", "A relative (3)", "A relative (1)"],
    ]);
  });

  it("takes no longer for many who have the same name", () => {
    const { id } = layla;
    // Ids are told apart by their text; a branded one has no other constructor than a cast.
    const voices = Array.from({ length: 50_000 }, (_, index) => ({
      id: `${id}${String(index)}` as typeof id,
      profile: { name: "Jo" },
    }));
    expect(new Set(namesOf(voices).values()).size).toBe(voices.length);
  });
});

describe("a copy in which two are called “A relative”", async () => {
  const proposed = await agreedTo({
    ...toBeProven,
    readers: toBeProven.readers.map((reader) =>
      reader.id !== gp
        ? reader
        : {
            ...reader,
            parts: ["decisions", "left-open", "words"],
            called: [layla, karim].map((voice) => ({ voice: voice.id, name: "A relative", relation: "" })),
          },
    ),
    decisions: toBeProven.decisions.map((decision) => ({
      ...decision,
      positions: [
        { voice: layla.id, position: "do-not-agree", words: "Not without a doctor at night." },
        { voice: karim.id, position: "agree", words: "" },
      ],
    })),
  });

  it.each(everyForm)("tells them apart everywhere in %s", async (_form, read) => {
    const told = await read({ standing: "agreed", proposed, reader: gp, strings });
    expect(told).toContain("A relative (1) does not agree");
    expect(told).toContain("A relative (2) agrees");
    expect(told).not.toMatch(/A relative(?! \([12]\))/u);
  });

  it("has them apart where it is checked, and is itself as it was agreed", async () => {
    const bundle = await bundleFor(gp, proposed);
    expect(bundle).not.toContain("A relative (");
    const verification = await verifyBundle(bundle);
    expect(verification.voices.map(({ name }) => name).slice(1, 3)).toEqual(["A relative (1)", "A relative (2)"]);
    expect(sentencesFor("file", verification).join("\n")).toContain("A relative (2), on 26 November 2026");
  });
});
