import * as Y from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { Listeners } from "../../shared/listeners.ts";
import { readDocument, type Paragraph } from "../../shared/meeting/document.ts";
import type { PlacedEntry } from "../../shared/meeting/removal.ts";
import { attempt } from "../../shared/report.ts";
import { SteadyDoc } from "../../shared/steady-doc.ts";
import { applySeed } from "../../shared/text/seed.ts";

/** The origin of every change that did not come from this screen's editor. Undo never touches these. */
export const FROM_FEED: unique symbol = Symbol("from a feed");

const NO_PARAGRAPHS: readonly Paragraph[] = [];

interface Edit {
  readonly update: Bytes;
  readonly place: PlacedEntry;
  /** Whether it counted when the words were last looked at. */
  counted: boolean;
}

interface Shelved {
  /** The verified edits so far, in their order, with their places. */
  edits: Edit[];
  /** The document while something shows or edits it live; otherwise the edits are enough. */
  doc: Y.Doc | null;
  text: readonly Paragraph[] | null;
}

export interface TextShelfPorts {
  readonly voiceOf: (clientId: number) => VoiceId | null;
  readonly seed: () => Bytes | null;
  /** Whether an edit at this place is among an utterance's words, as far as is known now: what was said stays as it was said. */
  readonly counts: (utterance: UtteranceId, place: PlacedEntry) => boolean;
}

/**
 * The words of every utterance, as verified edits. A document is only built when somebody looks, so a meeting of
 * ten thousand utterances opens without building one of them.
 */
export class TextShelf {
  readonly #ports: TextShelfPorts;
  readonly #shelved = new Map<UtteranceId, Shelved>();
  readonly #listeners = new Map<UtteranceId, Listeners>();

  constructor(ports: TextShelfPorts) {
    this.#ports = ports;
  }

  /** Takes in a verified edit. */
  add(utterance: UtteranceId, update: Bytes, place: PlacedEntry): void {
    const shelved = this.#of(utterance);
    const edit = { update, place, counted: true };
    shelved.edits.push(edit);
    const { doc } = shelved;
    // Whatever an observer of the document throws, the edit is in it by then.
    if (doc !== null && this.#counts(utterance, edit)) attempt(() => Y.applyUpdate(doc, update, FROM_FEED));
    this.#changed(utterance);
  }

  /** Shows words anew of which others count than did when they were last looked at. To be called when something was stated. */
  recount(): void {
    for (const [utterance, shelved] of this.#shelved) {
      if (shelved.text === null && shelved.doc === null) continue;
      const before = shelved.edits.map(({ counted }) => counted);
      if (shelved.edits.every((edit, index) => this.#counts(utterance, edit) === before[index])) continue;
      this.release(utterance);
      this.#changed(utterance);
    }
  }

  /** Has what was changed in an open document, and is no edit yet, be read. */
  touch(utterance: UtteranceId): void {
    this.#changed(utterance);
  }

  /** Lets go of edits that are not kept any more: nothing of their words stays in memory here. */
  letGo(isLetGoOf: (utterance: UtteranceId, place: PlacedEntry) => boolean): void {
    for (const [utterance, shelved] of this.#shelved) {
      const kept = shelved.edits.filter(({ place }) => !isLetGoOf(utterance, place));
      if (kept.length === shelved.edits.length) continue;
      shelved.edits = kept;
      this.release(utterance);
      if (kept.length === 0) this.#shelved.delete(utterance);
      this.#changed(utterance);
    }
  }

  /** The utterance's document, for editing under `clientId`. The same one until it is released. */
  openDoc(utterance: UtteranceId, clientId: number): Y.Doc {
    const shelved = this.#of(utterance);
    shelved.doc ??= this.#build(utterance, shelved);
    shelved.doc.clientID = clientId;
    return shelved.doc;
  }

  /** Lets go of a document that is no longer edited. Its words stay readable. */
  release(utterance: UtteranceId): void {
    const shelved = this.#shelved.get(utterance);
    if (shelved === undefined) return;
    shelved.text = null;
    shelved.doc?.destroy();
    shelved.doc = null;
  }

  /** The words as they stand; the same object until they change. */
  read(utterance: UtteranceId): readonly Paragraph[] {
    const shelved = this.#shelved.get(utterance);
    if (shelved === undefined) return NO_PARAGRAPHS;
    if (shelved.text === null) {
      const doc = shelved.doc ?? this.#build(utterance, shelved);
      shelved.text = readDocument(doc, this.#ports.voiceOf);
      if (shelved.doc === null) doc.destroy();
    }
    return shelved.text;
  }

  subscribe(utterance: UtteranceId, listener: () => void): () => void {
    const listeners = this.#listeners.get(utterance) ?? new Listeners();
    this.#listeners.set(utterance, listeners);
    const leave = listeners.subscribe(listener);
    return () => {
      leave();
      if (listeners.isEmpty && this.#listeners.get(utterance) === listeners) this.#listeners.delete(utterance);
    };
  }

  #changed(utterance: UtteranceId): void {
    const shelved = this.#shelved.get(utterance);
    if (shelved !== undefined) shelved.text = null;
    this.#listeners.get(utterance)?.notify();
  }

  #of(utterance: UtteranceId): Shelved {
    let shelved = this.#shelved.get(utterance);
    if (shelved === undefined) {
      shelved = { edits: [], doc: null, text: null };
      this.#shelved.set(utterance, shelved);
    }
    return shelved;
  }

  #counts(utterance: UtteranceId, edit: Edit): boolean {
    edit.counted = this.#ports.counts(utterance, edit.place);
    return edit.counted;
  }

  #build(utterance: UtteranceId, shelved: Shelved): Y.Doc {
    const seed = this.#ports.seed();
    const doc = new SteadyDoc();
    if (seed !== null) applySeed(doc, seed, FROM_FEED);
    Y.transact(
      doc,
      () => {
        for (const edit of shelved.edits) {
          if (this.#counts(utterance, edit)) Y.applyUpdate(doc, edit.update, FROM_FEED);
        }
      },
      FROM_FEED,
    );
    return doc;
  }
}
