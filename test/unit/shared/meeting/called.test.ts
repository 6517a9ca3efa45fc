import { describe, expect, it } from "vitest";
import { calledFor } from "../../../../shared/meeting/called.ts";
import { readerOf } from "../../../cast/owned-ids.ts";
import { asVoice, karim, samira, stranger } from "../../../cast/seven-voices.ts";

const gp = await readerOf(samira, 1);
const school = await readerOf(samira, 2);
const voices = new Map([samira, karim].map((one) => [one.id, asVoice(one)]));
const called = new Map([[karim.id, { name: "Samira’s brother", relation: "" }]]);
const readers = new Map([[gp, { id: gp, name: "the GP", by: samira.id, at: 1, permitted: true, called }]]);

describe("how a voice is called in a copy", () => {
  it("is what it wished for that reader", () => {
    expect(calledFor({ readers, voices }, gp, karim.id)).toEqual({ name: "Samira’s brother", relation: "" });
  });

  it("is what it is called in the room where it wished for nothing else, or for another reader", () => {
    expect(calledFor({ readers, voices }, gp, samira.id)).toEqual({ name: "Samira", relation: "" });
    expect(calledFor({ readers, voices }, school, karim.id)).toEqual({ name: "Karim", relation: "Samira’s brother" });
  });

  it("is nothing for someone who is not known", () => {
    expect(calledFor({ readers, voices }, gp, stranger.id)).toBeNull();
  });
});
