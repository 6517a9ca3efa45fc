import * as Y from "yjs";
import { beforeEach, describe, expect, it } from "vitest";
import { soon } from "../../../cast/soon.ts";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { UtteranceId, VoiceId } from "../../../../shared/feed/ids.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { openedOn as opened } from "../../../cast/opened-vault.ts";
import { comeIn, granted, laptopIn, recordOf, say, type Laptop } from "../../../cast/laptops.ts";
import { crossOut, typeAtEnd } from "../../../cast/typing.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";
import { entriesKept } from "../../../twins/what-is-kept.ts";

const profile = (name: string, kind: Profile["kind"]): Profile => ({ name, kind, relation: "", colour: "teal" });
const DAD_LEFT = "She was like this when Dad left.";

let room: MemoryRoom;
let laptops: Laptop[];
let ellen: MeetingSession;
let samira: MeetingSession;
let karim: MeetingSession;
let ids: { samira: VoiceId; karim: VoiceId };

/** Everything readable that a laptop's vault holds. */
function openedOn(laptop: Laptop | undefined): Promise<string> {
  if (laptop === undefined) throw new Error("a laptop in a meeting was asked for");
  return opened(laptop, ellen.view().meeting);
}

async function join(kind: Profile["kind"], name: string): Promise<readonly [MeetingSession, VoiceId]> {
  const laptop = await laptopIn(room);
  laptops.push(laptop);
  const session = await comeIn(laptop, ellen);
  const id = granted(await session.introduce(profile(name, kind)));
  await soon(() => {
    expect(ellen.view().state.voices.has(id)).toBe(true);
  });
  granted(await ellen.admit(id));
  await soon(() => {
    expect(session.draft()).not.toBeNull();
  });
  return [session, id];
}

const sees = (session: MeetingSession, utterance: UtteranceId) => session.view().state.utterances.get(utterance);

beforeEach(async () => {
  room = new MemoryRoom();
  laptops = [await laptopIn(room)];
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en" };
  const begun = await laptops[0]?.meetings.begin({ ...wish, profile: profile("Ellen", "professional") });
  if (begun === undefined) throw new Error("there is a laptop");
  ellen = granted(begun);
  const [samirasLaptop, samirasId] = await join("person", "Samira");
  const [karimsLaptop, karimsId] = await join("network", "Karim");
  [samira, karim] = [samirasLaptop, karimsLaptop];
  ids = { samira: samirasId, karim: karimsId };
});

describe("words that are withdrawn", () => {
  it("are gone from every vault, and the chain still verifies", async () => {
    const utterance = await say(karim, DAD_LEFT);
    await soon(async () => {
      for (const laptop of laptops) expect(await openedOn(laptop)).toContain("Dad left");
    });
    granted(await karim.withdraw(utterance, false));
    await soon(async () => {
      for (const session of [ellen, samira, karim]) {
        expect(sees(session, utterance)).toBeUndefined();
        expect(session.utteranceText(utterance)).toEqual([]);
        expect(session.view().saving).toBe("saved");
      }
      for (const laptop of laptops) expect(await openedOn(laptop)).not.toContain("Dad left");
    });
    const again = await laptopIn(room);
    const late = await comeIn(again, ellen);
    await soon(() => {
      expect(late.view().state.begun).not.toBeNull();
      expect(late.view().state.erased.has(utterance)).toBe(true);
    });
    expect(late.view().quarantines).toEqual([]);
  });

  it("leave a trace if their voice wishes, and nothing else", async () => {
    const utterance = await say(karim, DAD_LEFT);
    granted(await karim.withdraw(utterance, true));
    await soon(() => {
      expect(sees(samira, utterance)).toMatchObject({ withdrawn: true, voice: ids.karim });
      expect(samira.utteranceText(utterance)).toEqual([]);
    });
  });

  it("do not come back with a laptop that replays them", async () => {
    const utterance = await say(karim, DAD_LEFT);
    const [first] = laptops;
    if (first === undefined) throw new Error("there is a laptop");
    let stale: Uint8Array<ArrayBuffer>[] = [];
    await soon(async () => {
      stale = (await entriesKept(first.vault, ellen.view().meeting)).map(({ bytes }) => bytes.slice());
      expect(sees(samira, utterance)?.said).toBe(true);
      expect(await openedOn(first)).toContain("Dad left");
    });
    granted(await karim.withdraw(utterance, false));
    await soon(async () => {
      for (const laptop of laptops) expect(await openedOn(laptop)).not.toContain("Dad left");
    });
    room.putAnything(...stale);
    granted(await samira.pause());
    await soon(() => {
      expect(ellen.view().state.pause).not.toBeNull();
    });
    for (const laptop of laptops) expect(await openedOn(laptop)).not.toContain("Dad left");
    expect(recordOf(ellen)).toEqual([]);
  });

  it("are nobody else's to withdraw", async () => {
    const utterance = await say(karim, DAD_LEFT);
    await soon(() => {
      expect(sees(samira, utterance)?.said).toBe(true);
    });
    expect(await samira.withdraw(utterance, false)).toEqual({ ok: false, reason: "not-yours" });
  });

  it("take a draft for consent with them that quotes them", async () => {
    const utterance = await say(karim, DAD_LEFT);
    await soon(() => {
      expect(sees(ellen, utterance)?.said).toBe(true);
    });
    const digest = granted(await ellen.propose([utterance]));
    await soon(() => {
      expect(karim.view().revisions.has(digest)).toBe(true);
    });
    granted(await karim.withdraw(utterance, false));
    await soon(async () => {
      for (const session of [ellen, samira, karim]) expect(session.view().revisions.size).toBe(0);
      for (const laptop of laptops) expect(await openedOn(laptop)).not.toContain("Dad left");
    });
  });
});

