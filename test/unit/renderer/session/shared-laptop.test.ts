import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { forgetMeeting } from "../../../../renderer/session/keyring.ts";
import type { MeetingSession, PrivateNotes } from "../../../../renderer/session/meeting-session.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { open } from "../../../../shared/crypto/seal.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { comeIn, granted, laptopIn, recordOf, say, type, typeLive, type Laptop } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";
import { entriesKept, recordsKept } from "../../../twins/what-is-kept.ts";

const ELLEN: Profile = { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" };
const LAYLA: Profile = { name: "Layla", kind: "network", relation: "Samira’s mother", colour: "plum" };
const TOMAS: Profile = { name: "Tomas", kind: "peer", relation: "peer worker", colour: "rose" };
const PIN = "2468";
const NOTHING: PrivateNotes = { live: null, draft: null, margin: [], pages: [] };
const NOTE = { id: "1", words: "Ask her about the canal.", atMs: 1 };

let room: MemoryRoom;
let a: Laptop;
let c: Laptop;
let ellen: MeetingSession;
let shared: MeetingSession;
let layla: VoiceId;
let tomas: VoiceId;

/** Laptop A is Ellen's; laptop C is shared by Layla, who has a PIN, and Tomas, who has none. */
beforeEach(async () => {
  room = new MemoryRoom();
  [a, c] = [await laptopIn(room), await laptopIn(room)];
  ellen = granted(
    await a.meetings.begin({ name: "Samira’s meeting", personCalled: "Samira", language: "en", profile: ELLEN }),
  );
  shared = await comeIn(c, ellen);
  tomas = granted(await shared.introduce(TOMAS));
  layla = granted(await shared.introduce(LAYLA, PIN));
  await soon(() => {
    for (const id of [layla, tomas]) expect(ellen.view().state.voices.has(id)).toBe(true);
  });
  for (const id of [layla, tomas]) granted(await ellen.admit(id));
  await soon(() => {
    for (const id of [layla, tomas]) expect(shared.view().state.voices.get(id)?.standing).toBe("admitted");
  });
});

async function reopened(): Promise<MeetingSession> {
  const { meeting } = shared.view();
  shared.close();
  shared = granted(await c.meetings.open(meeting));
  return shared;
}

describe("a voice with a PIN", () => {
  it("speaks when it comes, is locked while another speaks, and comes back by its PIN in the same feed", async () => {
    expect(shared.view()).toMatchObject({ speakingAs: layla, locked: new Set(), withPin: new Set([layla]) });
    const first = await say(shared, "In my family we call this an illness.");
    shared.speakAs(tomas);
    expect(shared.view()).toMatchObject({ speakingAs: tomas, locked: new Set([layla]) });
    shared.speakAs(layla);
    expect(shared.view().speakingAs).toBe(tomas);
    expect(await shared.unlock(layla, "1357")).toEqual({ ok: false, reason: "pin-wrong" });
    expect(shared.view().speakingAs).toBe(tomas);
    granted(await shared.unlock(layla, PIN));
    const second = await say(shared, "With my sister we waited too long.");
    await soon(() => {
      for (const utterance of [first, second]) expect(ellen.view().state.utterances.get(utterance)?.said).toBe(true);
    });
    expect(ellen.view().quarantines).toEqual([]);
  });

  it("comes back by its PIN whichever keyboard the PIN is typed on, and by no other", async () => {
    shared.speakAs(tomas);
    expect(await shared.unlock(layla, "٢٤٦٧")).toEqual({ ok: false, reason: "pin-wrong" });
    granted(await shared.unlock(layla, "٢٤٦٨"));
    granted(await shared.setPin(layla, { present: "۲۴۶۸", next: "१३५७" }));
    shared.speakAs(tomas);
    granted(await shared.unlock(layla, "1357"));
  });

  it("loses nothing that was still on its way to be saved when the laptop was handed over", async () => {
    granted(await shared.writeLive(true));
    c.vault.failWith = "vault-full";
    type(shared, "I am afraid at night.");
    shared.handOver();
    granted(await shared.unlock(layla, PIN));
    c.vault.failWith = null;
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Layla: I am afraid at night."]);
    });
    granted(await shared.say());
    await soon(() => {
      expect([...ellen.view().state.utterances.values()].map(({ said }) => said)).toEqual([true]);
    });
    expect(ellen.view().quarantines).toEqual([]);
  });

  it("finds its draft again that it left behind", async () => {
    await typeLive(shared, "I am afraid");
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Layla: I am afraid"]);
    });
    const left = shared.draft();
    shared.handOver();
    expect(shared.draft()).toBeNull();
    expect(left?.doc.isDestroyed).toBe(true);
    granted(await shared.unlock(layla, PIN));
    expect(shared.draft()?.utterance).toBe(left?.utterance);
    expect(recordOf(shared)).toEqual(["Layla: I am afraid"]);
  });

  it("is seen to be here also where it was locked before it was let in", async () => {
    shared.handOver();
    const okafor = granted(
      await shared.introduce(
        { name: "Dr Okafor", kind: "professional", relation: "psychiatrist", colour: "ochre" },
        PIN,
      ),
    );
    shared.speakAs(tomas);
    await soon(() => {
      expect(ellen.view().state.voices.get(okafor)?.standing).toBe("waiting");
    });
    expect(ellen.view().present.has(okafor)).toBe(false);
    granted(await ellen.admit(okafor));
    await soon(() => {
      expect([ellen, shared].map((session) => session.view().present.has(okafor))).toEqual([true, true]);
    });
  });

  it("does nothing while it is locked, and stands in nobody's way", async () => {
    shared.handOver();
    expect(shared.view()).toMatchObject({ speakingAs: null, locked: new Set([layla]) });
    expect(shared.draft()).toBeNull();
    expect(await shared.say()).toEqual({ ok: false, reason: "no-voice-here" });
    expect(await shared.pause()).toEqual({ ok: false, reason: "no-voice-here" });
    expect(shared.fillDraft("Hello")).toEqual({ ok: false, reason: "no-voice-here" });
    const digest = granted(await ellen.propose([]));
    await soon(() => {
      expect(shared.view().openRevision).toBe(digest);
    });
    expect(await shared.consent(layla, digest)).toMatchObject({ ok: false });
    expect(await shared.withhold(layla, digest, "")).toEqual({ ok: false, reason: "not-yours" });
  });

  it("is seen as here while another has the laptop, and no key is waited for from it", async () => {
    const everyone = new Set([...ellen.view().localVoices, layla, tomas]);
    await soon(() => {
      expect(ellen.view().present).toEqual(everyone);
    });
    shared.speakAs(tomas);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(ellen.view().present).toEqual(everyone);
    expect(shared.view().present).toEqual(everyone);
    // Layla could give the new key, as the first who is here of those who remain, if she were not locked.
    granted(await ellen.giveHosting(layla));
    const [ellenId] = ellen.view().localVoices;
    if (ellenId === undefined) throw new Error("Ellen has begun the meeting");
    granted(await ellen.removeVoice(ellenId));
    await soon(() => {
      expect(shared.view().state.voices.get(ellenId)?.standing).toBe("removed");
    });
    await soon(() => {
      expect(shared.view().state.keys.map(({ by }) => by)).toEqual([tomas]);
    });
    granted(await shared.unlock(layla, PIN));
    const said = await say(shared, "Now we are among ourselves.");
    expect(shared.view().state.utterances.get(said)?.said).toBe(true);
  });

  it("is asked for when the meeting is opened anew, before anyone speaks", async () => {
    const again = await reopened();
    expect(again.view()).toMatchObject({ speakingAs: null, locked: new Set([layla]) });
    expect(new Set(again.view().localVoices)).toEqual(new Set([layla, tomas]));
    again.speakAs(tomas);
    await say(again, "When Jo spoke of the door I remembered mine.");
    granted(await again.unlock(layla, PIN));
    await say(again, "I am afraid at night.");
    await soon(() => {
      expect(recordOf(ellen)).toHaveLength(2);
    });
  });

  it("sets, changes and takes away its own PIN only", async () => {
    const change = { present: PIN, next: null };
    expect(await shared.setPin(tomas, { present: null, next: "1357" })).toEqual({ ok: false, reason: "not-yours" });
    expect(await shared.setPin(layla, { present: "9999", next: null })).toEqual({ ok: false, reason: "pin-wrong" });
    granted(await shared.setPin(layla, change));
    expect(shared.view().withPin).toEqual(new Set());
    shared.speakAs(tomas);
    shared.speakAs(layla);
    expect(shared.view().speakingAs).toBe(layla);
    granted(await shared.setPin(layla, { present: null, next: "قهوة" }));
    shared.handOver();
    expect(await shared.unlock(layla, PIN)).toEqual({ ok: false, reason: "pin-wrong" });
    granted(await shared.unlock(layla, "قهوة"));
  });

  it("goes on when another voice is added, which then waits behind its own PIN", async () => {
    const nadia: Profile = { name: "Nadia", kind: "network", relation: "", colour: "slate" };
    const id = granted(await shared.introduce(nadia, "1357"));
    expect(shared.view()).toMatchObject({ speakingAs: layla, locked: new Set([id]) });
    expect(await shared.introduce(nadia, "1")).toEqual({ ok: false, reason: "pin-too-short" });
    await soon(() => {
      expect(ellen.view().state.voices.get(id)?.profile.name).toBe("Nadia");
    });
  });
});

