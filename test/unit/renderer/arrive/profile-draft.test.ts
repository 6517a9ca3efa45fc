import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { blankProfile, draftOfProfile, profileOf } from "../../../../renderer/arrive/profile-draft.ts";
import { COLOURS, ProfileSchema } from "../../../../shared/meeting/shapes.ts";

const blank = blankProfile(new Set());

describe("who someone says they are", () => {
  it("may stay empty and is a whole profile all the same", () => {
    const profile = profileOf(blankProfile(new Set()), "Someone");
    expect(v.is(ProfileSchema, profile)).toBe(true);
    expect(profile.name).toBe("Someone");
  });

  it("begins with a colour that nobody has yet, as long as there is one", () => {
    expect(blankProfile(new Set(["rust", "plum"])).colour).toBe("blue");
    expect(blankProfile(new Set(COLOURS)).colour).toBe("rust");
  });

  it("keeps the words and drops the space around them", () => {
    const profile = profileOf(
      { ...blank, name: " Layla ", relation: " Samira’s mother ", colour: "plum", spoken: " LAY-la ", language: "ar" },
      "Someone",
    );
    expect(profile).toEqual({
      name: "Layla",
      kind: "network",
      relation: "Samira’s mother",
      colour: "plum",
      spoken: "LAY-la",
      language: "ar",
    });
    expect(profileOf(draftOfProfile(profile), "Someone")).toEqual(profile);
  });
});