describe("words that are written down for someone", () => {
  it("are unconfirmed until their voice has said so, and gone when it refuses them", async () => {
    ellen.shapeDraft({ speaker: ids.samira });
    const [first, second] = [await say(ellen, "I want to sleep."), await scribed("Jo asked me.")];
    await soon(() => {
      expect(sees(samira, first)).toMatchObject({ voice: ids.samira, confirmed: false });
      expect(sees(samira, second)).toMatchObject({ voice: ids.samira, confirmed: false });
    });
    expect(await ellen.confirmWords(first)).toEqual({ ok: false, reason: "not-yours" });
    granted(await samira.confirmWords(first));
    granted(await samira.refuseWords(second));
    await soon(async () => {
      expect(sees(karim, first)).toMatchObject({ confirmed: true });
      expect(sees(karim, second)).toBeUndefined();
      for (const laptop of laptops) expect(await openedOn(laptop)).not.toContain("Jo asked me");
    });
  });

  it("of a voice without a device count once another voice has witnessed what it says of them", async () => {
    const jo = granted(await ellen.seat(profile("Jo", "network")));
    await soon(() => {
      expect(samira.view().state.voices.get(jo)).toMatchObject({ standing: "admitted", seated: true });
    });
    ellen.shapeDraft({ speaker: jo });
    const utterance = await say(ellen, "Jo reports Samira is paranoid at night.");
    granted(await ellen.refuseWords(utterance));
    await soon(() => {
      expect(samira.view().unwitnessed).toMatchObject([{ voice: jo, says: { kind: "words-refused" } }]);
    });
    const [spoken] = samira.view().unwitnessed;
    if (spoken === undefined) throw new Error("something was said aloud");
    granted(await ellen.witness(spoken));
    await say(ellen, "Yes.");
    expect(sees(ellen, utterance)).toBeDefined();
    granted(await samira.witness(spoken));
    await soon(async () => {
      for (const laptop of laptops) expect(await openedOn(laptop)).not.toContain("paranoid");
      expect(sees(karim, utterance)).toBeUndefined();
    });
  });

  async function scribed(words: string): Promise<UtteranceId> {
    ellen.shapeDraft({ speaker: ids.samira });
    return say(ellen, words);
  }
});

