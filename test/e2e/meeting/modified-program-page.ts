import * as Y from "yjs";
import { visitDoor } from "../../../renderer/session/door-visit.ts";
import { openLobby } from "../../../renderer/transport/lobby-line.ts";
import { openCarrier } from "../../../renderer/transport/open-carrier.ts";
import type { Carrier } from "../../../renderer/transport/carrier.ts";
import { encodeStatement, foldRecord, parseStatement, type Statement } from "../../../shared/consent/record.ts";
import { randomBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import type { VoiceKeys } from "../../../shared/crypto/keys.ts";
import { parseInvitation } from "../../../shared/door/invitation.ts";
import type { Pass } from "../../../shared/door/pass.ts";
import { nextTick, type ClaimedAt } from "../../../shared/feed/clock.ts";
import { meetingBytes, parseEntry } from "../../../shared/feed/entry.ts";
import { beginFeed, clientIdOf, type FeedHead } from "../../../shared/feed/head.ts";
import type { DocName, MeetingId, UtteranceId } from "../../../shared/feed/ids.ts";
import { Inbox } from "../../../shared/feed/inbox.ts";
import { createEntry, type MeetingSecrets } from "../../../shared/feed/write.ts";
import { createOwnedId, docOfUtterance, SUMMARY_DOC, writerMark } from "../../../shared/meeting/owned-id.ts";
import { unlock } from "../../../shared/meeting/secret.ts";
import type { Stated } from "../../../shared/meeting/stated.ts";
import type { MeetingStatement } from "../../../shared/meeting/statements.ts";
import { no } from "../../../shared/result.ts";
import { lettersOf } from "../../../shared/text/letters.ts";

/**
 * A program that was changed by someone who is let in: it speaks the real protocol over the real carrier, and
 * puts into the wire doc whatever it likes. Bundled for a page of its own; never part of the product.
 */
export interface ModifiedProgram {
  /** Knocks at the door as somebody, and goes in once it was let in. */
  knock(link: string, name: string): Promise<void>;
  /** Whether it was let in. */
  isInside(): boolean;
  /** Every voice this program has heard of, by name. */
  voices(): Record<string, string>;
  /** An entry signed with the own key, whose header claims to be another voice's. */
  claimToBe(voice: string, words: string): Promise<void>;
  /** An edit, in the own feed, of a document that belongs to another's utterance. */
  editAnothers(utterance: string, words: string): Promise<void>;
  /** Words in the summary under another voice's Yjs client id. */
  writeSummaryAs(voice: string, words: string): Promise<void>;
  /** The Yjs client id of the own feed. */
  clientId(): number;
  /** Any bytes as an edit of the summary, in the own feed. */
  editSummary(update: readonly number[]): Promise<void>;
  /** The utterances in the order of the record. */
  utterances(): readonly string[];
}

declare global {
  interface Window {
    modified: ModifiedProgram;
  }
}

let meeting: MeetingId;
let secrets: MeetingSecrets;
let carrier: Carrier;
let isInside = false;
let own: { head: FeedHead; privateKey: CryptoKey; clientId: number; last: ClaimedAt };
const heard: Stated<Statement>[] = [];
const sessions = new Map<string, { publicKey: Bytes; session: Bytes }>();

function state() {
  return foldRecord(meeting, heard).meeting;
}

/** Makes an entry of the own feed, as the protocol asks for, and lets everyone have it. */
async function put(kind: "edit" | "statement", doc: DocName, payload: Bytes): Promise<void> {
  own.last = nextTick(own.last, Date.now());
  const { bytes, head } = await createEntry(secrets, own.privateKey, own.head, { kind, doc, at: own.last, payload });
  carrier.put([{ feed: head.feed, seq: own.head.nextSeq, clientId: own.clientId, bytes }]);
  own.head = head;
  const body = kind === "statement" ? parseStatement(payload) : null;
  if (body?.ok === true)
    heard.push({ voice: head.voice, feed: head.feed, seq: head.nextSeq - 1, at: head.at, body: body.value });
}

function editOf(clientId: number, words: string): Bytes {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  lettersOf(doc).insert(0, words);
  return new Uint8Array(Y.encodeStateAsUpdate(doc));
}

/** Goes into the room with what the keeper gave, under its own keys. */
async function goIn({ secret, signaling }: Pass, keys: VoiceKeys): Promise<void> {
  if (isInside) return;
  const { room, signalingKey, meetingKey } = await unlock(secret);
  secrets = { meeting: meetingBytes(meeting), key: meetingKey };
  const session = randomBytes(16);
  const clientId = await clientIdOf(secrets.meeting, keys.publicKey, session);
  own = { head: beginFeed(keys.publicKey, session), privateKey: keys.privateKey, clientId, last: 0 };
  carrier = openCarrier({ room, signalingKey, signaling });
  const inbox = new Inbox(secrets);
  let reading = Promise.resolve();
  carrier.onEntries((arrived) => {
    reading = reading.then(async () => {
      const { entries } = await inbox.receive(arrived);
      for (const { voice, feed, seq, at, kind, payload, publicKey, session: of } of entries) {
        sessions.set(voice, { publicKey, session: of });
        own.last = Math.max(own.last, at);
        const body = kind === "statement" && payload !== null ? parseStatement(payload) : null;
        if (body?.ok === true) heard.push({ voice, feed, seq, at, body: body.value });
      }
    });
  });
}

window.modified = {
  async knock(link, name) {
    const invitation = parseInvitation(link);
    if (!invitation.ok) throw new Error(invitation.reason);
    meeting = invitation.value.meeting;
    const visit = await visitDoor({
      ...{ invitation: invitation.value, openLobby },
      async enter(pass, { voice, profile }) {
        await goIn(pass, voice.keys);
        await put("statement", "" as DocName, encodeStatement({ kind: "voice-introduced", profile })); // no document
        isInside = true;
        return no("not-saved");
      },
    });
    await visit.knock({ name, kind: "network", relation: "", colour: "slate" }, null);
  },
  isInside: () => isInside,
  voices: () => Object.fromEntries([...state().voices].map(([id, { profile }]) => [profile.name, id])),
  utterances: () => [...state().order],
  clientId: () => own.clientId,
  async editSummary(update) {
    await put("edit", SUMMARY_DOC, Uint8Array.from(update));
  },
  async claimToBe(voice, words) {
    const claimed = sessions.get(voice);
    if (claimed === undefined) throw new Error("this voice has not been heard");
    const head = beginFeed(claimed.publicKey, randomBytes(16));
    const mark = await writerMark(claimed.publicKey);
    const utterance = createOwnedId<UtteranceId>(mark);
    const begun: MeetingStatement = {
      kind: "utterance-begun",
      utterance,
      after: null,
      answers: null,
      phase: "conversation",
    };
    const clientId = await clientIdOf(secrets.meeting, claimed.publicKey, head.session);
    const wishes = [
      { kind: "statement", doc: "" as DocName, payload: encodeStatement(begun) }, // no document
      { kind: "edit", doc: docOfUtterance(utterance), payload: editOf(clientId, words) },
      { kind: "statement", doc: "" as DocName, payload: encodeStatement({ kind: "utterance-said", utterance }) },
    ] as const;
    let now = head;
    for (const wish of wishes) {
      own.last = nextTick(own.last, Date.now());
      // Signed with the only key this program has, which is not the claimed voice's.
      const made = await createEntry(secrets, own.privateKey, now, { ...wish, at: own.last });
      const parsed = parseEntry(made.bytes);
      if (!parsed.ok || parsed.value.voice !== voice) throw new Error("the forgery is not what it should be");
      carrier.put([{ feed: head.feed, seq: now.nextSeq, clientId, bytes: made.bytes }]);
      now = made.head;
    }
  },
  async editAnothers(utterance, words) {
    await put("edit", `utterance/${utterance}` as DocName, editOf(own.clientId, words)); // the real document's name
  },
  async writeSummaryAs(voice, words) {
    const claimed = voice === own.head.voice ? own.head : sessions.get(voice);
    if (claimed === undefined) throw new Error("this voice has not been heard");
    const clientId = await clientIdOf(secrets.meeting, claimed.publicKey, claimed.session);
    await put("edit", SUMMARY_DOC, editOf(clientId, words));
  },
};
