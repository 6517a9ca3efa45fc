import { base64urlnopad } from "@scure/base";
import { beforeAll, describe, expect, it } from "vitest";
import type { DecisionId, MeetingId, UtteranceId } from "../../../../shared/feed/ids.ts";
import { checkMeetingStatement } from "../../../../shared/meeting/check.ts";
import { meetingIdOf } from "../../../../shared/meeting/meeting-id.ts";
import type { MeetingStatement } from "../../../../shared/meeting/statements.ts";
import { decisionOf, utteranceOf } from "../../../cast/owned-ids.ts";
import { ellen, karim, layla, samira } from "../../../cast/seven-voices.ts";
import { publicKeyOf } from "../../../cast/writing.ts";

const nonce = new Uint8Array(32).fill(3);
const fine = { ok: true, value: null };

let meeting: MeetingId;
let utterance: UtteranceId;
let decision: DecisionId;

beforeAll(async () => {
  meeting = await meetingIdOf(publicKeyOf(ellen), nonce);
  [utterance, decision] = [await utteranceOf(samira, 1), await decisionOf(samira, 2)];
});

it("only its founder can begin the meeting", async () => {
  const begun: MeetingStatement = {
    kind: "meeting-begun",
    name: "Samira’s meeting",
    personCalled: "Samira",
    language: "en",
    nonce: base64urlnopad.encode(nonce),
    seed: "",
  };
  expect(await checkMeetingStatement(meeting, ellen.id, begun)).toEqual(fine);
  expect(await checkMeetingStatement(meeting, karim.id, begun)).toEqual({ ok: false, reason: "not-the-founder" });
  const other = { ...begun, nonce: base64urlnopad.encode(new Uint8Array(32)) };
  expect(await checkMeetingStatement(meeting, ellen.id, other)).toEqual({ ok: false, reason: "not-the-founder" });
});

describe("only the voice whose it is can", () => {
  const statements = (): MeetingStatement[] => [
    { kind: "utterance-begun", utterance, after: null, answers: null, phase: "conversation" },
    { kind: "utterance-said", utterance },
    { kind: "utterance-discarded", utterance },
    { kind: "decision-worded", decision, text: "Five nights at home." },
    { kind: "left-open", decision, text: "What to call this." },
  ];

  it("begin, finish or discard an utterance, and word a decision or what is left open", async () => {
    for (const statement of statements()) {
      expect(await checkMeetingStatement(meeting, samira.id, statement)).toEqual(fine);
      for (const other of [ellen, layla, karim]) {
        expect(await checkMeetingStatement(meeting, other.id, statement)).toEqual({
          ok: false,
          reason: "not-the-owner",
        });
      }
    }
  });
});

it("whatever needs to know more than itself passes, and is weighed by the fold", async () => {
  const statements: MeetingStatement[] = [
    { kind: "voice-introduced", profile: karim.profile },
    { kind: "voice-admitted", voice: karim.id },
    { kind: "hosting-given", voice: karim.id },
    { kind: "voice-left" },
    { kind: "position-taken", decision, wording: "", position: "agree", words: "" },
    { kind: "next-meeting-set", text: "Thursday." },
    { kind: "paused" },
  ];
  for (const statement of statements) expect(await checkMeetingStatement(meeting, karim.id, statement)).toEqual(fine);
});
