import type { FeedId } from "../../../../shared/feed/ids.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TextShelf } from "../../../../renderer/session/text-shelf.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import type { UtteranceId } from "../../../../shared/feed/ids.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import { lettersOf } from "../../../../shared/text/letters.ts";
import { createSeed } from "../../../../shared/text/seed.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { samira } from "../../../cast/seven-voices.ts";
import { emptyDoc, typeAtEnd } from "../../../cast/typing.ts";

let hers: UtteranceId;
let shelf: TextShelf;
let edits: Bytes[];
let counted: (seq: number) => boolean;

beforeAll(async () => {
  hers = await utteranceOf(samira, 1);
  // What her editor made of "I want " and "to sleep."
  const doc = emptyDoc(11);
  edits = [];
  doc.on("update", (update: Uint8Array) => edits.push(new Uint8Array(update)));
  typeAtEnd(doc, "I want ");
  typeAtEnd(doc, "to sleep.");
});

beforeEach(() => {
  counted = () => true;
  shelf = new TextShelf({
    voiceOf: (clientId) => (clientId === 11 ? samira.id : null),
    seed: () => createSeed(),
    counts: (_, { seq }) => counted(seq),
  });
});

const feed = `${samira.id}/session` as FeedId; // any text
const words = () => plainText(shelf.read(hers));
const add = (...which: readonly number[]) => {
  for (const index of which) shelf.add(hers, edits[index] ?? new Uint8Array(0), { voice: samira.id, feed, seq: index });
};

describe("the words of an utterance", () => {
  it("are read as its voice wrote them", () => {
    add(0, 1);
    expect(shelf.read(hers)).toEqual([{ style: "paragraph", runs: [{ voice: samira.id, text: "I want to sleep." }] }]);
  });

  it("are the same in any order and with any repeats", () => {
    add(1, 0, 1, 0);
    expect(words()).toBe("I want to sleep.");
  });

  it("are none while nothing of them has come, and the same object until something does", () => {
    expect(shelf.read(hers)).toEqual([]);
    add(0);
    const before = shelf.read(hers);
    expect(shelf.read(hers)).toBe(before);
    add(1);
    expect(shelf.read(hers)).not.toBe(before);
  });

  it("are told of when they change, until nobody wants to know", () => {
    let told = 0;
    const leave = shelf.subscribe(hers, () => (told += 1));
    add(0);
    expect(told).toBe(1);
    leave();
    add(1);
    expect(told).toBe(1);
  });

  it("are live in an open document, and stay readable when it is let go of", () => {
    add(0);
    const nextSession = 21;
    const doc = shelf.openDoc(hers, nextSession);
    expect(shelf.openDoc(hers, nextSession)).toBe(doc);
    add(1);
    expect(lettersOf(doc).toJSON()).toContain("I want to sleep.");
    shelf.release(hers);
    expect(words()).toBe("I want to sleep.");
  });

  it("are as they were said: what comes later is in nothing that is read", () => {
    counted = (seq) => seq < 1;
    add(0, 1);
    expect(words()).toBe("I want ");
    expect(lettersOf(shelf.openDoc(hers, 21)).toJSON()).not.toContain("to sleep.");
  });

  it("are read anew, and told of, when it turns out that some of them were not said", () => {
    add(0, 1);
    expect(words()).toBe("I want to sleep.");
    let told = 0;
    shelf.subscribe(hers, () => (told += 1));
    shelf.recount();
    expect(told).toBe(0);
    counted = (seq) => seq < 1;
    shelf.recount();
    expect(told).toBe(1);
    expect(words()).toBe("I want ");
  });

  it("are read as they are typed, also where no edit was made of them yet", () => {
    const doc = shelf.openDoc(hers, 21);
    expect(words()).toBe("");
    typeAtEnd(doc, "I want");
    shelf.touch(hers);
    expect(words()).toBe("I want");
  });
});
