import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { calledFor } from "../../../../shared/meeting/called.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { comeIn, granted, laptopIn, recordOf, say, typeLive, type Laptop } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { openedOn } from "../../../cast/opened-vault.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const profile = (name: string, kind: Profile["kind"]): Profile => ({ name, kind, relation: "", colour: "teal" });

let room: MemoryRoom;
let laptops: Laptop[];
let ellen: MeetingSession;
let samira: MeetingSession;
let karim: MeetingSession;
let ids: { ellen: VoiceId; samira: VoiceId; karim: VoiceId };

async function arrives(kind: Profile["kind"], name: string): Promise<readonly [MeetingSession, VoiceId]> {
  const laptop = await laptopIn(room);
  laptops.push(laptop);
  const session = await comeIn(laptop, ellen);
  const id = granted(await session.introduce(profile(name, kind)));
  await soon(() => {
    expect(ellen.view().state.voices.has(id)).toBe(true);
  });
  granted(await ellen.admit(id));
  await soon(() => {
    expect(session.view().state.voices.get(id)?.standing).toBe("admitted");
  });
  return [session, id];
}

const seenBy = (session: MeetingSession, voice: VoiceId) => session.view().state.voices.get(voice);

beforeEach(async () => {
  room = new MemoryRoom();
  const first = await laptopIn(room);
  laptops = [first];
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en" };
  ellen = granted(await first.meetings.begin({ ...wish, profile: profile("Ellen", "professional") }));
  const [samirasLaptop, samirasId] = await arrives("person", "Samira");
  const [karimsLaptop, karimsId] = await arrives("network", "Karim");
  [samira, karim] = [samirasLaptop, karimsLaptop];
  const [ellensId] = ellen.view().localVoices;
  if (ellensId === undefined) throw new Error("whoever begins a meeting has a voice in it");
  ids = { ellen: ellensId, samira: samirasId, karim: karimsId };
});

describe("how someone is called", () => {
  it("is for them to change, and what they are here as does not change with it", async () => {
    granted(await karim.callAnew(ids.karim, { ...profile("Karim", "person"), spoken: "KAH-reem", language: "ar" }));
    await soon(() => {
      expect(seenBy(samira, ids.karim)?.profile).toMatchObject({ kind: "network", spoken: "KAH-reem", language: "ar" });
    });
    expect(seenBy(samira, ids.karim)?.standing).toBe("admitted");
  });

  it("is for nobody else to change", async () => {
    expect(await ellen.callAnew(ids.karim, profile("Kareem", "network"))).toEqual({ ok: false, reason: "not-yours" });
  });
});

