import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import { comeIn, granted, laptopIn, say, type } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

let ellen: MeetingSession;
let samira: MeetingSession;
let samiraId: VoiceId;
let ellenId: VoiceId;

beforeEach(async () => {
  const room = new MemoryRoom();
  const [a, b] = [await laptopIn(room), await laptopIn(room)];
  ellen = granted(
    await a.meetings.begin({
      name: "",
      personCalled: "Samira",
      language: "en",
      profile: { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" },
    }),
  );
  samira = await comeIn(b, ellen);
  samiraId = granted(
    await samira.introduce({ name: "Samira", kind: "person", relation: "", colour: "rust", language: "ar" }),
  );
  await soon(() => {
    expect(ellen.view().state.voices.has(samiraId)).toBe(true);
  });
  granted(await ellen.admit(samiraId));
  await soon(() => {
    expect(samira.draft()).not.toBeNull();
  });
  ellenId = ellen.view().speakingAs ?? samiraId;
});

const draftWords = (session: MeetingSession) => {
  const draft = session.draft();
  return draft === null ? null : plainText(session.utteranceText(draft.utterance));
};

describe("words that are put differently", () => {
  it("begin with what was said, stand in its place once said, and are taken back with every wording", async () => {
    const first = await say(samira, "I am ill.");
    granted(samira.putDifferently(first));
    expect(draftWords(samira)).toBe("I am ill.");
    type(samira, " No: I am frightened.");
    expect(samira.putDifferently(first)).toEqual({ ok: false, reason: "in-the-middle" });
    const second = granted(await samira.say());
    await soon(() => {
      expect(ellen.view().state.utterances.get(first)?.correctedBy).toBe(second);
    });
    granted(await samira.withdraw(second, false));
    await soon(() => {
      expect([...ellen.view().state.utterances.keys()]).toEqual([]);
    });
    expect(ellen.utteranceText(first)).toEqual([]);
  });

  it("are nobody's to put but their own voice's", async () => {
    const said = await say(ellen, "What would you like to use this time for?");
    await soon(() => {
      expect(samira.view().state.utterances.has(said)).toBe(true);
    });
    expect(samira.putDifferently(said)).toEqual({ ok: false, reason: "not-yours" });
  });
});

describe("words that someone else wrote down, as they were not said", () => {
  it("are gone at once, and their voice says them itself, in answer to the same", async () => {
    const asked = await say(ellen, "How are the nights?");
    ellen.shapeDraft({ speaker: samiraId, answers: asked });
    const wrong = await say(ellen, "Samira is paranoid at night.");
    await soon(() => {
      expect(samira.view().state.utterances.get(wrong)?.said).toBe(true);
    });
    granted(await samira.sayItAsISaidIt(wrong));
    expect([draftWords(samira), samira.draft()?.answers, samira.draft()?.speaker]).toEqual([
      "Samira is paranoid at night.",
      asked,
      null,
    ]);
    await soon(() => {
      expect(ellen.view().state.erased.has(wrong)).toBe(true);
    });
    const right = granted(await samira.say());
    await soon(() => {
      expect(ellen.view().state.utterances.get(right)).toMatchObject({
        voice: samiraId,
        scribe: null,
        confirmed: true,
        answers: asked,
      });
    });
  });
});

describe("an answer to some words, in a language of one's own", () => {
  it("says which words it answers and which language it is in", async () => {
    const asked = await say(ellen, "What if someone checked it with you?");
    await soon(() => {
      expect(samira.view().state.utterances.has(asked)).toBe(true);
    });
    samira.shapeDraft({ answers: asked, part: { from: 8, to: 15 } });
    const said = await say(samira, "نعم.");
    await soon(() => {
      expect(ellen.view().state.utterances.get(said)).toMatchObject({ part: { from: 8, to: 15 }, language: "ar" });
    });
  });
});

describe("the writing for someone", () => {
  it("is handed over, offered to whoever it was handed to, and begins when they take it up", async () => {
    granted(await ellen.handScribing(ellenId, samiraId));
    await soon(() => {
      expect(samira.view().state.scribing.get(ellenId)).toMatchObject({ to: samiraId, by: ellenId });
    });
    samira.shapeDraft({ speaker: ellenId });
    const said = await say(samira, "We have until seven.");
    await soon(() => {
      expect(ellen.view().state.utterances.get(said)).toMatchObject({
        voice: ellenId,
        scribe: samiraId,
        confirmed: false,
      });
      expect(ellen.view().state.scribing.size).toBe(0);
    });
  });
});
