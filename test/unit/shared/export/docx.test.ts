import { describe, expect, it } from "vitest";
import type { ReaderName, Revision } from "../../../../shared/consent/statements.ts";
import type { ExportRecord } from "../../../../shared/export/record.ts";
import { renderDocx } from "../../../../shared/export/render-docx.ts";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { gp } from "../../../cast/proven.ts";
import { agreedByAll, proposedWith } from "../../../cast/records.ts";
import { firstRevision, freeze, paragraph } from "../../../cast/samiras-meeting.ts";
import { ellen, everyone, karim, layla, samira, stranger, tomas } from "../../../cast/seven-voices.ts";
import { agreedWithJoAloud } from "./docx-said-aloud.ts";
import { openDocx, type DocxParagraph, type OpenedDocx } from "../../../exports/docx-opened.ts";

const agreed = { standing: "agreed", reader: "network", proposed: agreedByAll, strings } as const;
const document = await opened(agreed);

async function opened(record: ExportRecord): Promise<OpenedDocx> {
  return openDocx(await renderDocx(record));
}

/** A draft of the first round with what a test wants to be different. */
async function draftOf(
  different: Partial<Revision>,
  own = strings,
  reader: ReaderName = "network",
): Promise<OpenedDocx> {
  const proposed = { ...agreedByAll, revision: { ...firstRevision, ...different } };
  return opened({ standing: "draft", reader, proposed, strings: own });
}

function saying({ paragraphs }: OpenedDocx, words: string): DocxParagraph {
  const found = paragraphs.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`nothing says ${words}`);
  return found;
}

function part({ parts }: OpenedDocx, path: string): string {
  return parts.get(path) ?? "";
}

