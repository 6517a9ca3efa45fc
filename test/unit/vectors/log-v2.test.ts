import { base64urlnopad, hex } from "@scure/base";
import { beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { judge, type Fact } from "../../../shared/consent/judge.ts";
import { foldRecord, type Statement } from "../../../shared/consent/record.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { deriveBytes } from "../../../shared/crypto/derive.ts";
import { clientIdOf } from "../../../shared/feed/head.ts";
import type { MeetingId, UtteranceId } from "../../../shared/feed/ids.ts";
import { Inbox } from "../../../shared/feed/inbox.ts";
import type { BrokenFeed } from "../../../shared/feed/incoming-feed.ts";
import type { VerifiedEntry } from "../../../shared/feed/verify.ts";
import type { MeetingSecrets } from "../../../shared/feed/write.ts";
import { readDocument, type Paragraph } from "../../../shared/meeting/document.ts";
import { unlock } from "../../../shared/meeting/secret.ts";
import { writerMark } from "../../../shared/meeting/owned-id.ts";
import { applySeed } from "../../../shared/text/seed.ts";
import type { Stated } from "../../../shared/meeting/stated.ts";
import { withoutPayload } from "../../cast/writing.ts";
import { asJson, readLog } from "../../vectors/log-v2.ts";

const log = readLog();
const bytesOf = (text: string): Bytes => new Uint8Array(base64urlnopad.decode(text));
const meeting = log.meeting.id as MeetingId; // the file holds one
const nameOf = (id: string | null) => log.voices.find((voice) => voice.id === id)?.name ?? "nobody";

let secrets: MeetingSecrets;
beforeAll(async () => {
  const { meetingKey } = await unlock(bytesOf(log.meeting.secret));
  secrets = { meeting: bytesOf(log.meeting.id), key: meetingKey };
});

/** Everything that comes out of the gate for these bytes, judged. */
async function read(bytes: readonly Bytes[]) {
  const { entries, broken } = await new Inbox(secrets).receive(bytes);
  const facts: Fact[] = [];
  const breaks: Pick<BrokenFeed, "feed" | "fromSeq">[] = broken.map(({ feed, fromSeq, reason }) => ({
    feed,
    fromSeq,
    reason,
  }));
  for (const entry of entries) {
    const fact = await judge(meeting, entry, await clientIdOf(secrets.meeting, entry.publicKey, entry.session));
    if (fact.ok) facts.push(fact.value);
    else breaks.push({ feed: entry.feed, fromSeq: entry.seq, ...{ reason: fact.reason } });
  }
  return { entries, facts, breaks };
}

function statementsIn(facts: readonly Fact[]): readonly Stated<Statement>[] {
  return facts.flatMap((fact) => (fact.kind === "statement" ? [fact.stated] : []));
}

/** The words of a document as `[who, words]`. */
function wordsIn(facts: readonly Fact[], target: UtteranceId | "summary") {
  const begun = statementsIn(facts).find(({ body }) => body.kind === "meeting-begun");
  if (begun?.body.kind !== "meeting-begun") throw new Error("the log begins a meeting");
  const doc = new Y.Doc();
  applySeed(doc, bytesOf(begun.body.seed), Symbol("seed"));
  for (const fact of facts) if (fact.kind === "edit" && fact.target === target) Y.applyUpdate(doc, fact.update);
  const voiceOf = (clientId: number) => log.feeds.find((feed) => feed.clientId === clientId)?.voice ?? null;
  const paragraphs: readonly Paragraph[] = readDocument(doc, voiceOf as Parameters<typeof readDocument>[1]); // the file's voices have ids
  return paragraphs.map(({ runs }) => runs.map(({ voice, text }) => [nameOf(voice), text]));
}

const all = log.entries.map(({ bytes }) => bytesOf(bytes));

describe("the golden log of format version 2", () => {
  it("unlocks with its secret", async () => {
    const { room } = await unlock(bytesOf(log.meeting.secret));
    expect(room).toBe(log.meeting.derived.room);
    for (const [name, purpose] of [
      ["meetingKey", "polyphony/meeting-key/1"],
      ["signalingKey", "polyphony/signaling/1"],
    ] as const) {
      const derived = await deriveBytes(bytesOf(log.meeting.secret), purpose, 32);
      expect(base64urlnopad.encode(derived)).toBe(log.meeting.derived[name]);
    }
  });

  it("verifies as a whole, each entry with its hash, its words and its place", async () => {
    const { entries, breaks } = await read(all);
    expect(breaks).toEqual([]);
    const shown = ({ feed, seq, at, kind, doc, hash, payload }: VerifiedEntry) => ({
      feed,
      seq,
      at,
      kind,
      doc,
      hash: hex.encode(hash),
      payload:
        kind === "statement"
          ? new TextDecoder().decode(payload ?? undefined)
          : base64urlnopad.encode(payload ?? all[0] ?? new Uint8Array(0)),
    });
    const byPlace = (a: { feed: string; seq: number }, b: { feed: string; seq: number }) =>
      a.feed === b.feed ? a.seq - b.seq : a.feed < b.feed ? -1 : 1;
    const bare = log.entries.map(({ feed, seq, at, kind, doc, hash, payload }) => ({
      feed,
      seq,
      at,
      kind,
      doc,
      hash,
      payload,
    }));
    expect(entries.map(shown).toSorted(byPlace)).toEqual(bare.toSorted(byPlace));
  });

  it("names its feeds and its writers as the program does", async () => {
    const { entries } = await read(all);
    for (const feed of log.feeds) {
      const entry = entries.find((one) => one.feed === feed.id);
      if (entry === undefined) throw new Error("every feed has an entry");
      expect(await clientIdOf(secrets.meeting, entry.publicKey, entry.session)).toBe(feed.clientId);
      const voice = log.voices.find(({ id }) => id === feed.voice);
      expect(base64urlnopad.encode(await writerMark(entry.publicKey))).toBe(voice?.mark);
    }
  });

  it("folds to the state it folded to on the day it was made", async () => {
    const { facts } = await read(all);
    const record = foldRecord(meeting, statementsIn(facts));
    // What later versions know beyond it does not matter.
    expect(asJson(record)).toMatchObject(log.expected.state);
    expect(record.meeting.order).toEqual(log.expected.order);
    expect(record.agreed).toBe(log.expected.agreed);
  });

  it("says what was said, each word with its voice", async () => {
    const { facts } = await read(all.toReversed());
    expect(wordsIn(facts, "summary")).toEqual(log.expected.summary);
    for (const [id, words] of Object.entries(log.expected.texts)) {
      expect(wordsIn(facts, id as UtteranceId)).toEqual(words); // the file's texts are under their ids
    }
  });

  it("still verifies when the payloads of its edits were dropped", async () => {
    const bare = log.entries.map(({ kind, bytes }) =>
      kind === "edit" ? withoutPayload(bytesOf(bytes)) : bytesOf(bytes),
    );
    const { facts, breaks } = await read(bare);
    expect(breaks).toEqual([]);
    expect(asJson(foldRecord(meeting, statementsIn(facts)))).toMatchObject(log.expected.state);
    expect(wordsIn(facts, "summary")).toEqual([[]]);
  });

  it.each(log.refused)("is not changed by $why, except for the feed that breaks", async ({ bytes, breaks }) => {
    const found = (await read([...all, bytesOf(bytes)])).breaks;
    expect(found).toEqual(breaks === null ? [] : [breaks]);
  });
});
