import { describe, expect, it } from "vitest";
import type { ReaderName, Revision } from "../../../../shared/consent/statements.ts";
import { renderText } from "../../../../shared/export/render-text.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { hostileWords } from "../../../cast/hostile-words.ts";
import { agreedByAll, proposedWith, recordSaying } from "../../../cast/records.ts";
import { gp } from "../../../cast/proven.ts";
import { firstRevision, paragraph } from "../../../cast/samiras-meeting.ts";
import { ellen, everyone, karim, layla, samira, stranger, tomas } from "../../../cast/seven-voices.ts";
import { agreedWithJoAloud } from "./docx-said-aloud.ts";

const agreed = { standing: "agreed", reader: "network", proposed: agreedByAll, strings } as const;
const text = renderText(agreed);

/** A draft of the first round with what a test wants to be different. */
function draftOf(different: Partial<Revision>, own = strings, reader: ReaderName = "network"): string {
  const proposed = { ...agreedByAll, revision: { ...firstRevision, ...different } };
  return renderText({ standing: "draft", reader, proposed, strings: own });
}

describe("the plain text of an agreed record", () => {
  it("says at both ends that it is agreed, with the whole digest", () => {
    expect(text.startsWith(`${strings.agreedMark}\n${strings.agreedMeaning}\n`)).toBe(true);
    expect(text.endsWith(`\n\n${strings.agreedMark}\n`)).toBe(true);
    expect(text).toContain(`${strings.digest}: ${agreedByAll.digest}`);
  });

  it("has its headings underlined", () => {
    expect(text).toContain("Samira’s meeting\n================\n");
    expect(text).toContain("What we will do\n---------------\n");
    expect(text).toContain("Reflection\n~~~~~~~~~~\n");
    expect(text).toContain("> How we see it (El)\n> ------------------\n>\n> Samira is frightened");
  });

  it("has every utterance right under its number and the name of its voice", () => {
    const names = new Map(everyone.map(({ id, profile }) => [id, profile.name]));
    const lines = text.split("\n");
    for (const [index, { voice, paragraphs }] of firstRevision.utterances.entries()) {
      const at = lines.findIndex((line) => line.startsWith(`(${String(index + 1)}) ${names.get(voice) ?? "?"}`));
      expect(at).toBeGreaterThan(0);
      expect(lines[at + 1]?.replace(/[\u2068\u2069]/gu, "")).toBe(`> ${paragraphs[0]?.runs[0]?.text ?? "?"}`);
    }
  });

  it("has each decision, who worded it, and where each voice stands in its own words", () => {
    expect(text).toContain("> Five nights at home. Someone from the team comes at 20:00.\n\nWorded by Ellen\n");
    expect(text).toContain(
      "- Layla agrees, with a reservation\n  > If I may ring at night and someone answers.\n- Samira agrees\n",
    );
    expect(text.indexOf("What to call this")).toBeGreaterThan(text.indexOf(strings.leftOpenHeading));
  });

  it("says what is answered, by name and by number", () => {
    expect(text).toContain("(7) Samira · answering Tomas (6)\n> ‘Check it with me’");
  });

  it("lists each consent with its date and key", () => {
    for (const { id, profile } of everyone) {
      expect(text).toContain(
        `Voice: ${profile.name}\nSaid yes on: 26 November 2026 at 17:16\nKey: z6Mk…${id.slice(-8)}\n`,
      );
    }
  });

  it("cannot be had by going round the gate", async () => {
    const proposed = await proposedWith(firstRevision, [samira]);
    expect(() => renderText({ ...agreed, proposed })).toThrow();
  });
});

describe("the plain text of a draft", () => {
  it("says so at both ends, and does not show who has consented", () => {
    const draft = draftOf({});
    expect(draft.startsWith(`${strings.draftMark}\n`)).toBe(true);
    expect(draft.endsWith(`\n\n${strings.draftMark}\n`)).toBe(true);
    expect(draft).not.toContain(strings.agreedMark);
    expect(draft).not.toContain(strings.consentsHeading);
  });

  it("leaves out what is not meant for its reader, and says in words when a part is empty", () => {
    const readers = firstRevision.readers.map((reader) => ({
      ...{ ...reader, id: gp, name: "The GP" },
      parts: ["next-meeting" as const, "summary" as const],
      called: [{ voice: karim.id, name: "Samira’s brother", relation: "" }],
    }));
    const copy = draftOf({ readers, summary: [] }, strings, gp);
    expect(copy).toContain("This copy is for: The GP\n");
    expect(copy).toContain("- Samira’s brother\n");
    expect(copy).toContain("What we want to remember\n------------------------\n\nNothing was written here.\n");
    for (const heading of [strings.decisionsHeading, strings.leftOpenHeading, strings.wordsHeading, "Karim"]) {
      expect(copy).not.toContain(heading);
    }
  });
});

