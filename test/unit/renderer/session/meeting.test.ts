import { beforeEach, describe, expect, it } from "vitest";
import { soon } from "../../../cast/soon.ts";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { comeIn, granted, laptopIn, recordOf, say, type, typeLive, type Laptop } from "../../../cast/laptops.ts";
import { typeAtEnd } from "../../../cast/typing.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const ELLEN: Profile = { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" };
const SAMIRA: Profile = { name: "Samira", kind: "person", relation: "", colour: "rust" };
const LAYLA: Profile = { name: "Layla", kind: "network", relation: "Samira’s mother", colour: "plum" };

describe("a meeting on two laptops", () => {
  let room: MemoryRoom;
  let a: Laptop;
  let b: Laptop;
  let ellen: MeetingSession;
  let samira: MeetingSession;
  let samiraId: VoiceId;

  beforeEach(async () => {
    room = new MemoryRoom();
    [a, b] = [await laptopIn(room), await laptopIn(room)];
    const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en", profile: ELLEN };
    ellen = granted(await a.meetings.begin(wish));
    samira = await comeIn(b, ellen);
    samiraId = granted(await samira.introduce(SAMIRA));
    await soon(() => {
      expect(ellen.view().state.voices.has(samiraId)).toBe(true);
    });
  });

  async function letSamiraIn(): Promise<void> {
    granted(await ellen.admit(samiraId));
    await soon(() => {
      expect(samira.draft()).not.toBeNull();
    });
  }

  it("lets nobody write before a host has let them in", async () => {
    expect(samira.draft()).toBeNull();
    expect(await samira.say()).toEqual({ ok: false, reason: "not-admitted" });
    expect(await samira.admit(samiraId)).toEqual({ ok: false, reason: "not-admitted" });
  });

  it("shows on both what each says, in their own words and under their own names", async () => {
    await letSamiraIn();
    await say(ellen, "What would you like to use this time for?");
    await soon(() => {
      expect(recordOf(samira)).toHaveLength(1);
    });
    await say(samira, "I want to sleep.");
    const record = ["Ellen: What would you like to use this time for?", "Samira: I want to sleep."];
    await soon(() => {
      expect(recordOf(ellen)).toEqual(record);
      expect(recordOf(samira)).toEqual(record);
    });
  });

  it("shows an utterance while it is being written", async () => {
    await letSamiraIn();
    await typeLive(samira, "I want to sl");
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: I want to sl"]);
    });
    const [utterance] = ellen.view().state.utterances.values();
    expect(utterance?.said).toBe(false);
  });

  it("puts both voices' words into the summary, each with its voice", async () => {
    await letSamiraIn();
    typeAtEnd(ellen.summary.text.doc, "Both of these stand. ");
    await soon(() => {
      expect(plainText(samira.summaryText())).toContain("Both");
    });
    typeAtEnd(samira.summary.text.doc, "I am frightened.");
    await soon(() => {
      const runs = ellen.summaryText().flatMap((paragraph) => paragraph.runs);
      expect(runs.map(({ voice, text }) => [voice, text])).toEqual([
        [ellen.view().speakingAs, "Both of these stand. "],
        [samiraId, "I am frightened."],
      ]);
      expect(samira.summaryText()).toEqual(ellen.summaryText());
    });
  });

  it("finds everything again after the program was closed, and goes on with the unsaid words", async () => {
    await letSamiraIn();
    await say(samira, "It started when the flat was broken into.");
    await typeLive(samira, "I’m not ill, ");
    const { meeting } = samira.view();
    await soon(() => {
      expect(samira.view().saving).toBe("saved");
    });
    samira.close();
    samira = granted(await b.meetings.open(meeting));
    expect(recordOf(samira)).toEqual(["Samira: It started when the flat was broken into.", "Samira: I’m not ill, "]);
    type(samira, "I’m frightened.");
    granted(await samira.say());
    await soon(() => {
      expect(recordOf(ellen).at(-1)).toBe("Samira: I’m not ill, I’m frightened.");
    });
    expect(recordOf(ellen)).toHaveLength(2);
  });

  it("sends nothing that is not saved, and everything once the vault takes it", async () => {
    await letSamiraIn();
    granted(await samira.writeLive(true));
    b.vault.failWith = "vault-full";
    type(samira, "I want to sleep.");
    await soon(() => {
      expect(samira.view().saving).toBe("failed");
    });
    expect(recordOf(ellen)).toEqual([]);
    b.vault.failWith = null;
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: I want to sleep."]);
    });
  });

  it("stops writing on every laptop while anyone asks for a pause, until someone resumes", async () => {
    await letSamiraIn();
    granted(await samira.pause());
    await soon(() => {
      expect(ellen.draft()).toBeNull();
    });
    expect(await ellen.wordDecision("Five nights at home.", false)).toEqual({ ok: false, reason: "paused" });
    granted(await ellen.resume());
    await soon(() => {
      expect(samira.draft()).not.toBeNull();
    });
  });

  it("shares one laptop between voices, each with its own key", async () => {
    await letSamiraIn();
    const layla = granted(await samira.introduce(LAYLA));
    granted(await samira.admit(layla));
    samira.speakAs(layla);
    await say(samira, "In my family we call this an illness.");
    samira.speakAs(samiraId);
    await say(samira, "I’m frightened.");
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Layla: In my family we call this an illness.", "Samira: I’m frightened."]);
    });
    await soon(() => {
      expect([...ellen.view().present]).toHaveLength(3);
    });
  });

  it("is final on both only when every voice has consented to that exact text", async () => {
    await letSamiraIn();
    const said = await say(samira, "I want to sleep.");
    typeAtEnd(ellen.summary.text.doc, "Samira wants to sleep.");
    granted(await ellen.wordDecision("Five nights at home.", false));
    await soon(() => {
      expect(recordOf(ellen)).toHaveLength(1);
    });
    const digest = granted(await ellen.propose([said]));
    await soon(() => {
      expect(samira.view().openRevision).toBe(digest);
    });
    const ellenId = ellen.view().speakingAs;
    if (ellenId === null) throw new Error("Ellen began the meeting on this laptop");
    granted(await ellen.consent(ellenId, digest));
    granted(await samira.withhold(samiraId, digest, "Not the name."));
    await soon(() => {
      expect(ellen.view().revisions.get(digest)?.answers.size).toBe(2);
    });
    expect(ellen.view().agreed).toBeNull();
    granted(await samira.consent(samiraId, digest));
    await soon(() => {
      expect(ellen.view().agreed).toBe(digest);
      expect(samira.view().agreed).toBe(digest);
    });

    // What is agreed is no draft any more: it is neither withdrawn from nor forgotten like one.
    expect(await samira.withdraw(said, false)).toEqual({ ok: false, reason: "agreed-already" });
    granted(await samira.forgetCrossedOut());
    await soon(() => {
      expect(ellen.view().state.forgetting.asked).not.toBeNull();
    });
    expect(ellen.view().agreed).toBe(digest);
    expect(recordOf(ellen)).toEqual(["Samira: I want to sleep."]);
  });
});
