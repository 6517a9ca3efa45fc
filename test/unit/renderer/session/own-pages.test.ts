import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { comeIn, granted, laptopIn, type Laptop } from "../../../cast/laptops.ts";
import { openedOn } from "../../../cast/opened-vault.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const profile = (name: string, kind: Profile["kind"]): Profile => ({ name, kind, relation: "", colour: "teal" });
const CANAL = "Walking to the canal at six, and nobody asking how I am.";

let room: MemoryRoom;
let samirasLaptop: Laptop;
let samira: MeetingSession;
let ellen: MeetingSession;
let karim: MeetingSession;
let ids: { samira: VoiceId; ellen: VoiceId };
let laptops: Laptop[];

async function begin(laptop: Laptop): Promise<MeetingSession> {
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en" };
  return granted(await laptop.meetings.begin({ ...wish, profile: profile("Samira", "person") }));
}

async function join(name: string, kind: Profile["kind"]): Promise<readonly [MeetingSession, VoiceId]> {
  const laptop = await laptopIn(room);
  laptops.push(laptop);
  const session = await comeIn(laptop, samira);
  const id = granted(await session.introduce(profile(name, kind)));
  await soon(() => {
    expect(samira.view().state.voices.has(id)).toBe(true);
  });
  granted(await samira.admit(id));
  await soon(() => {
    expect(session.draft()).not.toBeNull();
    // What is sealed to someone needs the key they have introduced themselves with.
    expect(samira.view().state.voices.get(id)?.sealTo).not.toBeNull();
  });
  return [session, id];
}

const wordsFor = (session: MeetingSession) => session.sharedPages().map(({ words }) => words);

beforeEach(async () => {
  room = new MemoryRoom();
  samirasLaptop = await laptopIn(room);
  laptops = [samirasLaptop];
  samira = await begin(samirasLaptop);
  const [ellens, ellensId] = await join("Ellen", "professional");
  const [karims] = await join("Karim", "network");
  [ellen, karim] = [ellens, karims];
  const samirasId = samira.view().speakingAs;
  if (samirasId === null) throw new Error("Samira speaks on her laptop");
  ids = { samira: samirasId, ellen: ellensId };
});

describe("a page of Samira’s own", () => {
  it("is read by those she has chosen, by herself, and by nobody else on any laptop", async () => {
    granted(await samira.sharePage("recovery", CANAL, [ids.ellen]));
    await soon(() => {
      expect(wordsFor(ellen)).toEqual([CANAL]);
      expect(wordsFor(samira)).toEqual([CANAL]);
      expect(karim.view().state.pages.size).toBe(1);
    });
    expect(wordsFor(karim)).toEqual([]);
    for (const laptop of laptops) expect(await openedOn(laptop, samira.view().meeting)).not.toContain("canal");
  });

  it("is read by everyone if she wishes, and is gone from every vault when she takes it back", async () => {
    const page = granted(await samira.sharePage("recovery", CANAL, "everyone"));
    await soon(async () => {
      expect(wordsFor(karim)).toEqual([CANAL]);
      for (const laptop of laptops) expect(await openedOn(laptop, samira.view().meeting)).toContain("canal");
    });
    granted(await samira.takeBackPage(page));
    await soon(async () => {
      for (const session of [samira, ellen, karim]) {
        expect(wordsFor(session)).toEqual([]);
        expect(session.view().quarantines).toEqual([]);
      }
      for (const laptop of laptops) expect(await openedOn(laptop, samira.view().meeting)).not.toContain("canal");
    });
  });

  it("stands once, as she shared it last", async () => {
    granted(await samira.sharePage("recovery", CANAL, "everyone"));
    granted(await samira.sharePage("recovery", "Sleeping.", "everyone"));
    await soon(() => {
      expect(wordsFor(karim)).toEqual(["Sleeping."]);
    });
  });

  it("is nobody else's to share or to take back", async () => {
    const page = granted(await samira.sharePage("recovery", CANAL, "everyone"));
    await soon(() => {
      expect(wordsFor(ellen)).toEqual([CANAL]);
    });
    granted(await ellen.sharePage("recovery", "She wants to go back to work.", "everyone"));
    await ellen.takeBackPage(page);
    const after = granted(await samira.sharePage("how-it-began", "With the break-in.", "everyone"));
    await soon(() => {
      expect([...karim.view().state.pages.keys()]).toEqual([page, after]);
    });
  });

  it("that is blank is not shared", async () => {
    expect(await samira.sharePage("recovery", "  ", "everyone")).toEqual({ ok: false, reason: "nothing-written" });
  });
});

describe("pages that are kept for the next time", () => {
  const kept = { kind: "recovery", words: CANAL, keep: true } as const;
  const notKept = { kind: "how-it-began", words: "With the break-in.", keep: false } as const;

  it("can be brought into a later meeting on the same laptop, and only those", async () => {
    granted(await samira.changePrivateNotes({ pages: [kept, notKept] }));
    const later = await begin(samirasLaptop);
    const [from, ...more] = await later.earlierPages();
    expect(more).toEqual([]);
    if (from === undefined) throw new Error("pages were kept");
    expect(from).toMatchObject({ name: "Samira’s meeting", locked: false });
    granted(await later.bringPages(from, null));
    expect(later.privateNotes()?.pages).toEqual([kept]);
  });

  it("stay behind the PIN they were kept behind", async () => {
    granted(await samira.changePrivateNotes({ pages: [kept] }));
    granted(await samira.setPin(ids.samira, { present: null, next: "2580" }));
    const later = await begin(samirasLaptop);
    const [from] = await later.earlierPages();
    if (from === undefined) throw new Error("there may be pages behind the PIN");
    expect(from.locked).toBe(true);
    expect(await later.bringPages(from, "1111")).toEqual({ ok: false, reason: "pin-wrong" });
    expect(later.privateNotes()?.pages).toEqual([]);
    granted(await later.bringPages(from, "2580"));
    expect(later.privateNotes()?.pages).toEqual([kept]);
  });

  it("do not take the place of what was written since", async () => {
    granted(await samira.changePrivateNotes({ pages: [kept] }));
    const later = await begin(samirasLaptop);
    const own = { kind: "recovery", words: "Something else.", keep: false } as const;
    granted(await later.changePrivateNotes({ pages: [own] }));
    const [from] = await later.earlierPages();
    if (from === undefined) throw new Error("pages were kept");
    granted(await later.bringPages(from, null));
    expect(later.privateNotes()?.pages).toEqual([own]);
  });
});
