import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { MAX_PAYLOAD_BYTES } from "../../../../shared/feed/entry.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import { comeIn, granted, laptopIn, recordOf, type, typeLive, type Laptop } from "../../../cast/laptops.ts";
import { ellen as ellensKeys, samira as samirasKeys } from "../../../cast/seven-voices.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const TOO_LONG = "My sister's letter. ".repeat(Math.ceil((MAX_PAYLOAD_BYTES + 1) / 20));
const REFUSED = { ok: false, reason: "words-too-long" };

let room: MemoryRoom;
let laptops: readonly [Laptop, Laptop];
let ellen: MeetingSession;
let samira: MeetingSession;
let samiraId: VoiceId;

beforeEach(async () => {
  room = new MemoryRoom();
  laptops = [await laptopIn(room), await laptopIn(room)];
  const wish = { name: "", personCalled: "Samira", language: "en", profile: ellensKeys.profile };
  ellen = granted(await laptops[0].meetings.begin(wish));
  samira = await comeIn(laptops[1], ellen);
  samiraId = granted(await samira.introduce(samirasKeys.profile));
  await soon(() => {
    expect(ellen.view().state.voices.has(samiraId)).toBe(true);
  });
  granted(await ellen.admit(samiraId));
  await soon(() => {
    expect(samira.draft()).not.toBeNull();
  });
});

const written = (session: MeetingSession) => {
  const draft = session.draft();
  return draft === null ? null : plainText(session.utteranceText(draft.utterance));
};
const isSaved = () =>
  soon(() => {
    expect(samira.view().saving).toBe("saved");
  });

describe("words that are too long for one piece", () => {
  it("are not said, stay where they were written, and are there again after the program was closed", async () => {
    granted(await samira.writeLive(false));
    type(samira, TOO_LONG);
    expect(await samira.say()).toEqual(REFUSED);
    expect(written(samira) === TOO_LONG).toBe(true);
    await isSaved();
    samira.close();
    const again = granted(await laptops[1].meetings.open(samira.view().meeting));
    await soon(() => {
      expect(written(again) === TOO_LONG).toBe(true);
    });
    expect(await again.say()).toEqual(REFUSED);
    expect(recordOf(ellen)).toEqual([]);
  });

  it("are not shown as they are written either: they go on here, and what is said next is said whole", async () => {
    await typeLive(samira, "It says: ");
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: It says: "]);
    });
    type(samira, TOO_LONG);
    await soon(() => {
      expect(samira.draft()?.isSeen).toBe(false);
      expect(ellen.view().state.order).toEqual([]);
    });
    expect(written(samira) === `It says: ${TOO_LONG}`).toBe(true);
    expect(await samira.say()).toEqual(REFUSED);
    expect(await samira.writeLive(true)).toEqual(REFUSED);
    await isSaved();
    granted(await samira.discardDraft());
    type(samira, "It says that she is coming.");
    expect(samira.draft()?.isSeen).toBe(true);
    granted(await samira.say());
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: It says that she is coming."]);
    });
  });

  it("are kept from the others also when they are the first that is written", async () => {
    granted(await samira.writeLive(true));
    type(samira, TOO_LONG);
    await soon(() => {
      expect(samira.draft()?.isSeen).toBe(false);
    });
    expect(written(samira) === TOO_LONG).toBe(true);
    expect(await samira.say()).toEqual(REFUSED);
    await isSaved();
    expect(ellen.view().state.utterances.size).toBe(0);
  });

  it("reach everyone whole where they became so bit by bit, in front of everyone", async () => {
    const part = TOO_LONG.slice(0, Math.ceil(TOO_LONG.length / 3));
    for (let times = 0; times < 4; times += 1) await typeLive(samira, part);
    const said = granted(await samira.say());
    await soon(() => {
      expect(ellen.view().state.utterances.get(said)?.said).toBe(true);
      expect(plainText(ellen.utteranceText(said)).length).toBe(4 * part.length);
    });
  });

  it("are refused where something else is stated in words, and nothing is stated", async () => {
    expect(await samira.wordWish(samiraId, TOO_LONG)).toEqual(REFUSED);
    expect(await samira.wordDecision(TOO_LONG, true)).toEqual(REFUSED);
    expect(await samira.nameReader(TOO_LONG)).toEqual(REFUSED);
    const { wishes, decisions, readers } = ellen.view().state;
    expect([wishes.size, decisions.size, readers.size]).toEqual([0, 0, 0]);
    expect(recordOf(ellen)).toEqual([]);
    expect(ellen.view().quarantines).toEqual([]);
  });
});

describe("the longest words that are said", () => {
  it("reach everyone", async () => {
    granted(await samira.writeLive(false));
    const words = "a".repeat(MAX_PAYLOAD_BYTES - 1024);
    type(samira, words);
    const said = granted(await samira.say());
    await soon(() => {
      expect(plainText(ellen.utteranceText(said)) === words).toBe(true);
    });
  });
});
