import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { whatChanged } from "../../../../shared/consent/changes.ts";
import { quoted } from "../../../../shared/consent/quoted.ts";
import { voicesIn } from "../../../../shared/consent/revision.ts";
import { canonicalText } from "../../../../shared/consent/canonical.ts";
import type { Sayable } from "../../../../shared/consent/spoken.ts";
import { RevisionSchema, type Revision } from "../../../../shared/consent/statements.ts";
import type { MeetingState } from "../../../../shared/meeting/state.ts";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { renderMarkdown } from "../../../../shared/export/render-markdown.ts";
import { exportStrings } from "../../../cast/export-strings.ts";
import { taskOf, wayOf, wishOf } from "../../../cast/owned-ids.ts";
import { proposedWith } from "../../../cast/records.ts";
import { firstRevision, freeze, state } from "../../../cast/samiras-meeting.ts";
import { ellen, jo, karim, layla, okafor, samira, stranger } from "../../../cast/seven-voices.ts";

const [ring, aunt] = [await taskOf(ellen, 1), await taskOf(samira, 1)];
const [ward, canal] = [await wayOf(okafor, 1), await wishOf(samira, 1)];
const [nights] = [...state.decisions.values()];
if (nights === undefined) throw new Error("something was decided");
const open = [...state.decisions.values()].find(({ leftOpen }) => leftOpen);
if (open === undefined) throw new Error("something was left open");
const notIll = [...open.positions][0]?.[1];
if (notIll === undefined) throw new Error("Layla does not agree");

const reservation = { voice: ellen.id, decision: nights.id, because: layla.id, what: "", until: "Thursday", at: 300 };
const considered: MeetingState = {
  ...state,
  decisions: new Map(state.decisions)
    .set(nights.id, {
      ...nights,
      ways: [
        {
          id: ward,
          text: "The ward.",
          by: okafor.id,
          at: 220,
          matters: new Map([[samira.id, "Nobody knows me there."]]),
        },
      ],
      matters: new Map([[jo.id, "That I am not alone with it."]]),
      review: "Thursday",
    })
    .set(open.id, { ...open, positions: new Map([[layla.id, { ...notIll, mayStand: true }]]) }),
  tasks: new Map([
    [ring, { id: ring, ...reservation }],
    [aunt, { id: aunt, voice: samira.id, decision: null, because: null, what: "I tell my aunt.", until: "", at: 301 }],
  ]),
  wishes: new Map([
    [
      canal,
      {
        id: canal,
        voice: samira.id,
        text: "I want to keep walking to the canal at six.",
        at: 230,
        weighed: new Map([["makes-safer", new Map([[karim.id, "Text me."]])] as const]),
      },
    ],
  ]),
};
const whole = freeze({ state: considered });

describe("a frozen text", () => {
  it("holds all that was decided, and reads back as it was frozen", () => {
    const [decision] = whole.decisions;
    expect(decision).toMatchObject({
      ways: [{ voice: okafor.id, text: "The ward.", matters: [{ voice: samira.id, words: "Nobody knows me there." }] }],
      matters: [{ voice: jo.id, words: "That I am not alone with it." }],
      tasks: [{ voice: ellen.id, because: layla.id, what: "", until: "Thursday" }],
      review: "Thursday",
    });
    expect(whole.decisions.at(-1)?.positions).toMatchObject([{ voice: layla.id, mayStand: true }]);
    expect(whole.tasks).toMatchObject([{ voice: samira.id, what: "I tell my aunt." }]);
    expect(whole.wishes).toMatchObject([{ voice: samira.id, weighed: [{ as: "makes-safer", voice: karim.id }] }]);
    expect(canonicalText(v.parse(RevisionSchema, whole))).toBe(canonicalText(whole));
  });

  it("asks everyone who has words in what was decided, and not whom another names as the reason", () => {
    const only: Pick<Revision, "decisions" | "summary" | "tasks" | "utterances" | "wishes"> = {
      ...whole,
      summary: [],
      utterances: [],
      decisions: whole.decisions.slice(0, 1).map((one) => ({ ...one, positions: [] })),
    };
    expect([...voicesIn(only)].sort()).toEqual([ellen, okafor, samira, jo, karim].map(({ id }) => id).sort());
  });

  it("names nobody as a reason who is not in it", () => {
    const tasks = new Map([[ring, { id: ring, ...reservation, because: stranger.id }]]);
    const [task] = freeze({ state: { ...considered, tasks } }).decisions[0]?.tasks ?? [];
    expect(task).toEqual({ id: ring, voice: ellen.id, what: "", until: "Thursday" });
  });

  it("has what was taken on for a decision that was taken back all the same", () => {
    const tasks = new Map([[ring, { id: ring, ...reservation, decision: null }]]);
    expect(freeze({ state: { ...state, tasks } }).tasks).toMatchObject([{ because: layla.id }]);
  });

  it("has no trace of ways, tasks or wishes where there are none", () => {
    // What parts a reader is given names them too, by their names.
    expect(canonicalText({ ...firstRevision, readers: [] })).not.toMatch(
      /"(?:ways|matters|tasks|wishes|review|mayStand)"/u,
    );
  });
});

