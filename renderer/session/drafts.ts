import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { appendWords } from "../../shared/meeting/append-words.ts";
import { createOwnedId } from "../../shared/meeting/owned-id.ts";
import type { Utterance } from "../../shared/meeting/state.ts";
import { shapeOf, UNSHAPED } from "./draft-shape.ts";
import { FROM_FEED, type TextShelf } from "./text-shelf.ts";
import type { Draft, DraftShape } from "./writing-wishes.ts";

/** What a voice needs to write: its Yjs client id and the mark of its utterances. */
export interface Pen {
  readonly voice: VoiceId;
  readonly clientId: number;
  readonly mark: Bytes;
}

export interface DraftsPorts {
  readonly shelf: TextShelf;
  /** Called with every key in a draft; `begins` with the first one of an utterance nobody else has heard of. */
  readonly onKey: (pen: Pen, draft: Draft, edit: Bytes, begins: boolean) => void;
  readonly onChange: () => void;
}

interface Open {
  draft: Draft;
  begun: boolean;
}

/** The utterances that voices on this laptop are writing: one each, begun with its first key. */
export class Drafts {
  readonly #ports: DraftsPorts;
  readonly #open = new Map<VoiceId, Open>();
  /** Drafts whose end has been asked for, until the record says so too: nothing more is written in them. */
  readonly #ended = new Set<UtteranceId>();

  constructor(ports: DraftsPorts) {
    this.#ports = ports;
  }

  /** This voice's draft: the unsaid utterance it left behind, or an empty one. The same object until it changes. */
  of(pen: Pen, unsaid: Utterance | undefined): Draft {
    const known = this.#open.get(pen.voice);
    if (known !== undefined) return known.draft;
    const id = unsaid?.id ?? createOwnedId<UtteranceId>(pen.mark);
    const doc = this.#ports.shelf.openDoc(id, pen.clientId);
    const draft: Draft = {
      utterance: id,
      doc,
      ...(unsaid === undefined ? UNSHAPED : shapeOf(pen.voice, unsaid)),
    };
    const open: Open = { draft, begun: unsaid !== undefined };
    this.#open.set(pen.voice, open);
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === FROM_FEED) return;
      // Yjs encodes into buffers of its own, which are ordinary ones.
      this.#ports.onKey(pen, open.draft, update as Bytes, !open.begun);
      open.begun = true;
    });
    return draft;
  }

  /** Whether the others know of this voice's draft. */
  isBegun(voice: VoiceId): boolean {
    return this.#open.get(voice)?.begun ?? false;
  }

  /** Changes what a draft is to the others, as long as it has not begun for them. */
  shape(voice: VoiceId, change: Partial<DraftShape>): void {
    const open = this.#open.get(voice);
    if (open === undefined || open.begun) return;
    open.draft = { ...open.draft, ...change };
    this.#ports.onChange();
  }

  /** Lets go of drafts whose words are let go of. */
  closeErased(erased: ReadonlySet<UtteranceId>): void {
    for (const [voice, { draft }] of this.#open) if (erased.has(draft.utterance)) this.close(voice);
  }

  /** Whether an utterance's end has been asked for, so that it is no draft any more. */
  hasEnded(utterance: UtteranceId): boolean {
    return this.#ended.has(utterance);
  }

  /**
   * Ends a draft at once: the very next key belongs to the next one. Its words stay as they are until `done` is, which is
   * when its end is saved.
   */
  async end(voice: VoiceId, done: Promise<void>): Promise<void> {
    const open = this.#open.get(voice);
    if (open === undefined) return done;
    const { utterance } = open.draft;
    this.#open.delete(voice);
    this.#ended.add(utterance);
    this.#ports.onChange();
    await done;
    this.#ended.delete(utterance);
    this.#ports.shelf.release(utterance);
    this.#ports.onChange();
  }

  /**
   * Takes a draft out of memory because its voice hands the laptop over; what others have been shown of it is in the record, and
   * it is taken up from there. A draft that is only now on its way there stays.
   */
  putAside(voice: VoiceId, isInRecord: (utterance: UtteranceId) => boolean): void {
    const open = this.#open.get(voice);
    if (open !== undefined && (!open.begun || isInRecord(open.draft.utterance))) this.close(voice);
  }

  /** Writes these words at the end of a draft, as if its voice had typed them. */
  fill(voice: VoiceId, words: string): void {
    const open = this.#open.get(voice);
    if (open !== undefined) appendWords(open.draft.doc, words);
  }

  /** Lets go of a draft whose words are let go of. */
  close(voice: VoiceId): void {
    const open = this.#open.get(voice);
    if (open === undefined) return;
    this.#open.delete(voice);
    this.#ports.shelf.release(open.draft.utterance);
    this.#ports.onChange();
  }
}
