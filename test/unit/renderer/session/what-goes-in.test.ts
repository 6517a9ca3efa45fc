import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { PARTS_OF_COPY } from "../../../../shared/consent/statements.ts";
import type { UtteranceId, VoiceId } from "../../../../shared/feed/ids.ts";
import { comeIn, granted, laptopIn, recordOf, say, type } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

let ellen: MeetingSession;
let samira: MeetingSession;
let ids: { ellen: VoiceId; samira: VoiceId };

beforeEach(async () => {
  const room = new MemoryRoom();
  const [a, b] = [await laptopIn(room), await laptopIn(room)];
  const nurse = { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" } as const;
  ellen = granted(await a.meetings.begin({ name: "", personCalled: "Samira", language: "en", profile: nurse }));
  samira = await comeIn(b, ellen);
  const id = granted(await samira.introduce({ name: "Samira", kind: "person", relation: "", colour: "rust" }));
  await soon(() => {
    expect(ellen.view().state.voices.has(id)).toBe(true);
  });
  granted(await ellen.admit(id));
  await soon(() => {
    expect(samira.draft()).not.toBeNull();
  });
  ids = { samira: id, ellen: ellen.view().speakingAs ?? id };
});

const mayGoIn = (session: MeetingSession, utterance: UtteranceId) =>
  session.view().state.utterances.get(utterance)?.forRecord;
const inText = (session: MeetingSession) => {
  const { openRevision, revisions } = session.view();
  return openRevision === null ? null : (revisions.get(openRevision)?.revision.utterances ?? []).map(({ id }) => id);
};

describe("one’s own words", () => {
  it("are kept out of a text by their voice alone, whoever proposes it, and go in again by its word", async () => {
    const said = await say(samira, "She was like this when Dad left.");
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: She was like this when Dad left."]);
    });
    expect(await ellen.letIntoRecord(said, false)).toEqual({ ok: false, reason: "not-yours" });
    granted(await samira.letIntoRecord(said, false));
    await soon(() => {
      expect(mayGoIn(ellen, said)).toBe(false);
    });
    granted(await ellen.propose([said]));
    expect(inText(ellen)).toEqual([]);
    granted(await samira.letIntoRecord(said, true));
    await soon(() => {
      expect(mayGoIn(ellen, said)).toBe(true);
    });
    granted(await ellen.propose([said]));
    expect(inText(ellen)).toEqual([said]);
  });

  it("are kept out in every wording, and stay out when they are put differently once more", async () => {
    const first = await say(samira, "I am ill.");
    granted(samira.putDifferently(first));
    type(samira, " No: I am frightened.");
    const second = granted(await samira.say());
    granted(await samira.letIntoRecord(second, false));
    expect([mayGoIn(samira, first), mayGoIn(samira, second)]).toEqual([false, false]);
    granted(samira.putDifferently(second));
    type(samira, " At night.");
    const third = granted(await samira.say());
    expect(mayGoIn(samira, third)).toBe(false);
    granted(await samira.letIntoRecord(third, true));
    expect(mayGoIn(samira, third)).toBe(true);
  });

  it("that everyone has agreed to have in the record are in it: what can be taken back is the yes", async () => {
    const said = await say(samira, "I want to sleep.");
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: I want to sleep."]);
    });
    const digest = granted(await ellen.propose([said]));
    granted(await ellen.consent(ids.ellen, digest));
    await soon(() => {
      expect(samira.view().openRevision).toBe(digest);
    });
    granted(await samira.consent(ids.samira, digest));
    await soon(() => {
      expect(samira.view().agreed).toBe(digest);
    });
    expect(await samira.letIntoRecord(said, false)).toEqual({ ok: false, reason: "agreed-already" });
  });
});

describe("a text that is more than the others would read", () => {
  it("is not proposed, and without its longest words it is", async () => {
    const long = await say(samira, "I walk. ".repeat(12_501));
    await soon(() => {
      expect(ellen.view().state.utterances.get(long)?.said).toBe(true);
    });
    expect(await ellen.propose([long])).toEqual({ ok: false, reason: "text-too-long" });
    expect(ellen.view().openRevision).toBeNull();
    const digest = granted(await ellen.propose([]));
    await soon(() => {
      expect(samira.view().openRevision).toBe(digest);
    });
  });
});

describe("a text for someone outside the room", () => {
  it("stands only with the yes of the person at the centre, and goes on standing when that is said otherwise later", async () => {
    const gp = granted(await ellen.nameReader("the GP"));
    const refused = await ellen.propose([], [{ id: gp, parts: PARTS_OF_COPY }]);
    expect(refused).toEqual({ ok: false, reason: "not-proposed-here" });
    expect(ellen.view().openRevision).toBeNull();
    await soon(() => {
      expect(samira.view().state.readers.has(gp)).toBe(true);
    });
    granted(await samira.permitReader(gp, true));
    await soon(() => {
      expect(ellen.view().state.readers.get(gp)?.permitted).toBe(true);
    });
    const digest = granted(await ellen.propose([], [{ id: gp, parts: PARTS_OF_COPY }]));
    expect(ellen.view().openRevision).toBe(digest);
    granted(await samira.permitReader(gp, false));
    await soon(() => {
      expect(ellen.view().state.readers.get(gp)?.permitted).toBe(false);
    });
    expect(ellen.view().openRevision).toBe(digest);
  });
});
