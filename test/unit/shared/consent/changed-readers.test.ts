import { describe, expect, it } from "vitest";
import { whatChanged } from "../../../../shared/consent/changes.ts";
import { PARTS_OF_COPY, type Revision } from "../../../../shared/consent/statements.ts";
import type { ReaderId } from "../../../../shared/feed/ids.ts";
import { firstRevision, saltOf } from "../../../cast/samiras-meeting.ts";
import { karim } from "../../../cast/seven-voices.ts";

const GP = "reader00000000000000AA" as ReaderId; // any name of that shape
const forTheGp = (reader: Partial<Revision["readers"][number]>): Revision => ({
  ...firstRevision,
  readers: [
    ...firstRevision.readers,
    { id: GP, name: "The GP", salt: saltOf(GP), parts: [...PARTS_OF_COPY], called: [], ...reader },
  ],
});

describe("what changed of those who are given a copy", () => {
  it("names who is given one now, and what", () => {
    const changes = whatChanged(firstRevision, forTheGp({}));
    expect(changes.map(({ part, kind }) => [part.kind, kind])).toEqual([
      ["readers", "added"],
      ["given", "added"],
    ]);
    expect(changes[0]?.pieces).toEqual([{ kind: "added", voice: null, text: "The GP" }]);
  });

  it("names whose name is another one for a reader, word by word, under their voice", () => {
    const called = [{ voice: karim.id, name: "Samira’s brother", relation: "" }];
    const [change, ...others] = whatChanged(forTheGp({}), forTheGp({ called }));
    expect(others).toEqual([]);
    expect(change?.part).toEqual({ kind: "called", reader: "The GP", voice: karim.id });
    expect(change?.pieces).toEqual([{ kind: "added", voice: karim.id, text: "Samira’s brother" }]);
  });

  it("says which parts a reader is given where those are others", () => {
    const [change, ...others] = whatChanged(forTheGp({}), forTheGp({ parts: ["decisions"] }));
    expect(others).toEqual([]);
    expect(change?.part).toEqual({ kind: "given", reader: "The GP", parts: ["decisions"] });
  });

  it("is nothing where only chance differs", () => {
    expect(whatChanged(forTheGp({}), forTheGp({ salt: saltOf("network") }))).toEqual([]);
  });
});