describe("what is asked for just before the laptop goes on", () => {
  it("is answered by whoever asked, in the order in which they did", async () => {
    granted(await shared.unlock(layla, PIN));
    const utterance = await say(shared, "In my family we call this an illness.");
    const digest = granted(await shared.propose([utterance]));
    const answers = [shared.consent(layla, digest), shared.withhold(layla, digest, "Not the first line.")];
    shared.speakAs(tomas);
    for (const given of await Promise.all(answers)) granted(given);
    expect(shared.view().revisions.get(digest)?.answers.get(layla)).toMatchObject({
      answer: "not-yet",
      words: "Not the first line.",
    });
  });

  it("is kept of what was said off the record by whoever wished so, before the time is ended", async () => {
    granted(await shared.unlock(layla, PIN));
    granted(await shared.beginOffTheRecord());
    const said = shared.speakOff("She was like this when her father left.");
    const kept = shared.keepWhatWasSaid();
    const back = shared.backOnTheRecord();
    shared.speakAs(tomas);
    for (const done of await Promise.all([said, kept, back])) granted(done);
    expect(shared.view().state.offTheRecord).toBeNull();
    const [time] = shared.view().state.timesOffTheRecord.values();
    expect([...(time?.keeps ?? [])]).toEqual([layla]);
    await shared.unlock(layla, PIN);
    await soon(() => {
      expect(recordOf(ellen)).toContain("Layla: She was like this when her father left.");
    });
  });
});