describe("what was crossed out of the summary", () => {
  it("is gone from every vault and every document once someone wishes it, and what stands still stands", async () => {
    typeAtEnd(karim.summary.text.doc, "Dad left. ");
    typeAtEnd(samira.summary.text.doc, "I am frightened.");
    await soon(() => {
      expect(JSON.stringify(ellen.summaryText())).toContain("Dad left");
      expect(JSON.stringify(karim.summaryText())).toContain("frightened");
    });
    crossOut(ellen.summary.text.doc, "Dad left. ");
    await soon(() => {
      for (const session of [ellen, samira, karim]) {
        expect(JSON.stringify(session.summaryText())).not.toContain("Dad left");
      }
    });
    const before = samira.summaryText();
    granted(await samira.forgetCrossedOut());
    await soon(async () => {
      for (const laptop of laptops) expect(await openedOn(laptop)).not.toContain("Dad left");
      for (const session of [ellen, samira, karim]) {
        expect(Buffer.from(Y.encodeStateAsUpdate(session.summary.text.doc)).includes("Dad left")).toBe(false);
        expect(session.summaryText()).toEqual(before);
      }
    });
    typeAtEnd(karim.summary.text.doc, " We met.");
    await soon(() => {
      for (const session of [ellen, samira, karim]) expect(JSON.stringify(session.summaryText())).toContain("We met");
    });
    const late = await comeIn(await laptopIn(room), ellen);
    await soon(() => {
      expect(late.summaryText()).toEqual(karim.summaryText());
    });
    expect(late.view().quarantines).toEqual([]);
  });
});

describe("a voice that has left", () => {
  it("reads a text that asks it, and answers, also where somebody was removed since", async () => {
    granted(await samira.leave(ids.samira));
    const [layla, laylasId] = await join("network", "Layla");
    granted(await ellen.removeVoice(ids.karim));
    await soon(() => {
      expect(layla.view().state.removalsProposed).toHaveLength(1);
    });
    const [wish] = layla.view().state.removalsProposed;
    if (wish === undefined) throw new Error("a removal was proposed");
    granted(await layla.secondRemoval(wish));
    await soon(() => {
      const [key] = ellen.view().state.keys;
      expect([...(key?.to.keys() ?? [])]).toEqual(expect.arrayContaining([ids.samira, laylasId]));
    });
    await soon(() => {
      expect(ellen.view().saving).toBe("saved");
    });
    const utterance = await say(layla, "My mother waited too long.");
    await soon(() => {
      expect(sees(ellen, utterance)?.said).toBe(true);
    });
    const digest = granted(await ellen.propose([utterance]));
    await soon(() => {
      expect(samira.view().openRevision).toBe(digest);
    });
    granted(await samira.consent(ids.samira, digest));
    await soon(() => {
      expect(ellen.view().revisions.get(digest)?.answers.get(ids.samira)?.answer).toBe("yes");
    });
    expect(karim.view().openRevision).toBeNull();
  });
});

describe("a voice that is removed", () => {
  it("keeps what it said, says nothing more, and cannot read what comes after", async () => {
    await say(karim, "I am here.");
    await soon(() => {
      expect(recordOf(ellen)).toContain("Karim: I am here.");
    });
    granted(await ellen.removeVoice(ids.karim));
    await soon(() => {
      expect(samira.view().state.removalsProposed).toHaveLength(1);
    });
    expect(karim.view().state.voices.get(ids.karim)?.standing).toBe("admitted");
    const [wish] = samira.view().state.removalsProposed;
    if (wish === undefined) throw new Error("a removal was proposed");
    granted(await samira.secondRemoval(wish));
    await soon(() => {
      for (const session of [ellen, samira, karim]) {
        expect(session.view().state.voices.get(ids.karim)?.standing).toBe("removed");
      }
      expect(ellen.view().state.keys).toHaveLength(1);
      expect(samira.view().state.keys).toHaveLength(1);
    });
    // Opening the key takes a moment, in which words are still sealed with the one before: said again until he hears nothing.
    let words = "";
    await soon(async () => {
      words = `Now we are among ourselves, at ${String(performance.now())}.`;
      const utterance = await say(samira, words);
      await soon(() => {
        expect(recordOf(ellen)).toContain(`Samira: ${words}`);
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(sees(karim, utterance)).toBeUndefined();
    });
    expect(recordOf(ellen)).toContain("Karim: I am here.");
    expect(karim.draft()).toBeNull();
    const [layla, laylasId] = await join("network", "Layla");
    await soon(() => {
      expect(recordOf(layla)).toContain(`Samira: ${words}`);
    });
    await say(layla, "I am afraid at night.");
    await soon(() => {
      expect(recordOf(samira)).toContain("Layla: I am afraid at night.");
    });
    expect(laylasId).not.toBe(ids.karim);
    expect(ellen.view().quarantines).toEqual([]);
  });
});
