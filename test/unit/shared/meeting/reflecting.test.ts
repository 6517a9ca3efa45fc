import { describe, expect, it } from "vitest";
import type { Authority } from "../../../../shared/meeting/authority.ts";
import { leavesSpace, phaseNow, reflectionOf } from "../../../../shared/meeting/reflecting.ts";
import type { MeetingStatement } from "../../../../shared/meeting/statements.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { stated } from "../../../cast/samiras-meeting.ts";
import { ellen, everyone, jo, samira, tomas, type CastVoice } from "../../../cast/seven-voices.ts";

/** Everyone is let in; Jo has no device, and has never introduced herself. */
const known: Pick<Authority, "kinds" | "profiles"> = {
  kinds: new Map(everyone.filter((one) => one !== jo).map(({ id, profile }) => [id, new Set([profile.kind])])),
  profiles: new Map(everyone.map(({ id, profile }) => [id, { profile, at: 0 }])),
};
const opened = stated<MeetingStatement>(ellen, 1, { kind: "reflection-opened" });
const { feed, seq } = opened;
const closed = stated<MeetingStatement>(samira, 5, { kind: "reflection-closed", feed, seq });
const passed = (by: CastVoice, at: number) => stated<MeetingStatement>(by, at, { kind: "space-passed", feed, seq });

/** Somebody begins to write for somebody, and it is said. */
async function said(by: CastVoice, at: number, speaker?: CastVoice) {
  const utterance = await utteranceOf(by, at);
  const begun = { kind: "utterance-begun", utterance, after: null, answers: null, phase: "conversation" } as const;
  return [
    stated<MeetingStatement>(by, at, speaker === undefined ? begun : { ...begun, speaker: speaker.id }),
    stated<MeetingStatement>(by, at + 1, { kind: "utterance-said", utterance }),
  ];
}

describe("a reflection", () => {
  it("goes on until somebody ends it, whoever speaks meanwhile", async () => {
    expect(reflectionOf([opened, ...(await said(samira, 2))], known)).toMatchObject({
      by: ellen.id,
      stage: "listening",
    });
    expect(reflectionOf([opened, closed], known)).toMatchObject({ stage: "space" });
  });

  it("leaves space until someone who listened has spoken; those who came to help do not use it up", async () => {
    expect(reflectionOf([opened, closed, ...(await said(tomas, 6))], known)).toMatchObject({ stage: "space" });
    expect(reflectionOf([opened, closed, ...(await said(samira, 6))], known)).toBeNull();
  });

  it("leaves space for one without a device too: her words are hers, whoever writes them down", async () => {
    expect(reflectionOf([opened, closed, ...(await said(ellen, 6, jo))], known)).toBeNull();
  });

  it("is over when anybody says that nobody wishes to answer", () => {
    expect(reflectionOf([opened, closed, passed(tomas, 6)], known)).toBeNull();
  });

  it("is not opened by someone who did not come to help", () => {
    expect(reflectionOf([stated<MeetingStatement>(samira, 1, { kind: "reflection-opened" })], known)).toBeNull();
  });

  it("ends by its name: a clock that is far ahead does not keep it open", () => {
    expect(reflectionOf([closed, passed(samira, 6), opened], known)).toBeNull();
    expect(reflectionOf([closed, opened], known)).toMatchObject({ stage: "space" });
  });

  it("is where what helpers begin to write belongs, as long as it goes on", () => {
    const reflection = reflectionOf([opened], known);
    expect(phaseNow(reflection, ellen.profile)).toBe("reflection");
    expect(phaseNow(reflection, samira.profile)).toBe("conversation");
    expect(phaseNow(reflectionOf([opened, closed], known), ellen.profile)).toBe("conversation");
  });
});

describe("the space after a reflection", () => {
  const space = { by: ellen.id, feed, seq, stage: "space" } as const;

  it("is left by what those who came to help say, and used by what they write down for someone who listened", () => {
    expect(leavesSpace(space, "professional", "peer")).toBe(true);
    expect(leavesSpace(space, "professional", "network")).toBe(false);
    expect(leavesSpace(space, "person", "person")).toBe(false);
  });

  it("is asked of nobody while the reflection goes on, or when there is none", () => {
    expect(leavesSpace({ ...space, stage: "listening" }, "professional", "professional")).toBe(false);
    expect(leavesSpace(null, "professional", "professional")).toBe(false);
  });
});
