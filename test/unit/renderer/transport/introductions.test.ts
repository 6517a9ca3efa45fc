import { describe, expect, it } from "vitest";
import { judgeNote, type Held } from "../../../../renderer/transport/introductions.ts";
import type { Note } from "../../../../renderer/transport/signaling-note.ts";

const KARIM = "11111111-0000-4000-8000-000000000000";
const LAYLA = "22222222-0000-4000-8000-000000000000";
const SAMIRA = "33333333-0000-4000-8000-000000000000";

const announce = (from: string, knows: readonly string[] = [], to?: string): Note => ({
  type: "announce",
  from,
  with: [...knows],
  ...(to === undefined ? {} : { to }),
});
const signal = (from: string, to: string, type: "answer" | "offer", attempt = "now"): Note => ({
  type: "signal",
  from,
  to,
  token: 0,
  attempt,
  signal: { type, sdp: "" },
});
const candidate = (from: string, to: string, attempt = "now"): Note => ({
  type: "signal",
  from,
  to,
  token: 0,
  attempt,
  signal: { type: "candidate", candidate: { candidate: "", sdpMLineIndex: 0, sdpMid: "0" } },
});
const judge = (self: string, note: Note, held: Held, attempt: string | null = null) =>
  judgeNote(note, { self, held, attempt });

describe("Two laptops that find each other", () => {
  it("connect once: only the smaller id offers, the larger asks it to", () => {
    expect(judge(KARIM, announce(SAMIRA), "nothing")).toBe("pass");
    expect(judge(SAMIRA, announce(KARIM), "nothing")).toBe("ask");
    expect(judge(KARIM, announce(SAMIRA, [], KARIM), "nothing")).toBe("pass");
    expect(judge(SAMIRA, signal(KARIM, SAMIRA, "offer"), "nothing")).toBe("pass");
    expect(judge(KARIM, signal(SAMIRA, KARIM, "answer"), "opening", "now")).toBe("pass");
  });

  it("never take an offer from the larger id, nor an answer from the smaller", () => {
    expect(judge(KARIM, signal(SAMIRA, KARIM, "offer"), "nothing")).toBe("drop");
    expect(judge(SAMIRA, signal(KARIM, SAMIRA, "answer"), "opening", "now")).toBe("drop");
  });

  it("leave a connection alone that is open for both, and one that is being made", () => {
    expect(judge(KARIM, announce(SAMIRA, [KARIM]), "open")).toBe("drop");
    expect(judge(SAMIRA, announce(KARIM, [SAMIRA]), "open")).toBe("drop");
    expect(judge(KARIM, announce(SAMIRA), "opening")).toBe("drop");
    expect(judge(SAMIRA, announce(KARIM), "opening")).toBe("drop");
  });

  it("replace a connection that only one of them still holds", () => {
    expect(judge(KARIM, announce(SAMIRA, [LAYLA]), "open")).toBe("replace");
    expect(judge(SAMIRA, announce(KARIM, [LAYLA]), "open")).toBe("ask");
    expect(judge(SAMIRA, signal(KARIM, SAMIRA, "offer", "new"), "open", "old")).toBe("replace");
  });

  it("try again when an offer has not been answered and the other knows nothing of it", () => {
    expect(judge(KARIM, announce(SAMIRA), "unanswered")).toBe("replace");
    expect(judge(KARIM, announce(SAMIRA, [KARIM]), "unanswered")).toBe("drop");
  });

  it("take no part of one attempt for a part of another", () => {
    expect(judge(KARIM, signal(SAMIRA, KARIM, "answer", "old"), "opening", "new")).toBe("drop");
    expect(judge(KARIM, candidate(SAMIRA, KARIM, "old"), "opening", "new")).toBe("drop");
    expect(judge(KARIM, candidate(SAMIRA, KARIM), "opening", "now")).toBe("pass");
    expect(judge(SAMIRA, signal(KARIM, SAMIRA, "offer"), "opening", "now")).toBe("drop");
  });

  it("take nothing for a connection that is not there: y-webrtc would stumble over it", () => {
    expect(judge(KARIM, signal(SAMIRA, KARIM, "answer"), "nothing", "now")).toBe("drop");
    expect(judge(KARIM, candidate(SAMIRA, KARIM), "nothing", "now")).toBe("drop");
  });

  it("take no notice of what is meant for others, or of themselves", () => {
    expect(judge(KARIM, announce(SAMIRA, [], LAYLA), "nothing")).toBe("drop");
    expect(judge(KARIM, announce(KARIM), "nothing")).toBe("drop");
    expect(judge(LAYLA, signal(KARIM, SAMIRA, "offer"), "nothing")).toBe("drop");
  });
});
