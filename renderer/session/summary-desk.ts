import * as Y from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { readDocument, type Paragraph } from "../../shared/meeting/document.ts";
import type { TextPosition } from "../../shared/meeting/presence.ts";
import { applySeed } from "../../shared/meeting/seed.ts";
import type { SummaryCursor, SummaryDesk } from "./meeting-session.ts";
import { FROM_FEED } from "./text-shelf.ts";

export interface SummaryPorts {
  readonly voiceOf: (clientId: number) => VoiceId | null;
  /** Called with every change this screen's editor makes. */
  readonly onKey: (edit: Bytes) => void;
  readonly onCursor: (cursor: { readonly anchor: TextPosition; readonly focus: TextPosition } | null) => void;
}

/** The one document with many writers: takes verified edits in, gives this screen's own edits out. */
export class Summary implements SummaryDesk {
  readonly doc = new Y.Doc();
  readonly #ports: SummaryPorts;
  #seeded = false;
  /** Verified edits of voices that are not let in yet, or that came before the meeting's first entry. */
  #held: { readonly voice: VoiceId; readonly update: Bytes }[] = [];
  #text: readonly Paragraph[] | null = null;
  #cursors: ReadonlyMap<number, SummaryCursor> = new Map();
  readonly #textListeners = new Set<() => void>();
  readonly #cursorListeners = new Set<() => void>();

  constructor(ports: SummaryPorts) {
    this.#ports = ports;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      this.#text = null;
      // Yjs encodes into buffers of its own, which are ordinary ones.
      if (origin !== FROM_FEED) this.#ports.onKey(update as Bytes);
      for (const listener of this.#textListeners) listener();
    });
  }

  /** Takes in a verified edit. It shows once its voice is let in. */
  add(voice: VoiceId, update: Bytes): void {
    this.#held.push({ voice, update });
  }

  /** Shows what may be shown now. `seed` is null until the meeting's first entry has come. */
  settle(seed: Bytes | null, maySpeak: (voice: VoiceId) => boolean): void {
    if (!this.#seeded) {
      if (seed === null) return;
      applySeed(this.doc, seed, FROM_FEED);
      this.#seeded = true;
    }
    const ready = this.#held.filter(({ voice }) => maySpeak(voice));
    if (ready.length === 0) return;
    this.#held = this.#held.filter(({ voice }) => !maySpeak(voice));
    Y.transact(
      this.doc,
      () => {
        for (const { update } of ready) Y.applyUpdate(this.doc, update, FROM_FEED);
      },
      FROM_FEED,
    );
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
}
