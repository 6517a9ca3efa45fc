import { base64urlnopad } from "@scure/base";
import { createMessageParser } from "../../../electron/signaling/message.ts";
import { DEFAULT_LIMITS } from "../../../electron/signaling/limits.ts";
import { createNoteOpener } from "../../../renderer/transport/seal-note.ts";
import { verifyConsent, signConsent } from "../../../shared/consent/proof.ts";
import { encodeStatement, foldRecord, parseStatement, type Statement } from "../../../shared/consent/record.ts";
import { digestOf } from "../../../shared/consent/root.ts";
import { canonicalText } from "../../../shared/consent/canonical.ts";
import { ConsentDocumentSchema } from "../../../shared/consent/signed-documents.ts";
import { RevisionSchema } from "../../../shared/consent/statements.ts";
import { joinBytes } from "../../../shared/crypto/bytes.ts";
import { sign } from "../../../shared/crypto/keys.ts";
import { didOfPublicKey, publicKeyOfDid } from "../../../shared/crypto/did.ts";
import { seal } from "../../../shared/crypto/seal.ts";
import { callArguments, callNames } from "../../../shared/ipc.ts";
import { encodeInvitation, parseInvitation } from "../../../shared/door/invitation.ts";
import { MOST_OFF_THE_RECORD, readPresences, signPresence } from "../../../shared/meeting/presence.ts";
import type { Stated } from "../../../shared/meeting/stated.ts";
import * as v from "valibot";
import { firstRevision, meeting } from "../../cast/samiras-meeting.ts";
import { everyone, samira } from "../../cast/seven-voices.ts";
import { decisionOf, utteranceOf } from "../../cast/owned-ids.ts";
import { firstHead, meetingSecrets } from "../../cast/writing.ts";
import { mutated, mutatedJson } from "./mutate.ts";
import { broken, type Target } from "./target.ts";

const utf8 = new TextEncoder();
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const secrets = await meetingSecrets();
const digest = await digestOf(firstRevision);
const consent = await signConsent({
  meeting,
  voice: samira.id,
  digest,
  privateKey: samira.privateKey,
  givenAtMs: 1e12,
});
const [utterance, decision] = [await utteranceOf(samira, 1), await decisionOf(samira, 1)];
const place = { feed: firstHead(samira).feed, seq: 0 };

/** One of every kind that is simple enough to be written down here. */
const STATEMENTS: readonly Statement[] = [
  { kind: "voice-introduced", profile: samira.profile },
  { kind: "voice-admitted", voice: samira.id },
  { kind: "hosting-given", voice: samira.id },
  { kind: "voice-left" },
  { kind: "utterance-begun", utterance, after: null, answers: null, phase: "conversation" },
  { kind: "utterance-said", utterance },
  { kind: "utterance-discarded", utterance },
  { kind: "decision-worded", decision, text: "Five nights at home." },
  { kind: "position-taken", decision, wording: "Five nights at home.", position: "agree", words: "" },
  { kind: "left-open", decision, text: "What to call this." },
  { kind: "next-meeting-set", text: "Thursday" },
  { kind: "paused" },
  { kind: "resumed", ...place },
  { kind: "revision-proposed", digest, revision: firstRevision },
  { kind: "consent-given", digest, document: consent },
  { kind: "consent-withheld", digest, words: "Not yet." },
  { kind: "consent-taken-back", digest },
];

