import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { meetingBytes, parseEntry } from "../../../../shared/feed/entry.ts";
import type { UtteranceId } from "../../../../shared/feed/ids.ts";
import { openWithAny } from "../../../../shared/feed/verify.ts";
import { unlock } from "../../../../shared/meeting/secret.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { comeIn, granted, laptopIn, say, type Laptop } from "../../../cast/laptops.ts";
import { passOf } from "../../../cast/passes.ts";
import { ellen as ellensKeys, layla as laylasKeys } from "../../../cast/seven-voices.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";
import { entriesKept } from "../../../twins/what-is-kept.ts";

const NADIA: Profile = { name: "Nadia", kind: "interpreter", relation: "", colour: "slate" };
const RENDERING = {
  language: "en",
  text: "My daughter is taʿbāna.",
  notes: [{ word: "taʿbāna", says: "tired, or ill" }],
};

let laptops: readonly [Laptop, Laptop, Laptop];
let ellen: MeetingSession;
let layla: MeetingSession;
let nadia: MeetingSession;
let saidByLayla: UtteranceId;

beforeEach(async () => {
  const room = new MemoryRoom();
  laptops = [await laptopIn(room), await laptopIn(room), await laptopIn(room)];
  const wish = { name: "", personCalled: "Samira", language: "en", profile: ellensKeys.profile };
  ellen = granted(await laptops[0].meetings.begin(wish));
  layla = await arrived(laptops[1], { ...laylasKeys.profile, language: "ar" });
  nadia = await arrived(laptops[2], NADIA);
  saidByLayla = await say(layla, "بنتي تعبانة.");
  await everywhere((session) => expect(session.view().state.utterances.get(saidByLayla)?.said).toBe(true));
});

async function arrived(laptop: Laptop, profile: Profile): Promise<MeetingSession> {
  const session = await comeIn(laptop, ellen);
  const id = granted(await session.introduce(profile));
  await soon(() => expect(ellen.view().state.voices.has(id)).toBe(true));
  granted(await ellen.admit(id));
  await soon(() => expect(session.view().state.voices.get(id)?.standing).toBe("admitted"));
  return session;
}

function everywhere(look: (session: MeetingSession) => void): Promise<void> {
  return soon(() => {
    for (const session of [ellen, layla, nadia]) look(session);
  });
}

const renderingsOn = (session: MeetingSession) =>
  (session.view().state.renderings.get(saidByLayla) ?? []).map(({ language, text, notes }) => ({
    language,
    text,
    notes,
  }));

/** Everything readable in what these laptops keep. */
async function kept(): Promise<string> {
  const { meeting } = ellen.view();
  const [first] = laptops;
  const { meetingKey: key } = await unlock((await passOf(first.vault, meeting)).secret);
  const entries = await Promise.all(laptops.map(({ vault }) => entriesKept(vault, meeting)));
  const opened = entries.flat().map(async ({ bytes }) => {
    const entry = parseEntry(bytes);
    if (!entry.ok || entry.value.sealed === null) return "";
    const payload = await openWithAny({ meeting: meetingBytes(meeting), key }, entry.value.sealed);
    return Buffer.from(payload ?? []).toString("utf8");
  });
  return (await Promise.all(opened)).join("\n");
}

describe("an interpreter", () => {
  it("renders what was said: it stands beside the words on every laptop, with a note, and the words stay as they are", async () => {
    granted(await nadia.render(saidByLayla, RENDERING));
    await everywhere((session) => expect(renderingsOn(session)).toEqual([RENDERING]));
    expect(ellen.view().state.utterances.get(saidByLayla)).toMatchObject({ language: "ar", withdrawn: false });
  });

  it("words a rendering anew, and takes it back", async () => {
    granted(await nadia.render(saidByLayla, RENDERING));
    granted(await nadia.render(saidByLayla, { ...RENDERING, text: "My daughter is tired.", notes: [] }));
    await everywhere((session) => expect(renderingsOn(session)).toMatchObject([{ text: "My daughter is tired." }]));
    granted(await nadia.takeRenderingBack(saidByLayla, "en"));
    await everywhere((session) => expect(renderingsOn(session)).toEqual([]));
  });

  it("is the only one who does: nobody else puts words into a mouth that way", async () => {
    expect(await ellen.render(saidByLayla, RENDERING)).toEqual({ ok: false, reason: "not-an-interpreter" });
    expect(await nadia.render(saidByLayla, { ...RENDERING, text: "  " })).toEqual({
      ok: false,
      reason: "nothing-written",
    });
  });

  it("keeps nothing of words that are taken back: their renderings are on no screen and in no vault", async () => {
    granted(await nadia.render(saidByLayla, RENDERING));
    await everywhere((session) => expect(renderingsOn(session)).toEqual([RENDERING]));
    expect(await kept()).toContain("tired, or ill");
    granted(await layla.withdraw(saidByLayla, false));
    await everywhere((session) => {
      expect(renderingsOn(session)).toEqual([]);
      expect(session.view().saving).toBe("saved");
    });
    await soon(async () => expect(await kept()).not.toMatch(/tired, or ill|taʿbāna/u));
  });

  it("is in the text that is read together, and a text with a rendering that nobody gave is no proposal", async () => {
    granted(await nadia.render(saidByLayla, RENDERING));
    await everywhere((session) => expect(renderingsOn(session)).toEqual([RENDERING]));
    const digest = granted(await ellen.propose([saidByLayla]));
    await everywhere((session) => expect(session.view().openRevision).toBe(digest));
    const [utterance] = layla.view().revisions.get(digest)?.revision.utterances ?? [];
    expect(utterance?.renderings).toMatchObject([{ ...RENDERING, name: "Nadia" }]);
    // A better wording afterwards undoes nothing that was frozen.
    granted(await nadia.render(saidByLayla, { ...RENDERING, text: "My daughter is tired." }));
    await everywhere((session) => {
      expect(renderingsOn(session)).toMatchObject([{ text: "My daughter is tired." }]);
      expect(session.view().openRevision).toBe(digest);
    });
  });
});
