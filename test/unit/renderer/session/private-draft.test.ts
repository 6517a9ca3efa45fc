import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import { comeIn, granted, laptopIn, recordOf, say, type, typeLive, type Laptop } from "../../../cast/laptops.ts";
import { typeAtEnd } from "../../../cast/typing.ts";
import { entriesKept } from "../../../twins/what-is-kept.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

let b: Laptop;
let ellen: MeetingSession;
let samira: MeetingSession;

const read = (session: MeetingSession) => {
  const utterance = session.draft()?.utterance;
  return utterance === undefined ? null : plainText(session.utteranceText(utterance));
};

beforeEach(async () => {
  const room = new MemoryRoom();
  const a = await laptopIn(room);
  b = await laptopIn(room);
  const profile = (name: string, kind: "network" | "professional") =>
    ({ name, kind, relation: "", colour: kind === "network" ? "rust" : "teal" }) as const;
  ellen = granted(
    await a.meetings.begin({
      name: "",
      personCalled: "Samira",
      language: "en",
      profile: profile("Ellen", "professional"),
    }),
  );
  samira = await comeIn(b, ellen);
  const id = granted(await samira.introduce(profile("Samira", "network")));
  await soon(() => {
    expect(ellen.view().state.voices.has(id)).toBe(true);
  });
  granted(await ellen.admit(id));
  await soon(() => {
    expect(samira.draft()).not.toBeNull();
    expect(samira.privateNotes()).not.toBeNull();
  });
});

/** Closes the program and opens the meeting again. */
async function reopen(): Promise<void> {
  const { meeting } = samira.view();
  samira.close();
  samira = granted(await b.meetings.open(meeting));
  await soon(() => {
    expect(samira.privateNotes()).not.toBeNull();
  });
}

async function saved(): Promise<void> {
  await soon(() => {
    expect(samira.view().saving).toBe("saved");
  });
}

describe("words that are seen as they are written", () => {
  it("can be said at once, also while their first key is only on its way to be saved", async () => {
    granted(await samira.writeLive(true));
    await saved();
    expect(read(samira)).toBe("");
    let save = (): void => undefined;
    b.vault.holdUntil = new Promise<void>((resolve) => {
      save = resolve;
    });
    type(samira, "I want to sleep.");
    expect(read(samira)).toBe("I want to sleep.");
    const saying = samira.say();
    b.vault.holdUntil = null;
    save();
    granted(await saying);
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: I want to sleep."]);
    });
  });
});

describe("words that are seen when they are said", () => {
  it("are in no entry before, and with everyone as a whole afterwards", async () => {
    const before = await entriesKept(b.vault, samira.view().meeting);
    type(samira, "That's mine ");
    type(samira, "to tell.");
    expect(samira.draft()?.isSeen).toBe(false);
    expect(samira.view().saving).toBe("saving");
    await saved();
    expect(await entriesKept(b.vault, samira.view().meeting)).toHaveLength(before.length);
    granted(await samira.say());
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: That's mine to tell."]);
    });
    expect(recordOf(samira)).toEqual(recordOf(ellen));
    expect(await entriesKept(b.vault, samira.view().meeting)).toHaveLength(before.length + 3);
    await soon(() => {
      expect(samira.privateNotes()?.draft).toBeNull();
    });
    expect(read(samira)).toBe("");
  });

  it("are there again after the program was closed, to be gone on with and said", async () => {
    samira.shapeDraft({ answers: await say(ellen, "What would you like to use this time for?") });
    type(samira, "I want to ");
    const { utterance } = samira.draft() ?? { utterance: null };
    await saved();
    await reopen();
    expect(samira.draft()?.utterance).toBe(utterance);
    expect(samira.draft()?.answers).not.toBeNull();
    expect(read(samira)).toBe("I want to ");
    type(samira, "sleep.");
    granted(await samira.say());
    await soon(() => {
      expect(recordOf(ellen).at(-1)).toBe("Samira: I want to sleep.");
    });
    expect(ellen.view().quarantines).toEqual([]);
  });

  it("are not there again once they were said", async () => {
    await say(samira, "I want to sleep.");
    await reopen();
    expect(read(samira)).toBe("");
  });

  it("are shown as they stand when their voice wishes to be seen, and every key from then on", async () => {
    type(samira, "I want");
    granted(await samira.writeLive(true));
    expect(samira.draft()?.isSeen).toBe(true);
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: I want"]);
    });
    typeAtEnd(samira.draft()?.doc ?? raise(), " to sleep.");
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: I want to sleep."]);
    });
    expect(samira.privateNotes()).toMatchObject({ live: true, draft: null });
  });

  it("are taken back from the others when their voice wishes that, and stay here", async () => {
    await typeLive(samira, "I want");
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: I want"]);
    });
    granted(await samira.writeLive(false));
    expect([samira.draft()?.isSeen, read(samira)]).toEqual([false, "I want"]);
    await soon(() => {
      expect(recordOf(ellen)).toEqual([]);
    });
    type(samira, " to sleep.");
    granted(await samira.say());
    await soon(() => {
      expect(recordOf(ellen)).toEqual(["Samira: I want to sleep."]);
    });
  });
});

describe("words that are written down for someone else", () => {
  it("are seen at once, so that they can look on, and not where the one who writes has chosen otherwise", async () => {
    const speaker = samira.view().speakingAs;
    ellen.shapeDraft({ speaker });
    type(ellen, "I want to sleep.");
    await soon(() => {
      expect(recordOf(samira)).toEqual(["Samira: I want to sleep."]);
    });
    granted(await ellen.writeLive(false));
    await soon(() => {
      expect(recordOf(samira)).toEqual([]);
    });
    expect([ellen.draft()?.isSeen, ellen.privateNotes()?.live]).toEqual([false, false]);
  });
});

describe("a draft that was let go of", () => {
  it("can be brought back once, seen by nobody or seen by all as it was before", async () => {
    for (const live of [false, true]) {
      granted(await samira.writeLive(live));
      type(samira, "Don't call her.");
      granted(await samira.discardDraft());
      expect([read(samira), samira.canBringBack()]).toEqual(["", true]);
      samira.bringBackDraft();
      expect([read(samira), samira.canBringBack(), samira.draft()?.isSeen]).toEqual(["Don't call her.", false, live]);
      granted(await samira.discardDraft());
      await soon(() => {
        expect(recordOf(ellen)).toEqual([]);
      });
    }
  });
});

function raise(): never {
  throw new Error("Samira may write");
}
