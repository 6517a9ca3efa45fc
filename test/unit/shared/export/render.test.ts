import { nextTime } from "../../../cast/plainest.ts";
import { describe, expect, it } from "vitest";
import { refuseUnlessFinal } from "../../../../shared/export/record.ts";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { renderMarkdown } from "../../../../shared/export/render-markdown.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { agreedByAll, proposedWith } from "../../../cast/records.ts";
import { everyoneButKarim, firstRevision, freeze, paragraph, state } from "../../../cast/samiras-meeting.ts";
import { ellen, everyone, samira, tomas } from "../../../cast/seven-voices.ts";

const withoutKarim = await proposedWith(firstRevision, everyoneButKarim);
const agreed = { standing: "agreed", reader: "network", proposed: agreedByAll, strings } as const;
const draft = { standing: "draft", reader: "network", proposed: agreedByAll, strings } as const;
const agreedPage = renderHtml(agreed);
const draftPage = renderHtml(draft);

/** What one reads on a page, without its style. */
function textOf(page: string): string {
  return page
    .replace(/<style>.*?<\/style>|<title>.*?<\/title>/gsu, "")
    .replace(/<[^>]*>/gu, "")
    .replace(/\s+/gu, " ");
}

describe("exporting as agreed", () => {
  it("is refused while Karim has not consented", () => {
    expect(refuseUnlessFinal(withoutKarim)).toEqual({ ok: false, reason: "not-final" });
    expect(refuseUnlessFinal(agreedByAll)).toEqual({ ok: true, value: agreedByAll });
  });

  it.each([
    ["a page", renderHtml],
    ["Markdown", renderMarkdown],
  ])("cannot be had as %s by going round the gate", (_what, render) => {
    expect(() => render({ standing: "agreed", reader: "network", proposed: withoutKarim, strings })).toThrow();
    expect(() => render({ standing: "draft", reader: "network", proposed: withoutKarim, strings })).not.toThrow();
  });
});

describe.each([
  ["the page", textOf(agreedPage)],
  ["the Markdown", renderMarkdown(agreed).replaceAll("**", "").replace(/\s+/gu, " ")],
])("%s of an agreed record", (_what, text) => {
  it("says that it is agreed, with the whole digest", () => {
    expect(text).toContain("Agreed record Every voice in it has consented to exactly this text.");
    expect(text).toContain(agreedByAll.digest);
    expect(text).not.toContain(strings.draftMark);
  });

  it("has every utterance after the name of its voice", () => {
    const names = new Map(everyone.map(({ id, profile }) => [id, profile.name]));
    let from = text.indexOf(strings.wordsHeading);
    for (const { voice, paragraphs } of firstRevision.utterances) {
      const who = text.indexOf(names.get(voice) ?? "?", from);
      const words = text.indexOf(paragraphs[0]?.runs[0]?.text ?? "?", who);
      expect(who).toBeGreaterThan(0);
      expect(words).toBeGreaterThan(who);
      from = words;
    }
  });

  it("says whose each passage of the summary is, in letters", () => {
    expect(text).toMatch(/wants to sleep\.\s?\(?Sa\)? Her mother/u);
    expect(text).toMatch(/waiting too long\.\s?\(?La\)? Both of these stand\.\s?\(?To\)?/u);
    expect(text).toMatch(/How we see it\s?\(?El\)?/u);
  });

  it("has each decision, who worded it, and where each voice stands in its own words", () => {
    expect(text).toContain("Five nights at home. Someone from the team comes at 20:00. Worded by Ellen");
    expect(text).toMatch(/Layla agrees, with a reservation (?:> )?If I may ring at night and someone answers\./u);
    expect(text).toMatch(/Layla does not agree (?:> )?You may finish it with that written\./u);
  });

  it("tells what was left open apart from what was decided", () => {
    const [decided, open, next] = [strings.decisionsHeading, strings.leftOpenHeading, strings.nextMeetingHeading].map(
      (heading) => text.indexOf(heading),
    );
    const question = text.indexOf("What to call this");
    expect(decided).toBeLessThan(open ?? 0);
    expect(question).toBeGreaterThan(open ?? Infinity);
    expect(question).toBeLessThan(next ?? 0);
    expect(text).toContain("Thursday at five, here.");
  });

  it("says what is answered, by name and by number", () => {
    expect(text).toMatch(/Samira · answering Tomas \(6\) (?:> )?‘Check it with me’/u);
  });

  it("lists each consent with its date and key", () => {
    for (const { id, profile } of everyone) {
      expect(text).toContain(`z6Mk…${id.slice(-8)}`);
      expect(text.slice(text.lastIndexOf(strings.consentsHeading))).toContain(profile.name);
    }
    expect(text.match(/26 November 2026 at 17:16/gu)?.length).toBe(everyone.length);
  });
});

