import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { parseEntry, meetingBytes } from "../../../../shared/feed/entry.ts";
import { openWithAny } from "../../../../shared/feed/verify.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { unlock } from "../../../../shared/meeting/secret.ts";
import { comeIn, granted, laptopIn, recordOf, say, type, type Laptop } from "../../../cast/laptops.ts";
import { passOf } from "../../../cast/passes.ts";
import { ellen as ellensKeys, karim as karimsKeys, samira as samirasKeys } from "../../../cast/seven-voices.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";
import { entriesKept } from "../../../twins/what-is-kept.ts";

let laptops: readonly Laptop[];
let ellen: MeetingSession;
let samira: MeetingSession;
let karim: MeetingSession;
let all: readonly MeetingSession[];

beforeEach(async () => {
  const room = new MemoryRoom();
  laptops = await Promise.all([laptopIn(room), laptopIn(room), laptopIn(room)]);
  const [ellens, samiras, karims] = laptops;
  if (ellens === undefined || samiras === undefined || karims === undefined) throw new Error("three laptops");
  const wish = { name: "", personCalled: "Samira", language: "en", profile: ellensKeys.profile };
  ellen = granted(await ellens.meetings.begin(wish));
  samira = await arrived(samiras, samirasKeys.profile);
  karim = await arrived(karims, karimsKeys.profile);
  all = [ellen, samira, karim];
  await everywhere((session) => expect(session.view().present.size).toBe(3));
});

async function arrived(laptop: Laptop, profile: typeof samirasKeys.profile): Promise<MeetingSession> {
  const session = await comeIn(laptop, ellen);
  const id = granted(await session.introduce(profile));
  await soon(() => expect(ellen.view().state.voices.has(id)).toBe(true));
  granted(await ellen.admit(id));
  await soon(() => expect(session.draft()).not.toBeNull());
  return session;
}

function everywhere(look: (session: MeetingSession) => void): Promise<void> {
  return soon(() => {
    for (const session of all) look(session);
  });
}

const nameOf = (session: MeetingSession, voice: VoiceId) => session.view().state.voices.get(voice)?.profile.name;
const heard = (session: MeetingSession) =>
  session.spokenOff().map(({ voice, words }) => `${nameOf(session, voice) ?? "?"}: ${words}`);

/** Everything readable in what these laptops keep, and in their memory twins' records. */
async function kept(): Promise<string> {
  const { meeting } = ellen.view();
  const [first] = laptops;
  if (first === undefined) throw new Error("nobody has a laptop");
  const { meetingKey: key } = await unlock((await passOf(first.vault, meeting)).secret);
  const secrets = { meeting: meetingBytes(meeting), key };
  const entries = await Promise.all(laptops.map(({ vault }) => entriesKept(vault, meeting)));
  const opened = entries.flat().map(async ({ bytes }) => {
    const entry = parseEntry(bytes);
    if (!entry.ok || entry.value.sealed === null) return "";
    return Buffer.from((await openWithAny(secrets, entry.value.sealed)) ?? []).toString("latin1");
  });
  return (await Promise.all(opened)).join("\n");
}

async function goOffTheRecord(): Promise<void> {
  granted(await samira.beginOffTheRecord());
  await everywhere((session) => expect(session.view().state.offTheRecord).not.toBeNull());
}

async function twoSpeak(): Promise<void> {
  granted(await samira.speakOff("It was about Dad."));
  await soon(() => expect(heard(karim)).toEqual(["Samira: It was about Dad."]));
  granted(await karim.speakOff("I know. I was there."));
  const said = ["Samira: It was about Dad.", "Karim: I know. I was there."];
  await everywhere((session) => {
    expect(heard(session)).toEqual(said);
    expect(session.view().state.offTheRecord?.spoke.size).toBe(2);
  });
}

