import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readLog } from "../../vectors/log-v2.ts";

/*
 * The golden log read by another hand: written from shared/feed/README.md alone, with Web Crypto and Yjs and nothing of this
 * program. If this test needs a change while the log stays the same, the README was wrong or the format has changed.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const log = readLog();
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const fromBase64 = (text: string): Bytes => new Uint8Array(Buffer.from(text, "base64url"));
const toBase64 = (bytes: Bytes) => Buffer.from(bytes).toString("base64url");
const toHex = (bytes: Bytes) => Buffer.from(bytes).toString("hex");
const join = (...parts: Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts));
const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** A frozen text with one copy, everyone's in the room. */
interface FrozenText {
  readonly meeting: string;
  readonly name: string;
  readonly language: string;
  readonly frozenAt: string;
  readonly supersedes: string | null;
  readonly voices: readonly { readonly id: string }[];
  readonly readers: readonly [{ readonly salt: string }];
  readonly summary: unknown;
  readonly decisions: readonly unknown[];
  readonly utterances: readonly unknown[];
  readonly nextMeeting: string;
}

/** What is consented to: the whole text and its one copy, each by its hash. */
async function rootOf(text: FrozenText) {
  const { meeting, name, language, frozenAt, supersedes, voices, readers, utterances, decisions } = text;
  const head = {
    format: "polyphony/copy/1",
    ...{ meeting, name, language, frozenAt },
    reader: { id: "network", name: "" },
  };
  const contents: readonly (readonly [string, unknown])[] = [
    ["head", head],
    ["voices", voices],
    ["summary", text.summary],
    ["decisions", decisions.length],
    ...decisions.map((one, index) => [`decisions/${String(index + 1)}`, one] as const),
    ["next-meeting", text.nextMeeting],
    ["words", utterances.length],
    ...utterances.map((one, index) => [`words/${String(index + 1)}`, one] as const),
  ];
  const parts = await Promise.all(contents.map(async ([part, content]) => ({ part, sha256: await hash({ content }) })));
  return {
    format: "polyphony/root/1",
    ...{ meeting, frozenAt, supersedes },
    voices: voices.map(({ id }) => ({ id })),
    text: await hash(text),
    copies: [await hash({ format: "polyphony/commitment/1", salt: readers[0].salt, parts })],
  };
}

async function hash(value: object): Promise<string> {
  return toHex(await sha256(utf8(canonical(value))));
}

async function hkdf(secret: Bytes, purpose: string): Promise<Bytes> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: utf8(purpose) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
}

async function isSignedBy(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, signature, message);
}

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
function toBase58(bytes: Bytes): string {
  let text = "";
  for (let number = BigInt(`0x${toHex(bytes)}`); number > 0n; number /= 58n)
    text = `${BASE58.charAt(Number(number % 58n))}${text}`;
  return text;
}
function fromBase58(text: string, length: number): Bytes {
  let number = 0n;
  for (const letter of text) number = number * 58n + BigInt(BASE58.indexOf(letter));
  return new Uint8Array(Buffer.from(number.toString(16).padStart(length * 2, "0"), "hex"));
}
const didOf = (publicKey: Bytes) => `did:key:z${toBase58(join(new Uint8Array([0xed, 0x01]), publicKey))}`;

/** RFC 8785, as far as the texts of this program need it: no numbers but whole ones. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

interface Entry {
  readonly feed: string;
  readonly voice: string;
  readonly publicKey: Bytes;
  readonly session: Bytes;
  readonly seq: number;
  readonly prev: Bytes;
  readonly at: number;
  readonly kind: "edit" | "statement";
  readonly doc: string;
  readonly payloadHash: Bytes;
  readonly header: Bytes;
  readonly signature: Bytes;
  readonly sealed: Bytes;
}

/** The layout of an entry, byte by byte. */
function decode(bytes: Bytes): Entry {
  const view = new DataView(bytes.buffer);
  const docLength = bytes[94] ?? 0;
  const headerEnd = 95 + docLength + 32;
  const [publicKey, session] = [bytes.slice(1, 33), bytes.slice(33, 49)];
  expect(bytes[0]).toBe(2);
  expect(bytes[headerEnd + 64]).toBe(1);
  const voice = didOf(publicKey);
  return {
    feed: `${voice}/${toBase64(session)}`,
    voice,
    publicKey,
    session,
    seq: view.getUint32(49),
    prev: bytes.slice(53, 85),
    at: Number(view.getBigUint64(85)),
    kind: bytes[93] === 1 ? "statement" : "edit",
    doc: new TextDecoder().decode(bytes.slice(95, 95 + docLength)),
    payloadHash: bytes.slice(headerEnd - 32, headerEnd),
    header: bytes.slice(0, headerEnd),
    signature: bytes.slice(headerEnd, headerEnd + 64),
    sealed: bytes.slice(headerEnd + 65),
  };
}

const meeting = fromBase64(log.meeting.id);
const messageOf = (entry: Entry) => join(utf8("polyphony/entry/2\0"), meeting, entry.header);
const hashOf = (entry: Entry) => sha256(join(messageOf(entry), entry.signature));
const entries = log.entries.map(({ bytes }) => decode(fromBase64(bytes)));

