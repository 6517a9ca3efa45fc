import { describe, expect, it } from "vitest";
import { createMessages } from "../../../../renderer/i18n/messages.ts";
import { utteranceName, type Told } from "../../../../renderer/record/utterance-name.ts";

const { t } = createMessages();
const PLAINLY: Told = {
  name: "Jo",
  imagines: "",
  scribe: "",
  confirmed: true,
  said: true,
  withdrawn: false,
  putDifferently: false,
  forRecord: true,
  answered: "",
  quote: "",
  answersEarlier: false,
};
const told = (change: Partial<Told>) => utteranceName(t, { ...PLAINLY, ...change });

describe("what is told of an utterance to someone who does not see it", () => {
  it("is whose it is, how it came to stand there, and what it answers", () => {
    expect(told({})).toBe("Jo");
    expect(told({ said: false })).toBe("Jo is writing");
    expect(told({ withdrawn: true, answered: "Tomas", scribe: "Ellen" })).toBe("Jo has taken something back here");
    expect(told({ scribe: "Ellen" })).toBe("Jo, written down by Ellen");
    expect(told({ scribe: "Ellen", said: false, confirmed: false })).toBe("Jo, being written down by Ellen");
    expect(told({ scribe: "Ellen", confirmed: false, answered: "Samira" })).toBe(
      "Jo, written down by Ellen, not confirmed yet, answering Samira",
    );
    expect(told({ answered: "Tomas", quote: "check it with her" })).toBe(
      "Jo, answering Tomas, on the words ‘check it with her’",
    );
    expect(told({ putDifferently: true })).toBe("Jo, put differently");
    expect(told({ forRecord: false })).toBe("Jo, not for the record");
    expect(told({ answered: "Layla", answersEarlier: true })).toBe(
      "Jo, answering Layla, what this answers was put differently since",
    );
  });

  it("has every part of it that is so, and no other, in every combination", () => {
    const parts: readonly (readonly [Partial<Told>, string])[] = [
      [{ scribe: "Ellen" }, "written down by Ellen"],
      [{ confirmed: false }, "not confirmed yet"],
      [{ putDifferently: true }, "put differently"],
      [{ forRecord: false }, "not for the record"],
      [{ answered: "Tomas" }, "answering Tomas"],
      [{ imagines: "my aunt" }, "my aunt"],
    ];
    for (let chosen = 0; chosen < 2 ** parts.length; chosen += 1) {
      const isSo = (index: number) => (chosen & (1 << index)) !== 0;
      let one: Partial<Told> = {};
      for (const [index, [change]] of parts.entries()) if (isSo(index)) one = { ...one, ...change };
      const name = told(one);
      for (const [index, [, words]] of parts.entries())
        expect([name, name.includes(words)]).toEqual([name, isSo(index)]);
      expect(name).not.toMatch(/, ,|^,|,$/);
    }
  });
});
