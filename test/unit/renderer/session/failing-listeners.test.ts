import { beforeEach, describe, expect, it } from "vitest";
import type { Doc } from "yjs";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { failing, reportedErrors } from "../../../cast/failing.ts";
import { comeIn, granted, laptopIn, recordOf, say, typeLive, type Laptop } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { typeAtEnd } from "../../../cast/typing.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const ELLEN: Profile = { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" };
const SAMIRA: Profile = { name: "Samira", kind: "person", relation: "", colour: "rust" };
const LAYLA: Profile = { name: "Layla", kind: "network", relation: "Samira’s mother", colour: "plum" };

const reported = reportedErrors();

/** Ellen's laptop has no fault. On Samira's, something that listens to the session throws. */
let ellen: MeetingSession;
let samira: MeetingSession;
let hers: Laptop;
let samiraId: VoiceId;

beforeEach(async () => {
  const room = new MemoryRoom();
  const a = await laptopIn(room);
  hers = await laptopIn(room);
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en", profile: ELLEN };
  ellen = granted(await a.meetings.begin(wish));
  samira = await comeIn(hers, ellen);
  samiraId = granted(await samira.introduce(SAMIRA));
  await soon(() => {
    expect(ellen.view().state.voices.has(samiraId)).toBe(true);
  });
  granted(await ellen.admit(samiraId));
  await soon(() => {
    expect(samira.draft()).not.toBeNull();
  });
});

/** Whatever Ellen does shows on Samira's laptop. */
async function hearsEllen(): Promise<void> {
  await say(ellen, "What would you like to use this time for?");
  typeAtEnd(ellen.summary.text.doc, "Five nights at home.");
  granted(await ellen.pause());
  await soon(() => {
    expect(recordOf(samira)).toEqual(["Ellen: What would you like to use this time for?"]);
    expect(plainText(samira.summaryText())).toContain("Five nights at home.");
    expect(samira.view().state.pause).not.toBeNull();
  });
  granted(await ellen.resume());
  const digest = granted(await ellen.propose([]));
  await soon(() => {
    expect(samira.view().openRevision).toBe(digest);
  });
}

/** Whatever Samira does is saved on her laptop, and shows on Ellen's. */
async function isHeardByEllen(): Promise<void> {
  await typeLive(samira, "I want to sl");
  await soon(() => {
    expect(recordOf(ellen).at(-1)).toBe("Samira: I want to sl");
  });
  granted(await samira.say());
  await soon(() => {
    expect(samira.view().saving).toBe("saved");
    expect(plainText(ellen.summaryText())).toContain("I am frightened.");
  });
  const { meeting } = samira.view();
  samira.close();
  samira = granted(await hers.meetings.open(meeting));
  expect(recordOf(samira).at(-1)).toBe("Samira: I want to sl");
  expect(plainText(samira.summaryText())).toContain("I am frightened.");
}

/** What an editor hangs on a document: observers of whatever is in it. */
function observe(doc: Doc, observer: () => void): void {
  for (const type of doc.share.values()) type.observeDeep(observer);
}

describe("a listener that throws", () => {
  it("to the view: the session goes on, and the next listener hears", async () => {
    let heard = 0;
    samira.subscribe(failing);
    samira.subscribe(() => (heard += 1));
    await hearsEllen();
    typeAtEnd(samira.summary.text.doc, "I am frightened.");
    await isHeardByEllen();
    expect(heard).toBeGreaterThan(3);
    expect(new Set(reported.messages())).toEqual(new Set(["a listener has failed"]));
  });

  it("to the words of an utterance: they go on coming, and the next listener hears", async () => {
    await typeLive(ellen, "What would you ");
    await soon(() => {
      expect(recordOf(samira)).toEqual(["Ellen: What would you "]);
    });
    const [utterance] = samira.view().state.order;
    if (utterance === undefined) throw new Error("Ellen has begun to write");
    const heard: string[] = [];
    samira.subscribeToText(utterance, failing);
    samira.subscribeToText(utterance, () => heard.push(plainText(samira.utteranceText(utterance))));
    await typeLive(ellen, "like to use this time for?");
    await soon(() => {
      expect(heard.at(-1)).toBe("What would you like to use this time for?");
    });
    expect(reported.messages()).toContain("a listener has failed");
  });

  it("to the summary: the session goes on, and the next listener hears", async () => {
    const heard: string[] = [];
    samira.subscribeToText("summary", failing);
    samira.subscribeToText("summary", () => heard.push(plainText(samira.summaryText())));
    await hearsEllen();
    typeAtEnd(samira.summary.text.doc, "I am frightened.");
    await isHeardByEllen();
    expect(heard.at(-1)).toContain("I am frightened.");
    expect(reported.messages()).toContain("a listener has failed");
  });

  it("to the cursors: who is here goes on being seen, and the next listener hears", async () => {
    let heard = 0;
    samira.summary.subscribeToCursors(failing);
    samira.summary.subscribeToCursors(() => (heard += 1));
    const ellenId = ellen.view().speakingAs;
    const layla = granted(await ellen.introduce(LAYLA));
    granted(await ellen.admit(layla));
    if (ellenId !== null) ellen.speakAs(ellenId);
    await soon(() => {
      expect(samira.view().present).toContain(layla);
    });
    expect(heard).toBeGreaterThan(0);
    await hearsEllen();
    expect(reported.messages()).toContain("a listener has failed");
  });
});

describe("an editor that throws", () => {
  it("while it takes in the words of others: more of them go on coming", async () => {
    // Reading it settles of what type the document's root is, which an editor does as well.
    expect(plainText(samira.summaryText())).toBe("");
    observe(samira.summary.text.doc, failing);
    await hearsEllen();
    typeAtEnd(ellen.summary.text.doc, "And the weekend too.");
    await soon(() => {
      expect(plainText(samira.summaryText())).toContain("And the weekend too.");
    });
    expect(reported.messages()).toContain("a listener has failed");
  });

  it("at a change in its document: what is typed is saved and sent all the same", async () => {
    samira.summary.text.doc.on("update", failing);
    typeAtEnd(samira.summary.text.doc, "I am ");
    typeAtEnd(samira.summary.text.doc, "frightened.");
    await soon(() => {
      expect(plainText(ellen.summaryText())).toContain("I am frightened.");
    });
    const draft = samira.draft();
    draft?.doc.on("update", failing);
    await hearsEllen();
    await isHeardByEllen();
    expect(reported.messages()).toContain("a listener has failed");
  });
});
