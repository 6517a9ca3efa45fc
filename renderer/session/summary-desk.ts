import * as Y from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { condense, contradicts } from "../../shared/meeting/condense.ts";
import { readDocument, type Paragraph } from "../../shared/meeting/document.ts";
import type { TextPosition } from "../../shared/meeting/presence.ts";
import type { PlacedEntry } from "../../shared/meeting/removal.ts";
import { applySeed } from "../../shared/meeting/seed.ts";
import type { SummaryCursor, SummaryDesk } from "./meeting-session.ts";
import { FROM_FEED } from "./text-shelf.ts";

export interface SummaryPorts {
  readonly voiceOf: (clientId: number) => VoiceId | null;
  /** Called with every change this screen's editor makes. */
  readonly onKey: (edit: Bytes) => void;
  readonly onCursor: (cursor: { readonly anchor: TextPosition; readonly focus: TextPosition } | null) => void;
}

interface Edit {
  readonly update: Bytes;
  readonly place: PlacedEntry;
}

/** The one document with many writers: takes verified edits in, gives this screen's own edits out. */
export class Summary implements SummaryDesk {
  doc = new Y.Doc();
  readonly #ports: SummaryPorts;
  #seed: Bytes | null = null;
  /** Verified edits that show, as they came. */
  #shown: Edit[] = [];
  /** Verified edits of voices that are not let in yet, or that came before the meeting's first entry. */
  #held: Edit[] = [];
  #text: readonly Paragraph[] | null = null;
  #cursors: ReadonlyMap<number, SummaryCursor> = new Map();
  readonly #textListeners = new Set<() => void>();
  readonly #cursorListeners = new Set<() => void>();

  constructor(ports: SummaryPorts) {
    this.#ports = ports;
    this.#listen();
  }

  /** Takes in a verified edit. It shows once its voice is let in. */
  add(update: Bytes, place: PlacedEntry): void {
    this.#held.push({ update, place });
  }

  /** Shows what may be shown now. `seed` is null until the meeting's first entry has come. */
  settle(seed: Bytes | null, maySpeak: (voice: VoiceId) => boolean): void {
    if (this.#seed === null) {
      if (seed === null) return;
      applySeed(this.doc, seed, FROM_FEED);
      this.#seed = seed;
    }
    const ready = this.#held.filter(({ place }) => maySpeak(place.voice));
    if (ready.length === 0) return;
    this.#held = this.#held.filter(({ place }) => !maySpeak(place.voice));
    this.#shown.push(...ready);
    applyAll(this.doc, ready);
  }

  /** Whether what a voice says that it still stands by is something else than what it has said. */
  isContradictedBy(update: Bytes): boolean {
    // In a document that nobody sees: what turns out to be refused must not have been taken in.
    const doc = this.#build();
    Y.applyUpdate(doc, update, FROM_FEED);
    return contradicts(doc, update);
  }

  /**
   * Lets go of edits that are not kept any more, and of everything that was crossed out: the document is made anew
   * from what is left, so no undo keeps it either. To be called only while nothing written here is unsaved. True: there was something.
   */
  letGo(isLetGoOf: (place: PlacedEntry) => boolean): boolean {
    const isKept = ({ place }: Edit): boolean => !isLetGoOf(place);
    const [shown, held] = [this.#shown.filter(isKept), this.#held.filter(isKept)];
    if (shown.length === this.#shown.length && held.length === this.#held.length) return false;
    this.#shown = shown;
    this.#held = held;
    const former = this.doc;
    this.doc = this.#build();
    this.doc.clientID = former.clientID;
    former.destroy();
    this.#listen();
    // Until the editor has moved over, keys still go into the document it had.
    former.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === FROM_FEED) return;
      const { clientID } = this.doc;
      Y.applyUpdate(this.doc, update);
      // Yjs gives up a client id under which something comes from elsewhere. These keys are this screen's own.
      this.doc.clientID = clientID;
    });
    this.#changed();
    return true;
  }

  /** Everything that still stands of what was written under these client ids. */
  standing(clientIds: ReadonlySet<number>): Bytes {
    return condense(this.#build(), clientIds);
  }

  /** Whether anything shows that this voice has written or crossed out. */
  hasEditsOf(voice: VoiceId): boolean {
    return this.#shown.some(({ place }) => place.voice === voice);
  }

  /** Whoever types now types under this client id. */
  writeUnder(clientId: number): void {
    this.doc.clientID = clientId;
  }

  read(): readonly Paragraph[] {
    this.#text ??= readDocument(this.doc, this.#ports.voiceOf);
    return this.#text;
  }

  subscribe(listener: () => void): () => void {
    this.#textListeners.add(listener);
    return () => this.#textListeners.delete(listener);
  }

  cursors(): ReadonlyMap<number, SummaryCursor> {
    return this.#cursors;
  }

  setCursors(cursors: ReadonlyMap<number, SummaryCursor>): void {
    this.#cursors = cursors;
    for (const listener of this.#cursorListeners) listener();
  }

  subscribeToCursors(listener: () => void): () => void {
    this.#cursorListeners.add(listener);
    return () => this.#cursorListeners.delete(listener);
  }

  showCursor(cursor: { readonly anchor: TextPosition; readonly focus: TextPosition } | null): void {
    this.#ports.onCursor(cursor);
  }

  /** A document of what shows, that no editor has seen: it keeps nothing of what was crossed out. */
  #build(): Y.Doc {
    const doc = new Y.Doc();
    if (this.#seed !== null) applySeed(doc, this.#seed, FROM_FEED);
    applyAll(doc, this.#shown);
    return doc;
  }

  #listen(): void {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      // Yjs encodes into buffers of its own, which are ordinary ones.
      if (origin !== FROM_FEED) this.#ports.onKey(update as Bytes);
      this.#changed();
    });
  }

  #changed(): void {
    this.#text = null;
    for (const listener of this.#textListeners) listener();
  }
}

function applyAll(doc: Y.Doc, edits: readonly Edit[]): void {
  Y.transact(
    doc,
    () => {
      for (const { update } of edits) Y.applyUpdate(doc, update, FROM_FEED);
    },
    FROM_FEED,
  );
}