describe("whoever leaves", () => {
  it("leaves what they said, and may still take it back", async () => {
    const utterance = await say(karim, "She was like this when Dad left.");
    granted(await karim.leave(ids.karim));
    await soon(() => {
      expect(seenBy(samira, ids.karim)?.standing).toBe("left");
      expect(recordOf(samira)).toEqual(["Karim: She was like this when Dad left."]);
    });
    expect(karim.draft()).toBeNull();
    granted(await karim.withdraw(utterance, false));
    await soon(() => {
      expect(recordOf(samira)).toEqual([]);
    });
  });

  it("is not left standing in the middle of a sentence", async () => {
    await typeLive(karim, "She was like this when");
    await soon(() => {
      expect(recordOf(samira)).toHaveLength(1);
    });
    granted(await karim.leave(ids.karim));
    await soon(() => {
      expect(recordOf(samira)).toEqual([]);
    });
  });

  it("has not said yes to anything by it", async () => {
    const utterance = await say(karim, "She was like this when Dad left.");
    granted(await karim.leave(ids.karim));
    await soon(() => {
      expect(seenBy(samira, ids.karim)?.standing).toBe("left");
    });
    const digest = granted(await samira.propose([utterance]));
    granted(await samira.consent(ids.samira, digest));
    await soon(() => {
      expect(ellen.view().openRevision).toBe(digest);
    });
    granted(await ellen.consent(ids.ellen, digest));
    expect(ellen.view().agreed).toBeNull();
    await soon(() => {
      expect(karim.view().openRevision).toBe(digest);
    });
    granted(await karim.consent(ids.karim, digest));
    await soon(() => {
      expect(ellen.view().agreed).toBe(digest);
    });
  });

  it("hands a shared laptop on: nobody speaks there until somebody else takes it", async () => {
    const layla = granted(await karim.introduce(profile("Layla", "network")));
    await soon(() => {
      expect(seenBy(ellen, layla)?.standing).toBe("waiting");
    });
    granted(await ellen.admit(layla));
    await soon(() => {
      expect(seenBy(karim, layla)?.standing).toBe("admitted");
    });
    karim.speakAs(ids.karim);
    granted(await karim.leave(ids.karim));
    expect(karim.view().speakingAs).toBeNull();
    karim.speakAs(layla);
    expect(karim.draft()).not.toBeNull();
  });

  it("can come again through the same link, as a voice of their own", async () => {
    granted(await karim.leave(ids.karim));
    const again = granted(await karim.introduce(profile("Karim", "network")));
    await soon(() => {
      expect(seenBy(ellen, again)?.standing).toBe("waiting");
    });
    granted(await ellen.admit(again));
    await soon(() => {
      expect(seenBy(samira, again)?.standing).toBe("admitted");
    });
    karim.speakAs(again);
    expect(karim.draft()).not.toBeNull();
  });
});

describe("an interpreter", () => {
  it("has no words of their own to say or to be asked about, also where they began the meeting", async () => {
    const [nadia, nadiasId] = await arrives("interpreter", "Nadia");
    expect(nadia.draft()).toBeNull();
    expect(await nadia.noteAbsent("")).toEqual({ ok: false, reason: "no-words-of-ones-own" });
    expect(await nadia.nameReader("the GP")).toEqual({ ok: false, reason: "no-words-of-ones-own" });
    const digest = granted(await samira.propose([]));
    const asked = samira
      .view()
      .revisions.get(digest)
      ?.revision.voices.map(({ id }) => id);
    expect(asked).toEqual([ids.ellen, ids.samira, ids.karim]);
    expect(asked).not.toContain(nadiasId);

    const wish = { name: "", personCalled: "", language: "en", profile: profile("Nadia", "interpreter") };
    const hers = granted(await (await laptopIn(new MemoryRoom())).meetings.begin(wish));
    const layla = granted(await hers.introduce(profile("Layla", "network")));
    granted(await hers.admit(layla));
    hers.speakAs(layla);
    const first = granted(await hers.propose([]));
    expect(hers.view().openRevision).toBe(first);
    granted(await hers.consent(layla, first));
    expect(hers.view().agreed).toBe(first);
  });
});

describe("someone who is missing", () => {
  it("stays unnamed, whoever notes them, until the person at the centre names them", async () => {
    const absent = granted(await karim.noteAbsent("Aunt Rima"));
    await soon(() => {
      expect(samira.view().state.absent.get(absent)).toMatchObject({ called: "", notedBy: ids.karim });
    });
    expect(await openedOn(laptopOf(2), ellen.view().meeting)).not.toContain("Aunt Rima");
    expect(await karim.callAbsent(absent, "Aunt Rima")).toEqual({ ok: false, reason: "not-yours" });
    granted(await samira.callAbsent(absent, "My aunt"));
    await soon(() => {
      expect(karim.view().state.absent.get(absent)?.called).toBe("My aunt");
    });
    expect(await ellen.letAbsentGo(absent)).toEqual({ ok: false, reason: "not-yours" });
  });

  it("is let go of everywhere: no laptop keeps anything with the name in it, also not a text that was proposed", async () => {
    const absent = granted(await samira.noteAbsent("My aunt"));
    await soon(() => {
      expect(karim.view().state.absent.has(absent)).toBe(true);
    });
    karim.shapeDraft({ imagines: absent });
    const imagined = await say(karim, "She would ask whether you have eaten.");
    await soon(() => {
      expect(samira.view().state.utterances.get(imagined)).toMatchObject({ voice: ids.karim, imagines: absent });
      expect(recordOf(samira)).toEqual(["Karim: She would ask whether you have eaten."]);
    });
    const digest = granted(await samira.propose([imagined]));
    expect(samira.view().revisions.get(digest)?.revision.utterances[0]?.imagines).toBe("My aunt");
    await soon(async () => {
      expect(karim.view().openRevision).toBe(digest);
      for (const laptop of laptops) {
        expect(await openedOn(laptop, ellen.view().meeting)).toContain("My aunt");
      }
    });
    granted(await samira.letAbsentGo(absent));
    await soon(async () => {
      for (const session of [ellen, samira, karim]) {
        expect(session.view().state.absent.size).toBe(0);
        expect(session.view().openRevision).toBeNull();
        expect(session.view().saving).toBe("saved");
      }
      for (const laptop of laptops) {
        expect(await openedOn(laptop, ellen.view().meeting)).not.toContain("My aunt");
      }
    });
    expect(recordOf(samira)).toEqual(["Karim: She would ask whether you have eaten."]);
  });
});

