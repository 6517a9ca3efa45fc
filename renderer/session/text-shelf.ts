import * as Y from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { readDocument, type Paragraph } from "../../shared/meeting/document.ts";
import type { PlacedEntry } from "../../shared/meeting/removal.ts";
import { applySeed } from "../../shared/meeting/seed.ts";

/** The origin of every change that did not come from this screen's editor. Undo never touches these. */
export const FROM_FEED: unique symbol = Symbol("from a feed");

const NO_PARAGRAPHS: readonly Paragraph[] = [];

interface Shelved {
  /** The verified edits so far, in their order, with their places. */
  edits: { readonly update: Bytes; readonly place: PlacedEntry }[];
  /** The document while something shows or edits it live; otherwise the edits are enough. */
  doc: Y.Doc | null;
  text: readonly Paragraph[] | null;
}

/**
 * The words of every utterance, as verified edits. A document is only built when somebody looks, so a meeting of
 * ten thousand utterances opens without building one of them.
 */
export class TextShelf {
  readonly #voiceOf: (clientId: number) => VoiceId | null;
  readonly #seed: () => Bytes | null;
  readonly #shelved = new Map<UtteranceId, Shelved>();
  readonly #listeners = new Map<UtteranceId, Set<() => void>>();

  constructor(voiceOf: (clientId: number) => VoiceId | null, seed: () => Bytes | null) {
    this.#voiceOf = voiceOf;
    this.#seed = seed;
  }

  /** Takes in a verified edit. */
  add(utterance: UtteranceId, update: Bytes, place: PlacedEntry): void {
    const shelved = this.#of(utterance);
    shelved.edits.push({ update, place });
    if (shelved.doc !== null) Y.applyUpdate(shelved.doc, update, FROM_FEED);
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
    shelved.doc ??= this.#build(shelved);
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
      const doc = shelved.doc ?? this.#build(shelved);
      shelved.text = readDocument(doc, this.#voiceOf);
      if (shelved.doc === null) doc.destroy();
    }
    return shelved.text;
  }

  subscribe(utterance: UtteranceId, listener: () => void): () => void {
    const listeners = this.#listeners.get(utterance) ?? new Set();
    this.#listeners.set(utterance, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(utterance);
    };
  }

  #changed(utterance: UtteranceId): void {
    const shelved = this.#shelved.get(utterance);
    if (shelved !== undefined) shelved.text = null;
    for (const listener of this.#listeners.get(utterance) ?? []) listener();
  }

  #of(utterance: UtteranceId): Shelved {
    let shelved = this.#shelved.get(utterance);
    if (shelved === undefined) {
      shelved = { edits: [], doc: null, text: null };
      this.#shelved.set(utterance, shelved);
    }
    return shelved;
  }

  #build(shelved: Shelved): Y.Doc {
    const seed = this.#seed();
    const doc = new Y.Doc();
    if (seed !== null) applySeed(doc, seed, FROM_FEED);
    Y.transact(
      doc,
      () => {
        for (const { update } of shelved.edits) Y.applyUpdate(doc, update, FROM_FEED);
      },
      FROM_FEED,
    );
    return doc;
  }
}