describe("words that run from the right", () => {
  it("are kept apart from the line around them, and no other words are", () => {
    expect(text).toContain("> \u2068بنتي تعبانة.\u2069\n");
    expect(text.match(/\u2068/gu)).toHaveLength(1);
    const voices = firstRevision.voices.map((voice) =>
      voice.id === layla.id
        ? { ...voice, profile: { ...voice.profile, name: "ليلى", relation: "والدة سميرة" } }
        : voice,
    );
    expect(draftOf({ voices })).toContain("(2) \u2068ليلى\u2069, \u2068والدة سميرة\u2069\n");
  });

  it("are the ones that need nothing where the record runs from the right itself", () => {
    const arabic = { ...strings, language: "ar", direction: "rtl" } as const;
    const copy = draftOf({}, arabic);
    expect(copy).toContain("> بنتي تعبانة.\n");
    expect(copy).toContain("(7) \u2068Samira\u2069 · answering \u2068Tomas\u2069 (6)");
  });
});

describe("whose words they are", () => {
  it("cannot be claimed by writing another voice’s letters", () => {
    const summary = [paragraph([samira, "I agree to everything. (La) (Sa) "], [layla, "I do not. ((Sa))"])];
    const copy = draftOf({ summary });
    expect(copy).toContain("(((Sa))) Samira, ((La)) Layla");
    expect(copy).toContain("> I agree to everything. (La) (Sa) (((Sa))) I do not. ((Sa)) ((La))\n");
  });

  it("shows who wrote them down, who is imagined, and what an interpreter has rendered", () => {
    const utterances = firstRevision.utterances.map((utterance, index) => ({
      ...utterance,
      ...(index === 0 && { scribe: ellen.id }),
      ...(index === 2 && { imagines: "her grandmother" }),
      ...(index === 1 && {
        renderings: [
          {
            ...{ by: stranger.id, name: "Nadia", language: "en", text: "My daughter is worn out." },
            notes: [{ word: "تعبانة", says: "tired, or unwell" }],
          },
        ],
      }),
    }));
    const copy = draftOf({ utterances });
    expect(copy).toContain("(1) Samira · written down by Ellen\n> I want to sleep");
    expect(copy).toContain("(3) Samira · imagining what her grandmother might say\n> It started");
    expect(copy).toContain("In en, by Nadia\n> My daughter is worn out.\n>\n> ");
    expect(copy).toContain("\u2068تعبانة\u2069: tired, or unwell");
  });

  it("shows of a yes that was said aloud who wrote it down and who heard it", () => {
    const copy = renderText({ ...agreed, proposed: agreedWithJoAloud() });
    expect(copy).toMatch(
      /Voice: Jo\nSaid yes on: [^\n]*, said aloud, written down by Ellen, heard by Tomas\nKey: z6Mk…/u,
    );
  });
});

describe("a plain text in which a person said something that looks like a line of the record", () => {
  const CONTROLS = /(?!\n)[\p{Cc}\u202A-\u202E\u2066\u2067\uFEFF\uFFF9-\uFFFB]/u;
  const ownLines = (copy: string) => copy.split("\n").filter((line) => !/^ *>/u.test(line));
  const harmless = ownLines(renderText(recordSaying("a harmless word", strings)));

  it.each([...hostileWords, "(1) Dr Okafor\n> I agree.", "\n\nAgreed record\n=============\n"])(
    "has no more lines of its own than any other, and nothing unseen: %j",
    (words) => {
      const copy = renderText(recordSaying(words, strings));
      expect(ownLines(copy).length).toBeLessThanOrEqual(harmless.length);
      expect(copy).not.toMatch(CONTROLS);
      for (const line of copy.split("\n")) {
        expect(line.match(/\u2068/gu)?.length ?? 0).toBe(line.match(/\u2069/gu)?.length ?? 0);
        // Nor does a viewer break it where no mark would stand before the rest.
        expect(line).not.toMatch(/[\u2028\u2029]/u);
      }
    },
  );

  it("shows honest words letter for letter", () => {
    const words = 'I < you > me & "us" – C:\\Users\\Samira, 2 * 3 * 4 = 24, snake_case #hashtag';
    expect(renderText(recordSaying(words, strings))).toContain(`> ${words}\n`);
  });

  it("tells the same voice in all its passages", () => {
    const summary = [paragraph([samira, "One. "], [tomas, "Two. "], [samira, "Three."])];
    expect(draftOf({ summary })).toContain("> One. (Sa) Two. (To) Three. (Sa)\n");
  });
});
