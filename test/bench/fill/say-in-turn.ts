import * as Y from "yjs";
import { createVoice, keepVoice, keptMeetings, keptVoices } from "../../../renderer/session/keyring.ts";
import { createLocalVoice, type LocalVoice } from "../../../renderer/session/local-voice.ts";
import { encodeStatement, type Statement } from "../../../shared/consent/record.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { nextTick } from "../../../shared/feed/clock.ts";
import { meetingBytes } from "../../../shared/feed/entry.ts";
import type { DocName, MeetingId, UtteranceId } from "../../../shared/feed/ids.ts";
import { createEntry, type EntryWish, type MeetingSecrets } from "../../../shared/feed/write.ts";
import { unlock } from "../../../shared/meeting/invitation.ts";
import { createOwnedId, docOfUtterance } from "../../../shared/meeting/owned-id.ts";
import { applySeed, createSeed } from "../../../shared/meeting/seed.ts";
import type { StoredEntry, Vault } from "../../../shared/shell.ts";

/** What was put into a vault. */
export interface Filled {
  readonly meeting: string;
  readonly entries: number;
  readonly bytes: number;
  /** The last utterance, for the next ones to come after. */
  readonly last: string | null;
}

/** How many voices sit at this laptop and speak in turn. */
const VOICES = 5;
/** Utterances that are saved together. */
const BATCH = 500;
const NO_DOC = "" as DocName; // the empty name is the name of no document
const FROM_SEED = Symbol("seed");

/** One utterance about to be said. */
interface Saying {
  readonly utterance: UtteranceId;
  readonly text: string;
  readonly after: UtteranceId | null;
}

/** One voice writing one feed, as the outbox does it: each entry chained to the one before, sealed and signed. */
class Writer {
  readonly voice: LocalVoice;
  readonly #secrets: MeetingSecrets;
  readonly written: StoredEntry[] = [];

  constructor(voice: LocalVoice, secrets: MeetingSecrets) {
    this.voice = voice;
    this.#secrets = secrets;
  }

  async say({ utterance, text, after }: Saying): Promise<void> {
    await this.state({ kind: "utterance-begun", utterance, after, answers: null, phase: "conversation" });
    await this.#write({ kind: "edit", doc: docOfUtterance(utterance), payload: this.#editOf(text) });
    await this.state({ kind: "utterance-said", utterance });
  }

  state(statement: Statement): Promise<void> {
    return this.#write({ kind: "statement", doc: NO_DOC, payload: encodeStatement(statement) });
  }

  async #write(wish: Omit<EntryWish, "at">): Promise<void> {
    const { own, privateKey } = this.voice;
    const at = nextTick(own.head.at, Date.now());
    const { bytes, head } = await createEntry(this.#secrets, privateKey, own.head, { ...wish, at });
    this.written.push({ feed: head.feed, seq: own.head.nextSeq, bytes });
    own.head = head;
  }

  /** What the composer would have made of this text, had it been pasted. */
  #editOf(text: string): Bytes {
    const doc = new Y.Doc();
    applySeed(doc, createSeed(), FROM_SEED);
    const seeded = Y.encodeStateVector(doc);
    doc.clientID = this.voice.own.clientId;
    const paragraph = doc.get("root-v2", Y.XmlElement).get(0);
    if (!(paragraph instanceof Y.XmlElement)) throw new Error("a seed is one paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    // Yjs encodes into buffers of its own, which are ordinary ones.
    return Y.encodeStateAsUpdate(doc, seeded) as Bytes;
  }
}

/** The voices of this laptop, each about to write a new feed. The first one is the host; it lets new ones in. */
async function seatVoices(vault: Vault, meeting: MeetingId, secrets: MeetingSecrets): Promise<readonly Writer[]> {
  const kept = await keptVoices(vault, meeting);
  if (!kept.ok) throw new Error(`the vault gave no voices: ${kept.reason}`);
  const seated = await Promise.all(kept.value.open.map((voice) => createLocalVoice(secrets.meeting, voice)));
  const writers = seated.map((voice) => new Writer(voice, secrets));
  const [host] = writers;
  if (host === undefined) throw new Error("nobody on this laptop is in the meeting");
  while (writers.length < VOICES) {
    const { voice, secrets: keys } = await createVoice();
    await keepVoice(vault, meeting, voice.id, keys);
    const writer = new Writer(await createLocalVoice(secrets.meeting, voice), secrets);
    const name = `Neighbour ${writers.length}`;
    await writer.state({
      kind: "voice-introduced",
      profile: { name, kind: "network", relation: "neighbour", colour: "blue" },
    });
    await host.state({ kind: "voice-admitted", voice: voice.id });
    writers.push(writer);
  }
  return writers;
}

/**
 * Has the voices of this laptop say these texts, in turn, in the meeting that was opened here last; no page may have it open.
 * The entries are the very ones the program makes, kept in the vault it opens. Three for each utterance: that it was begun,
 * its words, that it was said.
 */
export async function fillVault(vault: Vault, texts: readonly string[], after: string | null): Promise<Filled> {
  const meetings = await keptMeetings(vault);
  const kept = meetings.ok ? meetings.value[0] : undefined;
  if (kept === undefined) throw new Error("no meeting is kept on this laptop");
  const secrets = { meeting: meetingBytes(kept.meeting), key: (await unlock(kept.secret)).meetingKey };
  const writers = await seatVoices(vault, kept.meeting, secrets);
  // What an earlier call gave back.
  let last = after as UtteranceId | null;
  let entries = 0;
  let bytes = 0;
  for (let from = 0; from < texts.length; from += BATCH) {
    const turns = new Map<Writer, Saying[]>(writers.map((writer) => [writer, []]));
    for (const [index, text] of texts.slice(from, from + BATCH).entries()) {
      const writer = writers[(from + index) % writers.length];
      if (writer === undefined) continue;
      const utterance = createOwnedId<UtteranceId>(writer.voice.pen.mark);
      turns.get(writer)?.push({ utterance, text, after: last });
      last = utterance;
    }
    await Promise.all(
      [...turns].map(async ([writer, sayings]) => {
        for (const saying of sayings) await writer.say(saying);
      }),
    );
    const batch = writers.flatMap((writer) => writer.written.splice(0));
    const saved = await vault.append(kept.meeting, batch);
    if (!saved.ok) throw new Error(`the vault did not keep what was said: ${saved.reason}`);
    entries += batch.length;
    bytes += batch.reduce((sum, entry) => sum + entry.bytes.length, 0);
  }
  return { meeting: kept.meeting, entries, bytes, last };
}
