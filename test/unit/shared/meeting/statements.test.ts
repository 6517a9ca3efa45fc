import { describe, expect, it } from "vitest";
import { encodeStatement, parseStatement, type Statement } from "../../../../shared/consent/record.ts";
import type { DecisionId, UtteranceId } from "../../../../shared/feed/ids.ts";
import { ellen, layla, samira } from "../../../cast/seven-voices.ts";
import { firstHead } from "../../../cast/writing.ts";

const utterance = "AAAAAAAAAAAAAAAAAAAAAA" as UtteranceId; // 22 letters of base64url
const decision = "BBBBBBBBBBBBBBBBBBBBBA" as DecisionId; // 22 letters of base64url

const STATEMENTS: readonly Statement[] = [
  {
    kind: "meeting-begun",
    name: "Samira’s meeting",
    personCalled: "Samira",
    language: "en-GB",
    nonce: "A".repeat(43),
    seed: "AAE",
  },
  { kind: "voice-introduced", profile: samira.profile },
  { kind: "voice-admitted", voice: layla.id },
  { kind: "hosting-given", voice: ellen.id },
  { kind: "voice-left" },
  { kind: "utterance-begun", utterance, after: null, answers: utterance, phase: "reflection" },
  { kind: "utterance-said", utterance },
  { kind: "utterance-discarded", utterance },
  { kind: "decision-worded", decision, text: "Five nights at home." },
  {
    kind: "position-taken",
    decision,
    wording: "Five nights at home.",
    position: "with-reservation",
    words: "If I may ring at night.",
  },
  { kind: "left-open", decision, text: "What to call this." },
  { kind: "next-meeting-set", text: "Thursday at five, here." },
  { kind: "arrangements-noted", comes: [{ who: "Tomas", when: "Friday" }], ring: [{ who: "", number: "960 021" }] },
  { kind: "paused" },
  { kind: "resumed", feed: firstHead(samira).feed, seq: 3 },
];

const parsed = (json: unknown) => parseStatement(new TextEncoder().encode(JSON.stringify(json)));
const unreadable = { ok: false, reason: "statement-unreadable" };

describe("a statement", () => {
  it.each(STATEMENTS.map((statement) => [statement.kind, statement] as const))(
    "%s is read as it was written",
    (_kind, statement) => {
      expect(parseStatement(encodeStatement(statement))).toEqual({ ok: true, value: statement });
    },
  );

  it("says nothing beyond what it is for", () => {
    expect(parsed({ kind: "paused", why: "I am tired", __proto__: 1 })).toEqual({
      ok: true,
      value: { kind: "paused" },
    });
  });

  it.each<[string, unknown]>([
    ["of a kind nobody knows", { kind: "meeting-closed" }],
    ["without a kind", {}],
    ["that is a list", [{ kind: "paused" }]],
    ["that is null", null],
    ["that lets in someone without a key", { kind: "voice-admitted", voice: "did:web:example.org" }],
    ["that introduces nobody", { kind: "voice-introduced", profile: { ...samira.profile, name: "   " } }],
    [
      "that introduces a kind of voice there is not",
      { kind: "voice-introduced", profile: { ...samira.profile, kind: "patient" } },
    ],
    [
      "with a name longer than a name",
      { kind: "voice-introduced", profile: { ...samira.profile, name: "x".repeat(81) } },
    ],
    ["with a second spelling of an utterance", { kind: "utterance-said", utterance: `${utterance.slice(0, -1)}B` }],
    ["with a second spelling of a nonce", { ...STATEMENTS[0], nonce: `${"A".repeat(42)}B` }],
    ["with a seed that is no base64url", { ...STATEMENTS[0], seed: "A" }],
    ["with a second spelling of a seed", { ...STATEMENTS[0], seed: "AAB" }],
    ["with a seed as long as a book", { ...STATEMENTS[0], seed: "A".repeat(4000) }],
    ["that resumes between two entries", { kind: "resumed", feed: firstHead(samira).feed, seq: 0.5 }],
    ["that resumes before the first entry", { kind: "resumed", feed: firstHead(samira).feed, seq: -1 }],
    [
      "with more lines than a card has room for",
      {
        kind: "arrangements-noted",
        comes: Array.from({ length: 17 }, () => ({ who: "Tomas", when: "Friday" })),
        ring: [],
      },
    ],
    ["with a wish longer than a page", { kind: "next-meeting-set", text: "x".repeat(1001) }],
  ])("%s is not read", (_what, json) => {
    expect(parsed(json)).toEqual(unreadable);
  });

  it("is not read out of bytes that are no text, nor with a byte order mark before it", () => {
    const bytes = encodeStatement({ kind: "paused" });
    expect(parseStatement(new Uint8Array([0xff, ...bytes]))).toEqual(unreadable);
    expect(parseStatement(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toEqual(unreadable);
    expect(parseStatement(bytes.slice(0, -1))).toEqual(unreadable);
    expect(parseStatement(new Uint8Array(0))).toEqual(unreadable);
  });
});
