import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Summary } from "../../../../renderer/session/summary-desk.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";
import type { FeedId, VoiceId } from "../../../../shared/feed/ids.ts";
import type { PlacedEntry } from "../../../../shared/meeting/removal.ts";
import { plainText } from "../../../../shared/meeting/document.ts";
import { createSeed, ROOT_NAME } from "../../../../shared/meeting/seed.ts";
import { karim, layla, samira, type CastVoice } from "../../../cast/seven-voices.ts";

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
  const other = new Y.Doc();
  Y.applyUpdate(other, createSeed());
  other.clientID = clientId;
  const before = Y.encodeStateVector(other);
  write(other, words);
  return new Uint8Array(Y.encodeStateAsUpdate(other, before));
}

function write(doc: Y.Doc, words: string): void {
  const paragraph = doc.get(ROOT_NAME, Y.XmlElement).get(0) as Y.XmlElement; // the seed's paragraph
  const text = new Y.XmlText();
  doc.transact(() => {
    paragraph.insert(paragraph.length, [text]);
    text.insert(0, words);
  });
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
    write(summary.doc, "I’m frightened.");
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

  it("is the same object until its words change, and tells when they do", () => {
    summary.settle(createSeed(), everyone);
    const before = summary.read();
    expect(summary.read()).toBe(before);
    const toldBefore = told;
    write(summary.doc, "I’m frightened.");
    expect(told).toBeGreaterThan(toldBefore);
    expect(summary.read()).not.toBe(before);
  });
});