describe("who outside the room will read it", () => {
  it("calls each voice as it wishes for that reader, and whoever named the reader may take that back", async () => {
    const gp = granted(await ellen.nameReader("the GP"));
    await soon(() => {
      expect(karim.view().state.readers.get(gp)?.name).toBe("the GP");
    });
    granted(await karim.wishNaming(ids.karim, gp, { name: "Samira’s brother", relation: "" }));
    await soon(() => {
      expect(calledFor(ellen.view().state, gp, ids.karim)).toEqual({ name: "Samira’s brother", relation: "" });
    });
    expect(calledFor(ellen.view().state, gp, ids.samira)).toEqual({ name: "Samira", relation: "" });
    expect(await karim.takeReaderBack(gp)).toEqual({ ok: false, reason: "not-yours" });
    granted(await karim.wishNaming(ids.karim, gp, null));
    expect(calledFor(karim.view().state, gp, ids.karim)?.name).toBe("Karim");
    granted(await ellen.takeReaderBack(gp));
    expect(ellen.view().state.readers.size).toBe(0);
  });

  it("may have a copy if the person at the centre says so, who can say otherwise, and nobody else can", async () => {
    const gp = granted(await ellen.nameReader("the GP"));
    expect(await ellen.permitReader(gp, true)).toEqual({ ok: false, reason: "not-yours" });
    await soon(() => {
      expect(samira.view().state.readers.get(gp)?.permitted).toBe(false);
    });
    granted(await samira.permitReader(gp, true));
    await soon(() => {
      expect(ellen.view().state.readers.get(gp)?.permitted).toBe(true);
    });
    granted(await samira.permitReader(gp, false));
    await soon(() => {
      expect(ellen.view().state.readers.get(gp)?.permitted).toBe(false);
    });
    // Of one whom she has named herself she says it all the same.
    const school = granted(await samira.nameReader("the school"));
    expect(samira.view().state.readers.get(school)?.permitted).toBe(false);
  });

  it("hears it from someone without a device too, once another voice has heard it", async () => {
    const jo = granted(await ellen.seat(profile("Jo", "network")));
    const gp = granted(await ellen.nameReader("the GP"));
    granted(await ellen.wishNaming(jo, gp, { name: "a friend", relation: "" }));
    expect(calledFor(ellen.view().state, gp, jo)?.name).toBe("Jo");
    await soon(() => {
      expect(samira.view().unwitnessed).toHaveLength(1);
    });
    const [spoken] = samira.view().unwitnessed;
    if (spoken === undefined) throw new Error("it was just there");
    granted(await samira.witness(spoken));
    expect(calledFor(samira.view().state, gp, jo)?.name).toBe("a friend");
  });
});

function laptopOf(index: number): Laptop {
  const laptop = laptops[index];
  if (laptop === undefined) throw new Error("there is a laptop");
  return laptop;
}
