/**
 * Wrote `log-v2.json`, once, on 2026-12-01: `node test/vectors/make-log-v2.ts`. Kept to show how the golden log was made. It is
 * never run by tests, and running it again makes another log, because every seal has a random nonce: then it
 * would no longer be true that today's program reads what was written on that day.
 */
import { writeFileSync } from "node:fs";
import { base64urlnopad, hex } from "@scure/base";
import * as Y from "yjs";
import { signConsent } from "../../shared/consent/proof.ts";
import { encodeStatement, foldRecord, type Statement } from "../../shared/consent/record.ts";
import { freezeRevision } from "../../shared/consent/revision.ts";
import { digestOf } from "../../shared/consent/root.ts";
import { judge } from "../../shared/consent/judge.ts";
import { joinBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { deriveBytes } from "../../shared/crypto/derive.ts";
import { readPrivateKey, sha256, sign } from "../../shared/crypto/keys.ts";
import { seal } from "../../shared/crypto/seal.ts";
import { encodeEntry, encodeHeader, messageOf, type EntryKind } from "../../shared/feed/entry.ts";
import { beginFeed, clientIdOf, type FeedHead } from "../../shared/feed/head.ts";
import type { DocName, SessionId, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { Inbox } from "../../shared/feed/inbox.ts";
import { createEntry } from "../../shared/feed/write.ts";
import { readDocument, type Paragraph } from "../../shared/meeting/document.ts";
import { unlock } from "../../shared/meeting/secret.ts";
import { meetingIdOf } from "../../shared/meeting/meeting-id.ts";
import { docOfUtterance, SUMMARY_DOC, writerMark } from "../../shared/meeting/owned-id.ts";
import { createSeed } from "../../shared/text/seed.ts";
import { markLetters } from "../../shared/text/write.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { crossOut, emptyDoc, lettersThatRead, typeAt, typeAtEnd, typeHeading } from "../cast/typing.ts";
import { asJson, type LogVector } from "./log-v2.ts";

const TICKS_PER_MS = 1024;
/** Thursday at five. */
const BEGAN_MS = Date.UTC(2026, 10, 19, 17, 0);
let minute = 0;

interface Person {
  readonly name: string;
  readonly id: VoiceId;
  readonly privateKey: CryptoKey;
  readonly seed: string;
  readonly publicKey: Bytes;
  readonly profile: Profile;
}

async function person(number: number, profile: Profile): Promise<Person> {
  const seed = hex.encode(new Uint8Array(32).fill(number));
  const pkcs8 = new Uint8Array(Buffer.from(`302e020100300506032b657004220420${seed}`, "hex"));
  const exportable = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", exportable);
  const publicKey = new Uint8Array(Buffer.from(x, "base64url"));
  const { voice } = beginFeed(publicKey, new Uint8Array(16));
  return { name: profile.name, id: voice, privateKey: await readPrivateKey(pkcs8), seed, publicKey, profile };
}

const ellen = await person(0xe1, { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" });
const samira = await person(0x5a, { name: "Samira", kind: "person", relation: "", colour: "rust" });
const layla = await person(0x1a, { name: "Layla", kind: "network", relation: "Samira’s mother", colour: "plum" });
const people = [ellen, samira, layla];
const nameOf = (id: VoiceId | null) => people.find((one) => one.id === id)?.name ?? "nobody";

const secret = new Uint8Array(32).fill(0x77);
const nonce = new Uint8Array(32).fill(0x42);
const meeting = await meetingIdOf(ellen.publicKey, nonce);
const { meetingKey } = await unlock(secret);
const secrets = { meeting: new Uint8Array(base64urlnopad.decode(meeting)), key: meetingKey };

/** A feed while it is written: who writes, under which client id, and the documents as that laptop has them. */
interface Pen {
  readonly by: Person;
  readonly session: SessionId;
  readonly clientId: number;
  /** What the laptop's wall clock shows. */
  readonly clockMs: () => number;
  head: FeedHead;
}

async function pen(by: Person, number: number, clockMs = () => BEGAN_MS + minute * 60_000): Promise<Pen> {
  const head = beginFeed(by.publicKey, new Uint8Array(16).fill(number));
  // A session's id is made of these bytes.
  const session = base64urlnopad.encode(head.session) as SessionId;
  return { by, session, clockMs, head, clientId: await clientIdOf(secrets.meeting, by.publicKey, head.session) };
}

const ellens = await pen(ellen, 1);
const samiras = await pen(samira, 2);
/** Layla's laptop has a flat battery and believes it is 1970. */
const laylas = await pen(layla, 3, () => 0);
/** Samira's laptop was started anew in the middle of the meeting. */
const samirasSecond = await pen(samira, 4);

const entries: LogVector["entries"][number][] = [];
const believed: Stated<Statement>[] = [];
const docs = new Map<DocName, Y.Doc>();
let lastAt = 0;

async function put(own: Pen, kind: EntryKind, doc: DocName, payload: Bytes): Promise<void> {
  const at = Math.max(lastAt + 1, own.clockMs() * TICKS_PER_MS);
  lastAt = at;
  const { feed, nextSeq: seq } = own.head;
  const { bytes, head } = await createEntry(secrets, own.by.privateKey, own.head, { kind, doc, at, payload });
  own.head = head;
  entries.push({
    feed,
    seq,
    at,
    kind,
    doc,
    hash: hex.encode(head.hash),
    payload: kind === "statement" ? new TextDecoder().decode(payload) : base64urlnopad.encode(payload),
    bytes: base64urlnopad.encode(bytes),
  });
}

async function state(own: Pen, body: Statement): Promise<void> {
  minute += 1;
  const { feed, nextSeq: seq, voice } = own.head;
  await put(own, "statement", "" as DocName, encodeStatement(body)); // a statement belongs to no document
  believed.push({ voice, feed, seq, at: lastAt, body });
}

function docOf(name: DocName): Y.Doc {
  const known = docs.get(name);
  if (known !== undefined) return known;
  const doc = emptyDoc();
  docs.set(name, doc);
  return doc;
}

async function edit(own: Pen, name: DocName, change: (doc: Y.Doc) => void): Promise<void> {
  const doc = docOf(name);
  doc.clientID = own.clientId;
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): number => updates.push(update);
  doc.on("update", keep);
  doc.transact(() => {
    change(doc);
  });
  doc.off("update", keep);
  await put(own, "edit", name, new Uint8Array(Y.mergeUpdates(updates)));
}

async function utterance(by: Person, number: number): Promise<UtteranceId> {
  // An utterance's id is made of these bytes.
  return base64urlnopad.encode(
    joinBytes(await writerMark(by.publicKey), new Uint8Array(8).fill(number)),
  ) as UtteranceId;
}

async function say(
  own: Pen,
  number: number,
  words: readonly string[],
  more: { answers?: UtteranceId; phase?: "reflection"; after?: UtteranceId } = {},
) {
  const id = await utterance(own.by, number);
  const { answers = null, phase = "conversation", after = null } = more;
  await state(own, { kind: "utterance-begun", utterance: id, after, answers, phase });
  for (const part of words) await edit(own, docOfUtterance(id), (doc) => typeAtEnd(doc, part));
  await state(own, { kind: "utterance-said", utterance: id });
  return id;
}

// The meeting.
const seed = base64urlnopad.encode(createSeed());
await state(ellens, {
  kind: "meeting-begun",
  name: "Samira’s meeting",
  personCalled: "Samira",
  language: "en",
  nonce: base64urlnopad.encode(nonce),
  seed,
});
for (const own of [ellens, samiras, laylas]) await state(own, { kind: "voice-introduced", profile: own.by.profile });
await state(ellens, { kind: "voice-admitted", voice: samira.id });
await state(samiras, { kind: "voice-admitted", voice: layla.id });
await state(ellens, { kind: "hosting-given", voice: samira.id });
const question = await say(ellens, 1, ["What would you like to use this time for?"]);
const sleep = await say(samiras, 1, ["I want to ", "sleep."], { after: question, answers: question });
const tired = await say(laylas, 1, ["بنتي تعبانة."], { after: sleep });
const hurry = await say(ellens, 2, ["I heard love in both, and hurry in one."], { after: tired, phase: "reflection" });
const unsaid = await utterance(layla, 2);
await state(laylas, { kind: "utterance-begun", utterance: unsaid, after: hurry, answers: null, phase: "conversation" });
await edit(laylas, docOfUtterance(unsaid), (doc) => typeAtEnd(doc, "Dad left"));
await state(laylas, { kind: "utterance-discarded", utterance: unsaid });
await state(samirasSecond, { kind: "paused" });
await state(ellens, { kind: "resumed", feed: samirasSecond.head.feed, seq: 0 });
await edit(ellens, SUMMARY_DOC, (doc) => typeHeading(doc, "How we see it"));
await edit(ellens, SUMMARY_DOC, (doc) => typeAtEnd(doc, "Samira wants to sleep. "));
await edit(samirasSecond, SUMMARY_DOC, (doc) => typeAtEnd(doc, "I’m frightenedd 😔."));
await edit(samirasSecond, SUMMARY_DOC, (doc) => crossOut(doc, "d 😔."));
await edit(samirasSecond, SUMMARY_DOC, (doc) => typeAtEnd(doc, " 😔."));
await edit(laylas, SUMMARY_DOC, (doc) => typeAtEnd(doc, " So am I."));
await edit(ellens, SUMMARY_DOC, (doc) => markLetters(doc, "bold", true, lettersThatRead(doc, "So am I")));
await edit(samirasSecond, SUMMARY_DOC, (doc) => crossOut(doc, "Samira wants"));
await edit(samirasSecond, SUMMARY_DOC, (doc) => typeAt(doc, 1, 0, "I want"));
const door = base64urlnopad.encode(joinBytes(await writerMark(ellen.publicKey), new Uint8Array(8).fill(9)));
const decision = door as Extract<Statement, { kind: "decision-worded" }>["decision"]; // a decision's id is made of these bytes
await state(ellens, { kind: "decision-worded", decision, text: "Five nights at home." });
await state(laylas, {
  kind: "position-taken",
  decision,
  wording: "Five nights at home.",
  position: "with-reservation",
  words: "If I may ring at night.",
});
await state(ellens, { kind: "next-meeting-set", text: "Thursday at five, here." });

// The agreement.
const voiceOf = (clientId: number) =>
  [ellens, samiras, laylas, samirasSecond].find((one) => one.clientId === clientId)?.by.id ?? null;
const read = (name: DocName): readonly Paragraph[] => readDocument(docOf(name), voiceOf);
const { meeting: before } = foldRecord(meeting, believed);
const revision = freezeRevision({
  meeting,
  state: before,
  summary: read(SUMMARY_DOC),
  utterances: before.order.map((id) => ({ id, paragraphs: read(docOfUtterance(id)) })),
  frozenAtMs: BEGAN_MS + 60 * 60_000,
  supersedes: null,
  readers: [],
  // The log is the same each time it is written: its chance is none.
  salt: () => `${"network".repeat(6)}A`,
});
const digest = await digestOf(revision);
await state(ellens, { kind: "revision-proposed", digest, revision });
for (const own of [ellens, samirasSecond, laylas]) {
  const givenAtMs = BEGAN_MS + 61 * 60_000;
  const document = await signConsent({ meeting, voice: own.by.id, digest, privateKey: own.by.privateKey, givenAtMs });
  await state(own, { kind: "consent-given", digest, document });
}

// What a modified program might add.
async function forged(
  own: Pen,
  change: { seq?: number; prev?: Bytes; at?: number; signer?: Person; statement?: Statement },
) {
  const sealed = await seal(meetingKey, encodeStatement(change.statement ?? { kind: "paused" }));
  const header = encodeHeader({
    publicKey: own.by.publicKey,
    session: own.head.session,
    seq: change.seq ?? own.head.nextSeq,
    prev: change.prev ?? own.head.hash,
    at: change.at ?? own.head.at + 1,
    kind: "statement",
    doc: "" as DocName, // a statement belongs to no document
    payloadHash: await sha256(sealed),
  });
  const signature = await sign((change.signer ?? own.by).privateKey, messageOf(secrets.meeting, header));
  return base64urlnopad.encode(encodeEntry(header, signature, sealed));
}
function hashAt({ head: { feed } }: Pen, seq: number): Bytes {
  return new Uint8Array(hex.decode(entries.find((entry) => entry.feed === feed && entry.seq === seq)?.hash ?? ""));
}
const refused: LogVector["refused"] = [
  { why: "in Samira’s name, signed by Layla", bytes: await forged(samiras, { signer: layla }), breaks: null },
  {
    why: "a second history of Layla’s, from her fourth entry on",
    bytes: await forged(laylas, { seq: 3, prev: hashAt(laylas, 2) }),
    breaks: { feed: laylas.head.feed, fromSeq: 3, reason: "forked" },
  },
  {
    why: "a clock of Ellen’s that stands still",
    bytes: await forged(ellens, { at: ellens.head.at }),
    breaks: { feed: ellens.head.feed, fromSeq: ellens.head.nextSeq, reason: "clock-wrong" },
  },
  {
    why: "Layla discarding what Samira said",
    bytes: await forged(laylas, { statement: { kind: "utterance-discarded", utterance: sleep } }),
    breaks: { feed: laylas.head.feed, fromSeq: laylas.head.nextSeq, reason: "not-the-owner" },
  },
];

// It must be readable before it is kept.
const { entries: verified, broken } = await new Inbox(secrets).receive(
  entries.map(({ bytes }) => new Uint8Array(base64urlnopad.decode(bytes))),
);
if (verified.length !== entries.length || broken.length > 0) throw new Error("the log does not verify");
for (const entry of verified) {
  const fact = await judge(meeting, entry, await clientIdOf(secrets.meeting, entry.publicKey, entry.session));
  if (!fact.ok) throw new Error(fact.reason);
}

const record = foldRecord(meeting, believed);
const runsOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map(({ runs }) => runs.map(({ voice, text }): [string, string] => [nameOf(voice), text]));
const vector: LogVector = {
  about:
    "Golden log of format version 2, made on 2026-12-01. Keys are test keys. Kept for ever: a program that cannot read it cannot read what people wrote.",
  meeting: {
    id: meeting,
    secret: base64urlnopad.encode(secret),
    nonce: base64urlnopad.encode(nonce),
    derived: {
      room: base64urlnopad.encode(await deriveBytes(secret, "polyphony/room/1", 32)),
      meetingKey: base64urlnopad.encode(await deriveBytes(secret, "polyphony/meeting-key/1", 32)),
      signalingKey: base64urlnopad.encode(await deriveBytes(secret, "polyphony/signaling/1", 32)),
    },
  },
  voices: await Promise.all(
    people.map(async ({ name, seed: privateKey, id, publicKey }) => ({
      name,
      privateKey,
      id,
      mark: base64urlnopad.encode(await writerMark(publicKey)),
    })),
  ),
  feeds: [ellens, samiras, laylas, samirasSecond].map(({ head, session, clientId }) => ({
    id: head.feed,
    voice: head.voice,
    session,
    clientId,
  })),
  entries,
  expected: {
    order: record.meeting.order,
    texts: Object.fromEntries(record.meeting.order.map((id) => [id, runsOf(read(docOfUtterance(id)))])),
    summary: runsOf(read(SUMMARY_DOC)),
    headings: read(SUMMARY_DOC).flatMap(({ style }, line) => (style === "heading" ? [line] : [])),
    bold: read(SUMMARY_DOC).flatMap(({ runs }) => runs.flatMap(({ text, bold }) => (bold === true ? [text] : []))),
    admitted: [...record.meeting.voices.values()]
      .filter(({ standing }) => standing === "admitted")
      .map(({ id }) => nameOf(id)),
    hosting: [...record.meeting.voices.values()].filter(({ hosting }) => hosting).map(({ id }) => nameOf(id)),
    agreed: record.agreed ?? "",
    state: asJson(record),
  },
  refused,
};
writeFileSync(new URL("log-v2.json", import.meta.url), `${JSON.stringify(vector, null, 2)}\n`);