describe("a draft", () => {
  it("says so, and never that it is agreed", () => {
    for (const text of [draftPage, renderMarkdown(draft)]) {
      expect(text).toContain(strings.draftMark);
      expect(text).not.toContain(strings.agreedMark);
    }
  });

  it("does not show who has consented and who has not", () => {
    expect(draftPage).not.toContain(strings.consentsHeading);
    expect(renderMarkdown(draft)).toBe(renderMarkdown({ ...draft, proposed: withoutKarim }));
  });
});

describe("the page", () => {
  it("needs nothing beside it and runs nothing", () => {
    expect(agreedPage).not.toMatch(/<(?:script|link|img|iframe|object)|\bsrc=|url\(|@import/u);
    expect(agreedPage).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it("has a language, one main heading, landmarks, and every link leads somewhere", () => {
    expect(agreedPage).toContain('<html lang="en" dir="ltr">');
    expect(agreedPage.match(/<h1/gu)).toHaveLength(1);
    expect(agreedPage).toMatch(/<header>.*<main lang="en">.*<\/main>/su);
    for (const [, target] of agreedPage.matchAll(/href="#([^"]*)"|aria-labelledby="([^"]*)"/gu)) {
      if (target !== undefined) expect(agreedPage).toContain(`id="${target}"`);
    }
  });

  it("lets every voice’s words run in their own direction", () => {
    expect(agreedPage).toContain('<p class="said" dir="auto">بنتي تعبانة.</p>');
  });

  it("keeps a reflection as a part of its own, between what came before and the answer after it", () => {
    const from = agreedPage.indexOf('<div class="reflection"');
    const to = agreedPage.indexOf("</div>", from);
    const [before, reflection, after] = [agreedPage.slice(0, from), agreedPage.slice(from, to), agreedPage.slice(to)];
    expect(before).toContain("With my sister we waited too long.");
    expect(reflection).toContain("What if someone checked it with her?");
    expect(after).toContain("‘Check it with me’");
  });

  it("says in words when a part is empty, and leaves out what was not needed", () => {
    const bare = freeze({
      summary: [],
      state: { ...state, decisions: new Map(), nextMeeting: nextTime(""), order: [] },
    });
    const proposed = { ...agreedByAll, revision: bare };
    const page = renderHtml({ standing: "draft", reader: "network", proposed, strings });
    expect(textOf(page)).toContain("What we want to remember Nothing was written here.");
    expect(page).not.toContain(strings.leftOpenHeading);
    expect(page).not.toContain(strings.nextMeetingHeading);
  });

  it("can be had in a language that runs the other way", () => {
    const arabic = {
      ...strings,
      language: "ar",
      direction: "rtl",
      answering: (name: string) => `ردًّا على ${name}`,
    } as const;
    const page = renderHtml({ ...agreed, strings: arabic });
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toMatch(/ردًّا على <a href="#u6"><bdi>Tomas<\/bdi> \(6\)<\/a>/u);
  });
});

describe("whose words they are", () => {
  it("shows in emphasis too, with the space outside it", async () => {
    const words = paragraph([samira, "I am "], [tomas, "with"], [samira, " you."]);
    const [, emphasised] = words.runs;
    if (emphasised) emphasised.bold = true;
    const proposed = await proposedWith(freeze({ summary: [words] }), []);
    expect(renderMarkdown({ standing: "draft", reader: "network", proposed, strings })).toContain(
      "I am (Sa) **with** (To) you. (Sa)",
    );
    expect(renderHtml({ standing: "draft", reader: "network", proposed, strings })).toContain("<b>with</b>");
  });

  it("can be told when two voices have the same name, and when a name cannot be seen", async () => {
    const voices = firstRevision.voices.map((voice) => {
      if (voice.id === tomas.id) return { ...voice, profile: { ...voice.profile, name: "Samira" } };
      return voice.id === ellen.id ? { ...voice, profile: { ...voice.profile, name: "\u202E\u200B" } } : voice;
    });
    const proposed = await proposedWith({ ...firstRevision, voices }, []);
    const text = renderMarkdown({ standing: "draft", reader: "network", proposed, strings });
    expect(text).toContain("(Samira) Samira");
    expect(text).toContain("(Samira2) Samira");
    expect(text).toContain(`z6Mk…${ellen.id.slice(-8)}`);
  });
});
