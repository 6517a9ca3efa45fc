import * as Y from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { Listeners } from "../../shared/listeners.ts";
import { condense, contradicts } from "../../shared/meeting/condense.ts";
import { paragraphOf, type Paragraph, type VoiceOf } from "../../shared/meeting/document.ts";
import type { PlacedEntry } from "../../shared/meeting/removal.ts";
import { attempt } from "../../shared/report.ts";
import { SteadyDoc } from "../../shared/steady-doc.ts";
import type { Line } from "../../shared/text/lines.ts";
import type { TextPosition } from "../../shared/text/position.ts";
import { applySeed } from "../../shared/text/seed.ts";
import { TextView } from "../../shared/text/text-view.ts";
import type { SummaryCursor, SummaryDesk } from "./meeting-session.ts";
import { FROM_FEED } from "./text-shelf.ts";

export interface SummaryPorts {
  readonly voiceOf: VoiceOf;
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
  text = new TextView(new SteadyDoc());
  readonly #ports: SummaryPorts;
  #seed: Bytes | null = null;
  /** Verified edits that show, as they came. */
  #shown: Edit[] = [];
  /** Verified edits of voices that are not let in yet, or that came before the meeting's first entry. */
  #held: Edit[] = [];
  #read: { readonly lines: readonly Line[]; readonly paragraphs: readonly Paragraph[] } | null = null;
  /** Lines that stayed as they were are not put into words again. */
  readonly #paragraphs = new WeakMap<Line, Paragraph>();
  #cursors: ReadonlyMap<number, SummaryCursor> = new Map();
  readonly #textListeners = new Listeners();
  #leaveText: (() => void) | null = null;
  readonly #cursorListeners = new Listeners();

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
      applySeed(this.text.doc, seed, FROM_FEED);
      this.#seed = seed;
    }
    const ready = this.#held.filter(({ place }) => maySpeak(place.voice));
    if (ready.length === 0) return;
    this.#held = this.#held.filter(({ place }) => !maySpeak(place.voice));
    this.#shown.push(...ready);
    // Whatever an observer of the document throws, the edits are in it by then.
    attempt(() => applyAll(this.text.doc, ready));
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
    const former = this.text;
    const doc = this.#build();
    doc.clientID = former.doc.clientID;
    this.text = new TextView(doc);
    former.doc.destroy();
    this.#listen();
    // Until the editor has moved over, keys still go into the document it had.
    former.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === FROM_FEED) return;
      const { doc: now } = this.text;
      const { clientID } = now;
      attempt(() => Y.applyUpdate(now, update));
      // Yjs gives up a client id under which something comes from elsewhere. These keys are this screen's own.
      now.clientID = clientID;
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
    this.text.doc.clientID = clientId;
  }

  read(): readonly Paragraph[] {
    const { lines } = this.text;
    if (this.#read?.lines !== lines) {
      this.#read = { lines, paragraphs: lines.map((line) => this.#paragraphOf(line)) };
    }
    return this.#read.paragraphs;
  }

  subscribe(listener: () => void): () => void {
    const leave = this.#textListeners.subscribe(listener);
    this.#leaveText ??= this.text.subscribe(this.#changed);
    return () => {
      leave();
      if (!this.#textListeners.isEmpty) return;
      this.#leaveText?.();
      this.#leaveText = null;
    };
  }

  cursors(): ReadonlyMap<number, SummaryCursor> {
    return this.#cursors;
  }

  setCursors(cursors: ReadonlyMap<number, SummaryCursor>): void {
    this.#cursors = cursors;
    this.#cursorListeners.notify();
  }

  subscribeToCursors(listener: () => void): () => void {
    return this.#cursorListeners.subscribe(listener);
  }

  showCursor(cursor: { readonly anchor: TextPosition; readonly focus: TextPosition } | null): void {
    this.#ports.onCursor(cursor);
  }

  /** A document of what shows, that no editor has seen: it keeps nothing of what was crossed out. */
  #build(): Y.Doc {
    const doc = new SteadyDoc();
    if (this.#seed !== null) applySeed(doc, this.#seed, FROM_FEED);
    applyAll(doc, this.#shown);
    return doc;
  }

  /** Follows the document there is now: what is written in it, and, while somebody listens, how it reads. */
  #listen(): void {
    this.text.doc.on("update", (update: Uint8Array, origin: unknown) => {
      // Yjs encodes into buffers of its own, which are ordinary ones.
      if (origin !== FROM_FEED) this.#ports.onKey(update as Bytes);
    });
    this.#leaveText?.();
    this.#leaveText = this.#textListeners.isEmpty ? null : this.text.subscribe(this.#changed);
  }

  readonly #changed = (): void => {
    this.#textListeners.notify();
  };

  #paragraphOf(line: Line): Paragraph {
    const known = this.#paragraphs.get(line);
    if (known !== undefined) return known;
    const paragraph = paragraphOf(line, this.#ports.voiceOf);
    this.#paragraphs.set(line, paragraph);
    return paragraph;
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