describe("off the record", () => {
  it("is shown to everyone who is here, in order, and is in nobody’s vault", async () => {
    await goOffTheRecord();
    await twoSpeak();
    expect(await kept()).not.toContain("Dad");
    expect(ellen.spokenOff()).toBe(ellen.spokenOff());
  });

  it("has the record, the summary and the decisions rest: nothing can be said for the record, and a pause still can", async () => {
    type(ellen, "I was about to say");
    await goOffTheRecord();
    expect(ellen.draft()).toBeNull();
    expect(await ellen.say()).toEqual({ ok: false, reason: "off-the-record" });
    expect(await ellen.wordDecision("Five nights at home.", false)).toEqual({ ok: false, reason: "off-the-record" });
    granted(await ellen.pause());
    await everywhere((session) => expect(session.view().state.pause).not.toBeNull());
    expect(await samira.speakOff("Still here.")).toEqual({ ok: false, reason: "paused" });
    granted(await ellen.resume());
    granted(await ellen.backOnTheRecord());
    granted(await ellen.say());
    await everywhere((session) => expect(recordOf(session)).toEqual(["Ellen: I was about to say"]));
  });

  it("is in everyone’s record, each in their own name, once all who spoke have wished it", async () => {
    await goOffTheRecord();
    await twoSpeak();
    granted(await samira.keepWhatWasSaid());
    granted(await karim.keepWhatWasSaid());
    await soon(() => expect(ellen.view().state.offTheRecord?.keeps.size).toBe(2));
    granted(await ellen.backOnTheRecord());
    await everywhere((session) => {
      expect(recordOf(session).toSorted()).toEqual(["Karim: I know. I was there.", "Samira: It was about Dad."]);
      for (const { said, scribe } of session.view().state.utterances.values()) {
        expect([said, scribe]).toEqual([true, null]);
      }
      expect(session.spokenOff()).toEqual([]);
    });
  });

  it("is in nobody’s record, in nobody’s memory and in nobody’s vault when one who spoke has not wished it", async () => {
    await goOffTheRecord();
    await twoSpeak();
    granted(await samira.keepWhatWasSaid());
    await soon(() => expect(ellen.view().state.offTheRecord?.keeps.size).toBe(1));
    granted(await ellen.backOnTheRecord());
    await everywhere((session) => {
      expect(session.view().state.offTheRecord).toBeNull();
      expect(session.spokenOff()).toEqual([]);
    });
    expect(await karim.keepWhatWasSaid()).toEqual({ ok: false, reason: "on-the-record" });
    await say(ellen, "Back again.");
    await everywhere((session) => expect(recordOf(session)).toEqual(["Ellen: Back again."]));
    expect(await kept()).not.toContain("Dad");
    granted(await samira.beginOffTheRecord());
    await everywhere((session) => expect(session.view().state.offTheRecord).not.toBeNull());
    await everywhere((session) => expect(session.spokenOff()).toEqual([]));
  });

  it("goes with whoever goes: the words of a laptop that leaves are on no screen", async () => {
    await goOffTheRecord();
    await twoSpeak();
    samira.close();
    await soon(() => {
      expect(heard(ellen)).toEqual(["Karim: I know. I was there."]);
      expect(heard(karim)).toEqual(["Karim: I know. I was there."]);
    });
  });

  it("takes in no more than there is room for, and says so", async () => {
    await goOffTheRecord();
    for (let count = 0; count < 25; count += 1) granted(await samira.speakOff("a".repeat(4000)));
    expect(await samira.speakOff("a")).toEqual({ ok: false, reason: "off-the-record-full" });
    expect(await karim.speakOff("ب".repeat(4001))).toEqual({ ok: false, reason: "off-the-record-full" });
    await soon(() => expect(ellen.spokenOff()).toHaveLength(25));
  });

  it("stays on the screens when its voice hands the laptop over, cannot go on without its PIN, and goes at the end", async () => {
    const layla = { ...karimsKeys.profile, name: "Layla" };
    const laylaId = granted(await karim.introduce(layla, "1234"));
    await soon(() => expect(ellen.view().state.voices.has(laylaId)).toBe(true));
    granted(await ellen.admit(laylaId));
    await soon(() => expect(karim.view().state.voices.get(laylaId)?.standing).toBe("admitted"));
    karim.speakAs(laylaId);
    await goOffTheRecord();
    granted(await karim.speakOff("I am afraid at night."));
    await soon(() => expect(heard(ellen)).toEqual(["Layla: I am afraid at night."]));
    karim.handOver();
    expect(karim.view().locked.has(laylaId)).toBe(true);
    expect(await karim.speakOff("I go on.")).toEqual({ ok: false, reason: "no-voice-here" });
    await everywhere((session) => expect(heard(session)).toEqual(["Layla: I am afraid at night."]));
    granted(await ellen.backOnTheRecord());
    await everywhere((session) => expect(session.spokenOff()).toEqual([]));
    expect(await kept()).not.toContain("afraid at night");
  });
});
