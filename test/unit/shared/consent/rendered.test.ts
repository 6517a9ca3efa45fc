import { describe, expect, it } from "vitest";
import { canonicalText } from "../../../../shared/consent/canonical.ts";
import { refusalOfProposal } from "../../../../shared/consent/validators.ts";
import { whatChanged } from "../../../../shared/consent/changes.ts";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { renderMarkdown } from "../../../../shared/export/render-markdown.ts";
import type { ConsentStatement, Revision } from "../../../../shared/consent/statements.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import type { Rendering } from "../../../../shared/meeting/in-the-room.ts";
import { renderingName } from "../../../../shared/meeting/interpreting.ts";
import { exportStrings } from "../../../cast/export-strings.ts";
import { chosen, firstRevision, freeze, meeting, proposal, state } from "../../../cast/samiras-meeting.ts";
import { asVoice, ellen, stranger } from "../../../cast/seven-voices.ts";

/** What Layla said in Arabic, and Nadia, who interprets, beside it. */
const said = chosen[1]?.id;
if (said === undefined) throw new Error("Layla has said something");
const nadia = { ...stranger, profile: { ...stranger.profile, name: "Nadia", kind: "interpreter" as const } };
const rendering: Rendering = {
  by: nadia.id,
  language: "en",
  text: "My daughter is taʿbāna.",
  notes: [{ word: "taʿbāna", says: "tired, or ill" }],
  at: 900,
};
const rendered = {
  ...state,
  voices: new Map([...state.voices, [nadia.id, asVoice(nadia)]]),
  renderings: new Map([[said, [rendering]]]),
  everRendered: new Map([[said, new Set([renderingName(rendering)])]]),
};
const revision = freeze({ state: rendered });

async function refusalOf(proposed: Revision) {
  const { body, ...place } = await proposal(ellen, 950, proposed);
  if (body.kind !== "revision-proposed") throw new Error("a proposal");
  const one: Stated<Extract<ConsentStatement, { kind: "revision-proposed" }>> = { ...place, body };
  return refusalOfProposal(one, { meeting, state: rendered });
}

/** The text with the rendering as somebody would rather have it. */
function changed(change: Partial<Rendering>): Revision {
  const utterances = revision.utterances.map((one) => ({
    ...one,
    ...(one.renderings !== undefined && { renderings: one.renderings.map((given) => ({ ...given, ...change })) }),
  }));
  // The notes of a rendering are read only; a revision's are plain arrays.
  return JSON.parse(JSON.stringify({ ...revision, utterances })) as Revision;
}

describe("a rendering in a frozen text", () => {
  it("stands beside what was said, by name, and asks nothing of the interpreter", () => {
    const utterance = revision.utterances.find(({ id }) => id === said);
    expect(utterance?.renderings).toMatchObject([{ by: nadia.id, name: "Nadia", text: rendering.text }]);
    expect(utterance?.paragraphs).toEqual(firstRevision.utterances.find(({ id }) => id === said)?.paragraphs);
    expect(revision.voices.some(({ id }) => id === nadia.id)).toBe(false);
  });

  it("is nothing at all where nobody has rendered anything: the text is the same to the letter", () => {
    expect(canonicalText(firstRevision)).not.toContain("renderings");
    const utterances = revision.utterances.map((one) => {
      const { renderings, ...said } = one;
      return renderings === undefined ? one : said;
    });
    const without = { ...revision, utterances };
    expect(canonicalText(without)).toBe(canonicalText(firstRevision));
  });

  it("is what an interpreter has given: nobody puts words into another’s mouth through one", async () => {
    expect(await refusalOf(revision)).toBeNull();
    expect(await refusalOf(changed({ text: "My daughter is ill." }))).toBe("rendered-by-nobody");
    expect(await refusalOf(changed({ by: ellen.id }))).toBe("rendered-by-nobody");
    expect(await refusalOf(changed({ language: "de" }))).toBe("rendered-by-nobody");
    expect(await refusalOf(changed({ notes: [] }))).toBe("rendered-by-nobody");
  });

  it("is among what changed since the last text", () => {
    const changes = whatChanged(firstRevision, revision);
    expect(JSON.stringify(changes)).toContain("taʿbāna");
    expect(changes.every(({ part }) => part.kind === "rendering" && part.by === "Nadia")).toBe(true);
  });

  it("is on the paper and in the plain text, in its own language and direction", async () => {
    const { body } = await proposal(
      ellen,
      950,
      changed({ language: "ar", text: "بنتي تعبانة", notes: rendering.notes }),
    );
    if (body.kind !== "revision-proposed") throw new Error("a proposal");
    const proposed = { ...body, proposedBy: ellen.id, proposedAt: 950, answers: new Map() };
    const record = { standing: "draft", reader: "network", proposed, strings: exportStrings } as const;
    const page = renderHtml(record);
    expect(page).toContain('<div lang="ar" dir="rtl">');
    expect(page).toContain("tired, or ill");
    const text = renderMarkdown(record);
    expect(text).toContain("In ar, by **Nadia**");
    expect(text).toContain("> بنتي تعبانة");
  });
});