describe("what changed", () => {
  it("names each thing that came, with whose it is", () => {
    expect(whatChanged(firstRevision, whole).map(({ part, kind }) => [part.kind, kind])).toEqual([
      ["wish", "added"],
      ["weighed", "added"],
      ["way", "added"],
      ["matter", "added"],
      ["matter", "added"],
      ["task", "added"],
      ["review", "added"],
      ["position", "changed"],
      ["task", "added"],
    ]);
    expect(whatChanged(whole, whole)).toEqual([]);
  });

  it("says when something was taken on or let go of without a word", () => {
    const bare = freeze({
      state: { ...considered, tasks: new Map([[ring, { id: ring, ...reservation, until: "" }]]) },
    });
    const none = freeze({ state: { ...considered, tasks: new Map() } });
    expect(whatChanged(none, bare)).toEqual([
      { part: { kind: "task", voice: ellen.id, was: false, is: true }, kind: "added", pieces: [] },
    ]);
    expect(whatChanged(bare, none)).toEqual([
      { part: { kind: "task", voice: ellen.id, was: true, is: false }, kind: "removed", pieces: [] },
    ]);
  });
});

describe.each([
  ["a page", renderHtml],
  ["plain text", renderMarkdown],
])("%s", (_name, render) => {
  it("tells it in sentences, each with its voice", async () => {
    const page = render({
      standing: "draft",
      reader: "network",
      proposed: await proposedWith(whole, []),
      strings: exportStrings,
    });
    const text = page
      .slice(Math.max(0, page.indexOf("<body")))
      .replace(/<[^>]*>|[*\\>]/gu, "")
      .replace(/\s+/gu, " ");
    for (const sentence of [
      /Samira wants I want to keep walking to the canal at six\./u,
      /What makes it safer -? ?Karim:? Text me\./u,
      /If I may ring at night and someone answers\. -? ?Ellen takes this on, until Thursday/u,
      /The ward\. thought of by Dr Okafor -? ?Samira:? Nobody knows me there\./u,
      /When we look at this again: Thursday/u,
      /Layla does not agree, and it may stand with that written in it/u,
      /Samira takes on:? I tell my aunt\./u,
    ]) {
      expect(text).toMatch(sentence);
    }
  });
});

describe("what was said aloud", () => {
  const quoteOf = (says: Sayable) => quoted(says, { state: considered, wordsOf: () => "She checks the door." });

  it("is quoted in its voice’s own words", () => {
    const words = "Text me when you go and when you’re back.";
    expect(quoteOf({ kind: "wish-weighed", wish: canal, as: "makes-safer", words })).toEqual({
      as: "wish-weighed",
      about: "",
      words,
      until: "",
    });
  });

  it("says what it is about, where it has no words of its own", () => {
    const about = "Five nights at home. Someone from the team comes at 20:00.";
    const position = { kind: "position-taken", decision: nights.id, position: "agree", words: "" } as const;
    expect(quoteOf({ ...position, wording: nights.text })).toMatchObject({ as: "agree", about });
    expect(quoteOf({ ...position, wording: "" })).toMatchObject({ as: "position-taken-back", about });
    expect(quoteOf({ kind: "task-let-go", task: aunt })).toMatchObject({ about: "I tell my aunt." });
    expect(quoteOf({ kind: "words-refused", utterance: firstRevision.utterances[0]?.id ?? never() })).toMatchObject({
      words: "She checks the door.",
    });
  });

  it("is known again by how it begins, where what it is about is long", () => {
    const text = "Five nights at home, and then another five. ".repeat(20);
    const { about } = quoteOf({
      kind: "position-taken",
      decision: nights.id,
      wording: text,
      position: "agree",
      words: "",
    });
    expect(about.length).toBeLessThan(165);
    expect(text.startsWith(about.replace(/ …$/u, ""))).toBe(true);
  });
});

function never(): never {
  throw new Error("something was said");
}
