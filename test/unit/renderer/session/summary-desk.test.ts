import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Summary } from "../../../../renderer/session/summary-desk.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import type { FeedId, VoiceId } from "../../../../shared/feed/ids.ts";
import type { PlacedEntry } from "../../../../shared/meeting/removal.ts";
import { condense } from "../../../../shared/meeting/condense.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import { createSeed } from "../../../../shared/text/seed.ts";
import { karim, layla, samira, type CastVoice } from "../../../cast/seven-voices.ts";
import { crossOut, emptyDoc, typeAtEnd } from "../../../cast/typing.ts";

const writers = new Map([
  [11, samira.id],
  [12, layla.id],
  [13, karim.id],
]);

let summary: Summary;
let typed: Bytes[];
let told: number;

beforeEach(() => {
  [typed, told] = [[], 0];
  summary = new Summary({
    voiceOf: (clientId) => writers.get(clientId) ?? null,
    onKey: (edit) => typed.push(edit),
    onCursor: () => undefined,
  });
  summary.subscribe(() => (told += 1));
});

/** What another laptop's editor makes of these words. */
function editBy(clientId: number, words: string): Bytes {
  const other = emptyDoc(clientId);
  const before = Y.encodeStateVector(other);
  typeAtEnd(other, words);
  return new Uint8Array(Y.encodeStateAsUpdate(other, before));
}

/** What another laptop has after its voice has typed these words. */
function laptopWith(clientId: number, typedThere: string): Y.Doc {
  const other = emptyDoc(clientId);
  typeAtEnd(other, typedThere);
  return other;
}

const by = ({ id: voice }: CastVoice): PlacedEntry => ({ voice, feed: `${voice}/session` as FeedId, seq: 0 }); // any text
const everyone = () => true;
const words = () => plainText(summary.read());

describe("the summary on one laptop", () => {
  it("is empty until the meeting's first entry has come, whatever came before it", () => {
    summary.add(editBy(11, "I’m frightened."), by(samira));
    summary.settle(null, everyone);
    expect(words()).toBe("");
    summary.settle(createSeed(), everyone);
    expect(words()).toBe("I’m frightened.");
  });

  it("shows what a voice wrote once it is let in, and then all of it", () => {
    summary.add(editBy(11, "I’m frightened."), by(samira));
    summary.add(editBy(13, "Dad left."), by(karim));
    const letIn = new Set<VoiceId>([samira.id]);
    summary.settle(createSeed(), (voice) => letIn.has(voice));
    expect(words()).toBe("I’m frightened.");
    letIn.add(karim.id);
    summary.settle(createSeed(), (voice) => letIn.has(voice));
    expect(words()).toContain("Dad left.");
  });

  it("gives out what is typed here, under the client id of whoever speaks, and nothing of the others'", () => {
    summary.settle(createSeed(), everyone);
    summary.add(editBy(12, "I am afraid at night."), by(layla));
    summary.settle(createSeed(), everyone);
    expect(typed).toEqual([]);
    summary.writeUnder(11);
    typeAtEnd(summary.text.doc, "I’m frightened.");
    expect(typed).toHaveLength(1);
    expect(Y.decodeUpdate(typed[0] ?? new Uint8Array(0)).structs.every(({ id }) => id.client === 11)).toBe(true);
    const voices = summary.read().flatMap(({ runs }) => runs.map(({ voice }) => voice));
    expect(new Set(voices)).toEqual(new Set([samira.id, layla.id]));
  });

  it("is not changed by an edit that comes twice", () => {
    summary.settle(createSeed(), everyone);
    for (let count = 0; count < 2; count += 1) summary.add(editBy(11, "I’m frightened."), by(samira));
    summary.settle(createSeed(), everyone);
    expect(words()).toBe("I’m frightened.");
  });

  it("loses no key that is typed before the editor has moved to the document without what was let go of", () => {
    summary.writeUnder(11);
    summary.settle(createSeed(), everyone);
    const karims = laptopWith(13, "Dad left. We met. ");
    summary.add(Y.encodeStateAsUpdate(karims) as Bytes, by(karim)); // Yjs encodes into ordinary buffers
    crossOut(karims, "Dad left. ");
    const condensed = condense(karims, new Set([13]));
    summary.add(condensed, { ...by(karim), seq: 1 });
    summary.settle(createSeed(), everyone);
    const former = summary.text.doc;
    expect(summary.letGo(({ seq }) => seq === 0)).toBe(true);
    expect(words()).toBe("We met. ");
    typeAtEnd(former, "I’m frightened.");
    typeAtEnd(summary.text.doc, " I want to sleep.");
    expect(words()).toContain("I’m frightened.");
    expect(words()).toContain(" I want to sleep.");
    expect(words()).not.toContain("Dad");
    expect(summary.text.doc.clientID).toBe(11);
    expect(typed).toHaveLength(2);
  });

  it("takes nothing in of what is refused because it changes what was said", () => {
    summary.settle(createSeed(), everyone);
    const said = editBy(13, "Dad left.");
    summary.add(said, by(karim));
    summary.settle(createSeed(), everyone);
    expect(summary.isContradictedBy(editBy(13, "Dad stays, and more than was said"))).toBe(true);
    expect(words()).toBe("Dad left.");
  });

  it("is the same object until its words change, and tells when they do", () => {
    summary.settle(createSeed(), everyone);
    const before = summary.read();
    expect(summary.read()).toBe(before);
    const toldBefore = told;
    typeAtEnd(summary.text.doc, "I’m frightened.");
    expect(told).toBeGreaterThan(toldBefore);
    expect(summary.read()).not.toBe(before);
  });
});
