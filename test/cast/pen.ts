import * as Y from "yjs";
import type { LocalVoice } from "../../renderer/session/local-voice.ts";
import { encodeStatement, type Statement } from "../../shared/consent/record.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { nextTick, type ClaimedAt } from "../../shared/feed/clock.ts";
import type { DocName, UtteranceId } from "../../shared/feed/ids.ts";
import { createEntry, type EntryWish, type MeetingSecrets } from "../../shared/feed/write.ts";
import { docOfUtterance } from "../../shared/meeting/owned-id.ts";
import type { StoredEntry } from "../../shared/shell.ts";
import { emptyDoc, typeAtEnd } from "./typing.ts";

const NO_DOC = "" as DocName; // the empty name is the name of no document

/** One utterance about to be said. */
export interface Saying {
  readonly utterance: UtteranceId;
  readonly text: string;
  readonly after: UtteranceId | null;
}

/** One voice writing one feed, as the outbox does it: each entry chained to the one before, sealed and signed. */
export class Pen {
  readonly voice: LocalVoice;
  readonly written: StoredEntry[] = [];
  readonly #secrets: MeetingSecrets;
  readonly #now: () => ClaimedAt;

  /** `now` is what it claims the time to be; this device's clock where nothing is said. */
  constructor(voice: LocalVoice, secrets: MeetingSecrets, now: () => ClaimedAt = () => nextTick(0, Date.now())) {
    this.voice = voice;
    this.#secrets = secrets;
    this.#now = now;
  }

  /** Three entries: that it was begun, its words, that it was said. */
  async say({ utterance, text, after }: Saying): Promise<void> {
    await this.state({ kind: "utterance-begun", utterance, after, answers: null, phase: "conversation" });
    await this.edit(docOfUtterance(utterance), text);
    await this.state({ kind: "utterance-said", utterance });
  }

  state(statement: Statement): Promise<void> {
    return this.#write({ kind: "statement", doc: NO_DOC, payload: encodeStatement(statement) });
  }

  /** What the editor would have made of this text in an empty document, had it been pasted. */
  edit(doc: DocName, text: string): Promise<void> {
    return this.#write({ kind: "edit", doc, payload: this.#editOf(text) });
  }

  async #write(wish: Omit<EntryWish, "at">): Promise<void> {
    const { own, privateKey } = this.voice;
    const at = Math.max(own.head.at + 1, this.#now());
    const { bytes, head } = await createEntry(this.#secrets, privateKey, own.head, { ...wish, at });
    this.written.push({ feed: head.feed, seq: own.head.nextSeq, bytes });
    own.head = head;
  }

  #editOf(text: string): Bytes {
    const doc = emptyDoc(this.voice.own.clientId);
    const seeded = Y.encodeStateVector(doc);
    typeAtEnd(doc, text);
    // Yjs encodes into buffers of its own, which are ordinary ones.
    return Y.encodeStateAsUpdate(doc, seeded) as Bytes;
  }
}