describe("what a voice keeps for itself", () => {
  const nothingYet = () =>
    soon(() => {
      expect(shared.privateNotes()).toEqual(NOTHING);
    });

  it("is there again for it and for nobody else, in this run and in the next", async () => {
    await nothingYet();
    granted(await shared.changePrivateNotes({ margin: [NOTE], live: false }));
    const notes = shared.privateNotes();
    expect(notes).toEqual({ ...NOTHING, margin: [NOTE], live: false });
    expect(shared.privateNotes()).toBe(notes);
    shared.speakAs(tomas);
    expect(shared.privateNotes()).toBeNull();
    await nothingYet();
    shared.handOver();
    expect(shared.privateNotes()).toBeNull();
    expect(await shared.changePrivateNotes({ live: true })).toEqual({ ok: false, reason: "no-voice-here" });
    granted(await shared.unlock(layla, PIN));
    expect(shared.privateNotes()).toEqual(notes);
    const again = await reopened();
    expect(again.privateNotes()).toBeNull();
    granted(await again.unlock(layla, PIN));
    expect(again.privateNotes()).toEqual(notes);
  });

  it("lies in the vault under that voice's own key: the vault's does not open it", async () => {
    granted(await shared.changePrivateNotes({ margin: [NOTE] }));
    const [record, ...more] = await recordsKept(c.vault, `private/${shared.view().meeting}/`);
    expect(more).toEqual([]);
    expect(record?.name).toBe(`private/${shared.view().meeting}/${layla}`);
    expect(Buffer.from(record?.sealed ?? []).includes("canal")).toBe(false);
    expect(await open(await c.vault.sealingKey(), record?.sealed ?? new Uint8Array())).toMatchObject({ ok: false });
  });

  it("is given to the screen of nobody but the one that speaks, in whatever way the laptop goes round", async () => {
    const words = new Map([layla, tomas].map((id) => [id, `Only ${id} reads this.`]));
    for (const [id, note] of words) {
      granted(await shared.unlock(id, PIN));
      granted(await shared.changePrivateNotes({ margin: [{ ...NOTE, words: note }] }));
    }
    const ways: Readonly<Record<string, () => unknown>> = {
      "Layla gives her PIN": () => shared.unlock(layla, PIN),
      "Layla gives another": () => shared.unlock(layla, "1357"),
      "Layla is chosen": () => {
        shared.speakAs(layla);
      },
      "Tomas is chosen": () => {
        shared.speakAs(tomas);
      },
      "it is handed over": () => {
        shared.handOver();
      },
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(ways)), { maxLength: 6 }), async (done) => {
        for (const way of done) {
          await ways[way]?.();
          for (const moment of ["at once", "later"]) {
            const { speakingAs } = shared.view();
            const given = JSON.stringify([shared.privateNotes(), shared.draft()?.utterance, shared.view()]);
            for (const [id, note] of words) {
              if (id !== speakingAs) expect([moment, given.includes(note)]).toEqual([moment, false]);
            }
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it("survives another PIN, and stands beside whatever of it cannot be read any more", async () => {
    granted(await shared.changePrivateNotes({ margin: [NOTE] }));
    granted(await shared.setPin(layla, { present: PIN, next: "1357" }));
    const again = await reopened();
    granted(await again.unlock(layla, "1357"));
    expect(again.privateNotes()?.margin).toEqual([NOTE]);
    await c.vault.putRecord(`private/${again.view().meeting}/${layla}`, new Uint8Array(40));
    again.handOver();
    granted(await again.unlock(layla, "1357"));
    expect(again.privateNotes()).toEqual(NOTHING);
  });

  it("keeps every change of several at once", async () => {
    await Promise.all([
      shared.changePrivateNotes({ margin: [NOTE] }),
      shared.changePrivateNotes({ live: true }),
      shared.changePrivateNotes({ pages: [{ kind: "recovery", words: "Walk to the canal.", keep: true }] }),
    ]);
    const again = await reopened();
    granted(await again.unlock(layla, PIN));
    expect(again.privateNotes()).toEqual({
      ...NOTHING,
      margin: [NOTE],
      live: true,
      pages: [{ kind: "recovery", words: "Walk to the canal.", keep: true }],
    });
  });

  it("keeps a note that is written before the ones that are there are read", async () => {
    shared.speakAs(tomas);
    await nothingYet();
    granted(await shared.changePrivateNotes({ margin: [NOTE] }));
    shared.handOver();
    shared.speakAs(tomas);
    expect(shared.privateNotes()).toBeNull();
    const next = { ...NOTE, id: "next", words: "The door again." };
    granted(await shared.changePrivateNotes(({ margin }) => ({ margin: [...margin, next] })));
    expect(shared.privateNotes()?.margin).toEqual([NOTE, next]);
  });

  it("keeps what comes before and after they are read in the order in which it came", async () => {
    const later = { ...NOTE, id: "later" };
    shared.speakAs(tomas);
    const keeping = [shared.changePrivateNotes(({ margin }) => ({ margin: [...margin, NOTE] }))];
    await soon(() => {
      expect(shared.privateNotes()).not.toBeNull();
    });
    keeping.push(shared.changePrivateNotes(({ margin }) => ({ margin: [...margin, later] })));
    for (const kept of await Promise.all(keeping)) granted(kept);
    shared.handOver();
    shared.speakAs(tomas);
    await soon(() => {
      expect(shared.privateNotes()?.margin).toEqual([NOTE, later]);
    });
  });

  it("leaves words that were kept where nobody has read them yet", async () => {
    shared.speakAs(tomas);
    await nothingYet();
    type(shared, "I was in the kitchen");
    await soon(() => {
      expect(shared.privateNotes()?.draft).not.toBeNull();
    });
    shared.handOver();
    shared.speakAs(tomas);
    type(shared, "A");
    shared.handOver();
    shared.speakAs(tomas);
    await soon(() => {
      const utterance = shared.draft()?.utterance;
      const words = utterance === undefined ? [] : shared.utteranceText(utterance);
      expect(JSON.stringify(words)).toContain("I was in the kitchen");
    });
  });

  it("keeps a note though the laptop is handed over before the ones that are there are read", async () => {
    shared.speakAs(tomas);
    const keeping = shared.changePrivateNotes(({ margin }) => ({ margin: [...margin, NOTE] }));
    shared.handOver();
    granted(await keeping);
    expect(shared.privateNotes()).toBeNull();
    shared.speakAs(tomas);
    await soon(() => {
      expect(shared.privateNotes()?.margin).toEqual([NOTE]);
    });
  });

  it("stays on the screen where it could not be kept, and says so", async () => {
    await nothingYet();
    c.vault.failWith = "vault-full";
    expect(await shared.changePrivateNotes({ margin: [NOTE] })).toEqual({ ok: false, reason: "not-saved" });
    expect(shared.privateNotes()?.margin).toEqual([NOTE]);
  });

  it("becomes no entry, and goes when the meeting is forgotten here", async () => {
    const { meeting } = shared.view();
    const before = await entriesKept(c.vault, meeting);
    granted(await shared.changePrivateNotes({ margin: [NOTE] }));
    expect(await entriesKept(c.vault, meeting)).toHaveLength(before.length);
    shared.close();
    granted(await forgetMeeting(c.vault, meeting));
    for (const prefix of ["private/", "voice/", "meeting/"]) expect(await recordsKept(c.vault, prefix)).toEqual([]);
    expect(await c.meetings.open(meeting)).toEqual({ ok: false, reason: "meeting-unknown" });
  });
});

describe("words that are put into the draft", () => {
  it("are typed by the voice that speaks, and seen by the others as being written", async () => {
    shared.speakAs(tomas);
    granted(await shared.writeLive(true));
    granted(shared.fillDraft("What if someone checked it with her?\nOnce, at night."));
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Tomas: What if someone checked it with her?\nOnce, at night."]);
    });
    expect([...ellen.view().state.utterances.values()].map(({ said }) => said)).toEqual([false]);
  });
});