describe("a document of an agreed record", () => {
  it("has the headings of the record, each at its level", () => {
    const headings = document.paragraphs.filter(({ style }) => /^(?:Title|Heading\d)$/u.test(style));
    expect(headings.map(({ style, text }) => [style, text])).toEqual([
      ["Title", "Samira’s meeting"],
      ["Heading1", strings.voicesHeading],
      ["Heading1", strings.summaryHeading],
      ["Heading2", "How we see it\u202FEl"],
      ["Heading1", strings.decisionsHeading],
      ["Heading1", strings.leftOpenHeading],
      ["Heading1", strings.nextMeetingHeading],
      ["Heading1", strings.wordsHeading],
      ["Heading2", strings.reflectionHeading],
      ["Heading1", strings.consentsHeading],
    ]);
  });

  it("has every utterance right after the name of its voice", () => {
    const names = new Map(everyone.map(({ id, profile }) => [id, profile.name]));
    for (const [index, { voice, paragraphs }] of firstRevision.utterances.entries()) {
      const at = document.paragraphs.findIndex(
        ({ style, text }) => style === "Who" && text.startsWith(`${String(index + 1)} ${names.get(voice) ?? "?"}`),
      );
      expect(at).toBeGreaterThan(0);
      expect(document.paragraphs[at + 1]?.text).toBe(paragraphs[0]?.runs[0]?.text);
    }
  });

  it("uses no style that it does not have", () => {
    const styles = new Set(
      Array.from(part(document, "word/styles.xml").matchAll(/w:styleId="([^"]*)"/gu), ([, id]) => id),
    );
    for (const { style, runs } of document.paragraphs) {
      expect(styles).toContain(style);
      for (const run of runs) if (run.style !== "") expect(styles).toContain(run.style);
    }
  });

  it("says whose each passage of the summary is, in letters as well as in the ink of the page", () => {
    const { runs } = saying(document, "wants to sleep");
    expect(runs.filter(({ text }) => text.trim() !== "").map(({ style, text }) => [style, text])).toEqual([
      ["PassageRust", "Samira is frightened since the break-in and wants to sleep."],
      ["LettersRust", "\u202FSa"],
      ["PassagePlum", "Her mother is afraid of waiting too long."],
      ["LettersPlum", "\u202FLa"],
      ["PassageRose", "Both of these stand."],
      ["LettersRose", "\u202FTo"],
    ]);
    const page = renderHtml(agreed);
    const inks = Array.from(page.matchAll(/\.(\w+) \{ --ink: #(\w+);/gu), ([, colour = "", ink = ""]) => [colour, ink]);
    expect(inks).toHaveLength(8);
    for (const [colour = "", ink = ""] of inks) {
      const style = new RegExp(`<w:name w:val="Voice ${colour}"/>.*?</w:style>`, "u");
      expect(style.exec(part(document, "word/styles.xml"))?.[0]).toContain(`<w:color w:val="${ink}"/>`);
    }
  });

  it("says on every page that it is agreed, and to which text", () => {
    expect(part(document, "word/header1.xml")).toContain(strings.agreedMark);
    expect(part(document, "word/footer1.xml")).toContain(agreedByAll.digest.slice(0, 16));
    expect(part(document, "word/document.xml")).toContain('<w:headerReference w:type="default"');
    expect(part(document, "word/document.xml")).not.toContain("<w:titlePg");
  });

  it("lists each consent in a table that has its head on every page", () => {
    const table = /<w:tbl>.*<\/w:tbl>/su.exec(part(document, "word/document.xml"))?.[0] ?? "";
    const [head = "", ...rows] = table.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
    expect(head).toContain("<w:tblHeader/>");
    for (const word of [strings.consentVoice, strings.consentMoment, strings.consentKey]) expect(head).toContain(word);
    expect(rows).toHaveLength(everyone.length);
    for (const [index, { id, profile }] of everyone.entries()) {
      expect(rows[index]).toContain(profile.name);
      expect(rows[index]).toContain(`z6Mk…${id.slice(-8)}`);
      expect(rows[index]).not.toContain("<w:tblHeader/>");
    }
  });

  it("says of a yes that was said aloud who wrote it down and who heard it", async () => {
    const aloud = await opened({ ...agreed, proposed: agreedWithJoAloud() });
    const at = aloud.paragraphs.findIndex(({ style, text }) => style === "Cell" && text === "Jo");
    expect(aloud.paragraphs[at + 1]?.text).toMatch(/, said aloud, written down by Ellen, heard by Tomas$/u);
    expect(aloud.paragraphs[at + 2]?.text).toBe(`z6Mk…${ellen.id.slice(-8)}`);
  });

  it("leads from an answer to what is answered, within the document", () => {
    const xml = part(document, "word/document.xml");
    expect(xml).toMatch(/<w:hyperlink [^>]*w:anchor="u6"[^>]*>.*?Tomas.*? \(6\).*?<\/w:hyperlink>/u);
    expect(xml.match(/<w:bookmarkStart w:name="u6"/gu)).toHaveLength(1);
  });

  it("says of itself what it is called, in which language, and when its text was frozen", () => {
    const core = part(document, "docProps/core.xml");
    expect(core).toContain("<dc:title>Samira’s meeting</dc:title>");
    expect(core).toContain("<dc:language>en</dc:language");
    expect(core.match(/2026-11-26T17:00:00\.000Z/gu)).toHaveLength(2);
    expect([...document.parts.values()].join("")).not.toContain("Un-named");
  });

  it("fetches nothing and runs nothing", () => {
    for (const [path, content] of document.parts) {
      expect(path).not.toMatch(/vba|activeX|embeddings|media|\.bin$/iu);
      if (path.endsWith(".rels")) expect(content).not.toContain("TargetMode");
      expect(content.match(/<w:instrText[^>]*>(?!PAGE<)/gu)).toBeNull();
      expect(content).not.toMatch(/<w:(?:fldSimple|attachedTemplate|object|pict|drawing)\b/u);
    }
  });

  it("cannot be had by going round the gate", async () => {
    const proposed = await proposedWith(firstRevision, [samira]);
    await expect(renderDocx({ ...agreed, proposed })).rejects.toThrow();
  });
});

describe("a document of a draft", () => {
  it("says so, and does not show who has consented", async () => {
    const draft = await opened({ ...agreed, standing: "draft" });
    const all = [...draft.parts.values()].join("");
    expect(part(draft, "word/header1.xml")).toContain(strings.draftMark);
    expect(all).not.toContain(strings.agreedMark);
    expect(all).not.toContain(strings.consentsHeading);
    expect(all).not.toContain("<w:tbl>");
  });

  it("says in words when a part is empty, and leaves out what is not meant for this reader", async () => {
    const empty = await draftOf({ summary: [], wishes: [], nextMeeting: " " });
    const at = empty.paragraphs.findIndex(({ text }) => text === strings.summaryHeading);
    expect(empty.paragraphs[at + 1]?.text).toBe(strings.nothing);
    expect(empty.paragraphs.map(({ text }) => text)).not.toContain(strings.nextMeetingHeading);
    const readers = firstRevision.readers.map((reader) => ({ ...reader, parts: ["next-meeting" as const] }));
    const card = (await draftOf({ readers })).paragraphs.filter(({ style }) => style === "Heading1");
    expect(card.map(({ text }) => text)).toEqual([strings.voicesHeading, strings.nextMeetingHeading]);
  });

  it("calls its reader and the voices as they wish to be called there", async () => {
    const called = [{ voice: karim.id, name: "Samira’s brother", relation: "" }];
    const readers = freeze({}).readers.map((reader) => ({ ...reader, ...{ id: gp, name: "The GP", called } }));
    const copy = await draftOf({ readers }, strings, gp);
    expect(saying(copy, strings.readerHeading).text).toBe("This copy is for: The GP");
    expect([...copy.parts.values()].join("")).not.toContain("Karim");
    expect(saying(copy, "Samira’s brother").runs[0]?.style).toBe("VoiceBlue");
  });
});

describe("words in another direction or language", () => {
  it("run from the right where their first letter does, whatever is around them", () => {
    expect(saying(document, "بنتي تعبانة.")).toMatchObject({ style: "SaidPlumFromRight", fromRight: true });
    expect(saying(document, "I want to sleep")).toMatchObject({ style: "SaidRust", fromRight: false });
    expect(document.paragraphs.filter(({ fromRight }) => fromRight)).toHaveLength(1);
  });

  it("are told apart within a paragraph, each piece in its own direction", async () => {
    const mixed = await draftOf({ nextMeeting: "We call it تعب (tiredness)، not إرهاق." });
    const { fromRight, runs } = saying(mixed, "We call it");
    expect(fromRight).toBe(false);
    expect(runs.map((run) => [run.fromRight, run.text])).toEqual([
      [false, "We call it "],
      [true, "تعب"],
      [false, " (tiredness)، not "],
      [true, "إرهاق"],
      [false, "."],
    ]);
  });

  it("do not turn the sentence around a name", async () => {
    const voices = firstRevision.voices.map((voice) =>
      voice.id === layla.id ? { ...voice, profile: { ...voice.profile, name: "ليلى" } } : voice,
    );
    const { runs } = saying(await draftOf({ voices }), "ليلى");
    const at = runs.findIndex(({ text }) => text === "ليلى");
    expect(runs[at]).toMatchObject({ style: "VoicePlum", fromRight: true });
    expect([runs[at - 1]?.text, runs[at + 1]?.text]).toEqual(["\u200E", "\u200E"]);
  });

  it("are in the language they were rendered in, beside what was said", async () => {
    const rendering = { by: stranger.id, name: "Nadia", notes: [{ word: "تعبانة", says: "tired, or unwell" }] };
    const rendered = await draftOf({
      utterances: firstRevision.utterances.map((utterance, index) => ({
        ...utterance,
        renderings: [
          ...(index === 1 ? [{ ...rendering, language: "en-GB", text: "My daughter is worn out." }] : []),
          ...(index === 2 ? [{ ...rendering, language: "ar", text: "بدأ الأمر (in May)." }] : []),
        ],
      })),
    });
    expect(saying(rendered, "In en-GB, by Nadia").style).toBe("Small");
    expect(saying(rendered, "worn out").runs[0]?.properties).toContain('<w:lang w:val="en-GB"/>');
    const arabic = saying(rendered, "بدأ الأمر");
    expect(arabic).toMatchObject({ style: "Rendering", fromRight: true });
    expect(arabic.runs[0]?.properties).toContain('<w:rtl/><w:lang w:val="ar" w:bidi="ar"/>');
    expect(saying(rendered, ": tired").text).toBe("تعبانة: tired, or unwell");
  });

  it("say their language apart from that of the program’s own sentences", async () => {
    const german = await draftOf({ language: "de" });
    const styles = part(german, "word/styles.xml");
    expect(/<w:docDefaults>.*<\/w:docDefaults>/u.exec(styles)?.[0]).toContain('<w:lang w:val="en"/>');
    expect(/w:styleId="Said".*?<\/w:style>/u.exec(styles)?.[0]).toContain('<w:lang w:val="de"/>');
    expect(saying(german, "Samira’s meeting").runs[0]?.properties).toContain('<w:lang w:val="de"/>');
  });

  it("keep their side in a program that runs from the right", async () => {
    const answering = (name: string) => `ردًّا على ${name}`;
    const arabic = { ...strings, language: "ar", direction: "rtl", nothing: "لا شيء", answering } as const;
    const copy = await opened({ ...agreed, strings: arabic });
    expect(part(copy, "word/styles.xml")).toContain('<w:lang w:val="ar" w:bidi="ar"/>');
    expect(part(copy, "word/document.xml")).toContain("<w:bidiVisual/>");
    expect(saying(copy, "ردًّا على").fromRight).toBe(true);
    expect(saying(copy, "I want to sleep").fromRight).toBe(false);
    expect(part(copy, "word/header1.xml")).toContain("<w:bidi/>");
  });
});

describe("whose words they are", () => {
  it("shows who wrote them down, who is imagined, and emphasis", async () => {
    const words = paragraph([samira, "I am "], [tomas, "with"], [samira, " you."]);
    const [, emphasised] = words.runs;
    if (emphasised) emphasised.bold = true;
    const utterances = firstRevision.utterances.map((utterance, index) => ({
      ...utterance,
      ...(index === 0 && { scribe: ellen.id }),
      ...(index === 2 && { imagines: "her grandmother" }),
      ...(index === 3 && { imagines: "" }),
    }));
    const draft = await draftOf({ summary: [words], utterances });
    expect(saying(draft, "written down by Ellen").text).toBe("1 Samira · written down by Ellen");
    expect(saying(draft, "her grandmother").text).toContain("imagining what her grandmother might say");
    expect(saying(draft, strings.someoneMissing).text).toContain("4 Layla, Samira’s mother · imagining");
    const bold = saying(draft, "I am").runs.filter(({ properties }) => properties.includes("<w:b/>"));
    expect(bold.map(({ text }) => text)).toEqual(["with"]);
  });
});