async function open(entry: Entry): Promise<Bytes> {
  const raw = await hkdf(fromBase64(log.meeting.secret), "polyphony/meeting-key/1");
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
  const [iv, ciphertext] = [entry.sealed.slice(0, 12), entry.sealed.slice(12)];
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, ciphertext));
}

interface Said {
  readonly voice: string;
  readonly at: number;
  // Statements are JSON of many shapes; each test looks at the fields of the kind it looks for.
  readonly body: { readonly kind: string } & Readonly<Record<string, unknown>>;
}

async function statements(): Promise<readonly Said[]> {
  const stated = entries.filter(({ kind }) => kind === "statement");
  const said = await Promise.all(
    stated.map(async (entry) => {
      const body = JSON.parse(new TextDecoder().decode(await open(entry))) as Said["body"]; // written by this program
      return { voice: entry.voice, at: entry.at, body };
    }),
  );
  return said.toSorted((a, b) => a.at - b.at);
}

const nameOf = (did: string | undefined) => log.voices.find(({ id }) => id === did)?.name ?? "nobody";

/** A letter of a document, and who inserted it as which of theirs. */
interface Letter {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** What a mark says of letters: kind, whether it is on, and three numbers for each range of letters. */
type Mark = readonly [kind: string, on: boolean, ...ranges: number[]];

async function documentOf(doc: string): Promise<Y.Doc> {
  const [begun] = (await statements()).filter(({ body }) => body.kind === "meeting-begun");
  const yjs = new Y.Doc();
  Y.applyUpdate(yjs, fromBase64(String(begun?.body["seed"])));
  for (const entry of entries.filter((one) => one.doc === doc)) Y.applyUpdate(yjs, await open(entry));
  return yjs;
}

/** The letters that are read, line by line; each line with the letter that begins it. What stands before the first is not read. */
async function linesIn(doc: string): Promise<readonly (readonly Letter[])[]> {
  const yjs = await documentOf(doc);
  const lines: Letter[][] = [];
  for (let item = yjs.getText("letters")._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { client, clock } = item.id;
    const texts = item.content instanceof Y.ContentString ? item.content.str.split("") : wideLetter(item.content);
    for (const [at, text] of texts.entries()) {
      const letter = { client, clock: clock + at, text };
      if (isMarked(yjs, "crossed-out", letter)) continue;
      if (text === "\n") lines.push([]);
      lines.at(-1)?.push(letter);
    }
  }
  return lines;
}

/** A letter beyond the basic plane stands alone, in a list of its own. */
function wideLetter(content: Y.Item["content"]): readonly string[] {
  return content instanceof Y.ContentEmbed ? (content.embed as readonly [string]) : []; // the log's embeds are such lists
}

/** The last mark of a kind wins; what is crossed out by anyone is crossed out. The start of the first line, which is nobody's, stays. */
function isMarked(yjs: Y.Doc, kind: string, { client, clock }: Letter): boolean {
  let marked = false;
  const marks = yjs.getArray("marks").toArray() as Mark[]; // the log's marks are such lists
  for (const [its, on, ...numbers] of marks) {
    if (its !== kind) continue;
    for (let at = 0; at < numbers.length; at += 3) {
      const [who, from, length] = numbers.slice(at, at + 3) as [number, number, number]; // three for each range
      if (who !== client || clock < from || clock >= from + length) continue;
      marked = kind === "crossed-out" ? (marked || on) && client !== 0 : on;
    }
  }
  return marked;
}

async function wordsIn(doc: string): Promise<readonly (readonly (readonly [string, string])[])[]> {
  const yjs = await documentOf(doc);
  return (await linesIn(doc)).map((line) => {
    const runs: [string, string][] = [];
    let wasBold = false;
    for (const letter of line.slice(1)) {
      const voice = nameOf(log.feeds.find(({ clientId }) => clientId === letter.client)?.voice);
      const [last, isBold] = [runs.at(-1), isMarked(yjs, "bold", letter)];
      if (last?.[0] === voice && isBold === wasBold) last[1] += letter.text;
      else runs.push([voice, letter.text]);
      wasBold = isBold;
    }
    return runs;
  });
}

describe("the golden log, read by another hand", () => {
  it("derives room and keys from the secret", async () => {
    const secret = fromBase64(log.meeting.secret);
    const { room, meetingKey, signalingKey } = log.meeting.derived;
    expect(toBase64(await hkdf(secret, "polyphony/room/1"))).toBe(room);
    expect(toBase64(await hkdf(secret, "polyphony/meeting-key/1"))).toBe(meetingKey);
    expect(toBase64(await hkdf(secret, "polyphony/signaling/1"))).toBe(signalingKey);
  });

  it("knows who began the meeting from the meeting’s id", async () => {
    const [begun] = (await statements()).filter(({ body }) => body.kind === "meeting-begun");
    const founder = fromBase58(String(begun?.voice).slice("did:key:z".length), 34).slice(2);
    expect(toBase64(await sha256(join(utf8("polyphony/meeting/1\0"), founder, fromBase64(log.meeting.nonce))))).toBe(
      log.meeting.id,
    );
    expect(nameOf(begun?.voice)).toBe("Ellen");
  });

  it("reads every entry as it is written down, and finds it signed by its voice", async () => {
    for (const [index, entry] of entries.entries()) {
      const { feed, seq, at, kind, doc, hash, payload } = log.entries[index] ?? {};
      expect([entry.feed, entry.seq, entry.at, entry.kind, entry.doc, toHex(await hashOf(entry))]).toEqual([
        feed,
        seq,
        at,
        kind,
        doc,
        hash,
      ]);
      expect(await isSignedBy(entry.publicKey, entry.signature, messageOf(entry))).toBe(true);
      expect(toHex(await sha256(entry.sealed))).toBe(toHex(entry.payloadHash));
      const opened = await open(entry);
      expect(kind === "statement" ? new TextDecoder().decode(opened) : toBase64(opened)).toBe(payload);
    }
  });

  it("finds each feed to be one chain, whose clock moves forward", async () => {
    for (const { id, clientId } of log.feeds) {
      const chain = entries.filter(({ feed }) => feed === id);
      let [prev, at]: [Bytes, number] = [new Uint8Array(32), 0];
      for (const [seq, entry] of chain.entries()) {
        expect([entry.seq, toHex(entry.prev)]).toEqual([seq, toHex(prev)]);
        expect(entry.at).toBeGreaterThan(at);
        [prev, at] = [await hashOf(entry), entry.at];
      }
      const [first] = chain;
      if (first === undefined) throw new Error("every feed has an entry");
      const hash = await sha256(join(utf8("polyphony/client/1\0"), meeting, first.publicKey, first.session));
      expect(Number(new DataView(hash.buffer).getBigUint64(0) >> 11n)).toBe(clientId);
    }
  });

  it("finds every edit written by whom its document belongs to, and what it deletes too, under its feed’s client id", async () => {
    for (const entry of entries.filter(({ kind }) => kind === "edit")) {
      const { structs, ds } = Y.decodeUpdate(await open(entry));
      const clients = [...structs.map(({ id }) => id.client), ...ds.clients.keys()];
      expect(clients.every((client) => client === log.feeds.find(({ id }) => id === entry.feed)?.clientId)).toBe(true);
      if (entry.doc === "summary/0") continue;
      const mark = (await sha256(join(utf8("polyphony/writer/1\0"), entry.publicKey))).slice(0, 8);
      expect(toHex(fromBase64(entry.doc.slice("utterance/".length)).slice(0, 8))).toBe(toHex(mark));
    }
  });

  it("reads the same words by the same voices, in the same order", async () => {
    const said = await statements();
    const begun = said.filter(({ body }) => body.kind === "utterance-begun");
    const discarded = new Set(
      said.filter(({ body }) => body.kind === "utterance-discarded").map(({ body }) => body["utterance"]),
    );
    const places = new Map<unknown, number>();
    for (const { at, body } of begun)
      places.set(body["utterance"], Math.max(at, (places.get(body["after"]) ?? -1) + 1));
    const order = [...places.keys()]
      .filter((id) => !discarded.has(id))
      .toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    expect(order).toEqual(log.expected.order);
    for (const id of log.expected.order) expect(await wordsIn(`utterance/${id}`)).toEqual(log.expected.texts[id]);
    expect(await wordsIn("summary/0")).toEqual(log.expected.summary);
  });

  it("reads which lines are headings, and what is bold", async () => {
    const [yjs, lines] = [await documentOf("summary/0"), await linesIn("summary/0")];
    const headings = lines.flatMap((line, index) =>
      line.slice(0, 1).some((start) => isMarked(yjs, "heading", start)) ? [index] : [],
    );
    expect(headings).toEqual(log.expected.headings);
    const bold = lines.flat().filter((letter) => letter.text !== "\n" && isMarked(yjs, "bold", letter));
    expect(bold.map(({ text }) => text).join("")).toBe(log.expected.bold.join(""));
  });

  it("finds the agreed text under its digest, with a signed consent of each voice in it", async () => {
    const said = await statements();
    const proposed = said.find(({ body }) => body.kind === "revision-proposed")?.body;
    const revision = proposed?.["revision"] as FrozenText; // as revisions are
    expect(await hash(await rootOf(revision))).toBe(log.expected.agreed);
    for (const { id } of revision.voices) {
      const given = said.find(({ voice, body }) => voice === id && body.kind === "consent-given");
      const { proof, ...unsigned } = given?.body["document"] as { proof: Record<string, unknown>; revision: string }; // as consents are
      const { proofValue, ...options } = proof;
      const signature = fromBase58(String(proofValue).slice(1), 64);
      const message = join(await sha256(utf8(canonical(options))), await sha256(utf8(canonical(unsigned))));
      expect(unsigned.revision).toBe(log.expected.agreed);
      expect(await isSignedBy(fromBase58(id.slice("did:key:z".length), 34).slice(2), signature, message)).toBe(true);
    }
  });
});