/** Readers of texts and documents: links, statements, what the other process asks for, what the disk gives back. */
export const documentsFromOutside: readonly Target[] = [
  {
    name: "statement by fields",
    share: 60,
    prepare: async (chance) => () => {
      const parsed = parseStatement(utf8.encode(JSON.stringify(mutatedJson(STATEMENTS, chance))));
      if (!parsed.ok) return;
      const again = parseStatement(encodeStatement(parsed.value));
      if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(parsed.value))
        broken("a statement reads otherwise again");
    },
  },
  {
    name: "fold",
    share: 15,
    prepare: async (chance) => () => {
      const stated: Stated<Statement>[] = [];
      for (let seq = 0; seq < 12; seq += 1) {
        const voice = chance.pick(everyone);
        const parsed = parseStatement(utf8.encode(JSON.stringify(mutatedJson(STATEMENTS, chance))));
        const { feed } = firstHead(voice);
        if (parsed.ok) stated.push({ voice: voice.id, feed, seq, at: chance.below(99), body: parsed.value });
      }
      const folded = foldRecord(meeting, stated);
      if (JSON.stringify(foldRecord(meeting, stated.reverse())) !== JSON.stringify(folded)) broken("order matters");
    },
  },
  {
    name: "invitation",
    share: 70,
    prepare: async (chance) => {
      const kept = {
        meeting,
        door: new Uint8Array(32).fill(4),
        keepers: [samira.id],
        signaling: ["ws://10.0.0.2:9/signaling", "wss://a.example"],
      };
      const valid = [encodeInvitation("https://polyphony.example/", kept), encodeInvitation("", kept)].map((one) =>
        utf8.encode(one),
      );
      return () => {
        const parsed = parseInvitation(text(mutated(valid, chance)));
        if (!parsed.ok) return;
        const again = parseInvitation(encodeInvitation("", parsed.value));
        if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(parsed.value))
          broken("an invitation reads otherwise again");
        if (parsed.value.signaling.some((url) => !/^wss?:$/.test(URL.parse(url)?.protocol ?? "ws:")))
          broken("it leads elsewhere");
      };
    },
  },
  {
    name: "presence",
    share: 15,
    prepare: async (chance) => {
      const present = { voice: samira.id, atMs: 1, cursor: null };
      const off = [{ id: "A".repeat(22), words: "I don’t know.", ...place, turn: 1 }];
      const said = await signPresence(secrets, samira.privateKey, present);
      const saidOff = await signPresence(secrets, samira.privateKey, { ...present, locked: true, off });
      return async () => {
        // What a voice has signed itself may be as odd as it likes.
        const odd = JSON.stringify(mutatedJson([{ ...present, off }], chance));
        const hers = { said: odd, signature: await signatureOf(odd) };
        const list = utf8.encode(JSON.stringify(mutatedJson([[said], [said, saidOff], [hers]], chance)));
        const sealed = await seal(secrets.key, chance.below(2) === 0 ? list : mutated([list], chance));
        const read = await readPresences(secrets, chance.below(9) === 0 ? mutated([sealed], chance) : sealed);
        if (read.some(({ voice }) => voice !== samira.id)) broken("someone is present who has not signed it");
        if (read.some(({ off: words = [] }) => words.length > MOST_OFF_THE_RECORD)) broken("too much is said");
      };
    },
  },
  {
    name: "voice name",
    share: 40,
    prepare: async (chance) => {
      const valid = everyone.map(({ id }) => utf8.encode(id));
      return () => {
        const did = text(mutated(valid, chance));
        const key = publicKeyOfDid(did);
        if (key.ok && didOfPublicKey(key.value) !== did) broken("a key has two names");
      };
    },
  },
  {
    name: "IPC arguments",
    share: 60,
    prepare: async (chance) => {
      const file = { name: "record.html", mediaType: "text/html", bytes: new Uint8Array(3) };
      const valid: readonly unknown[] = [
        [file],
        [{ name: "a", title: "b", html: "<p>" }],
        [],
        [meeting, [{ feed: place.feed, seq: 0, bytes: new Uint8Array(9) }]],
        ["meeting/1", new Uint8Array(2)],
        [meeting],
        ["voice/"],
      ];
      return () => {
        const given = mutatedJson(valid, chance);
        for (const call of callNames) v.safeParse(callArguments[call], given);
      };
    },
  },
  {
    name: "revision",
    share: 15,
    prepare: async (chance) => async () => {
      const parsed = v.safeParse(RevisionSchema, mutatedJson([firstRevision], chance));
      if (!parsed.success) return;
      const again = v.parse(RevisionSchema, JSON.parse(canonicalText(parsed.output)));
      if ((await digestOf(again)) !== (await digestOf(parsed.output))) broken("a text has two digests");
    },
  },
  {
    name: "consent",
    share: 15,
    prepare: async (chance) => async () => {
      const parsed = v.safeParse(ConsentDocumentSchema, mutatedJson([consent], chance));
      if (!parsed.success) return;
      const holds = await verifyConsent(parsed.output);
      const isHers = JSON.stringify(sorted(parsed.output)) === JSON.stringify(sorted(consent));
      if (holds.ok && !isHers) broken("a consent holds that nobody gave");
    },
  },
  {
    name: "signaling frame",
    share: 30,
    prepare: async (chance) => {
      const parse = createMessageParser(DEFAULT_LIMITS);
      const frames = [
        '{"type":"subscribe","topics":["a"]}',
        '{"type":"publish","topic":"a","data":{}}',
        '{"type":"ping"}',
      ];
      const valid = frames.map((frame) => utf8.encode(frame));
      return () => parse(text(mutated(valid, chance)));
    },
  },
  {
    name: "signaling note",
    share: 15,
    prepare: async (chance) => {
      const open = createNoteOpener("room", secrets.key);
      const id = "11111111-1111-4111-8111-111111111111";
      const signal = { type: "candidate", candidate: { candidate: "c", sdpMLineIndex: 0, sdpMid: "0" } };
      const valid = [
        { type: "announce", from: id, with: [id] },
        { type: "signal", from: id, to: id, token: 1, attempt: id, signal },
      ];
      const cipher = (iv: Uint8Array<ArrayBuffer>) => {
        return { name: "AES-GCM", iv, additionalData: utf8.encode("polyphony/signaling/1 room") };
      };
      return async () => {
        const nonce = chance.bytes(12);
        const plain = utf8.encode(JSON.stringify(mutatedJson(valid, chance)));
        const sealed = new Uint8Array(await crypto.subtle.encrypt(cipher(nonce), secrets.key, plain));
        await open(Buffer.concat([nonce, sealed]).toString("base64"));
      };
    },
  },
];

/** Samira's signature under whatever is shown as her presence. */
async function signatureOf(said: string): Promise<string> {
  const tag = utf8.encode("polyphony/presence/1\0");
  const signature = await sign(samira.privateKey, joinBytes(tag, secrets.meeting, utf8.encode(said)));
  return base64urlnopad.encode(signature);
}

/** A document with its fields in order, so that two can be compared. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => [name, sorted(field)]);
}
