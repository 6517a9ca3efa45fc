import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type * as Y from "yjs";
import { appendWords } from "../../shared/meeting/append-words.ts";
import { copyWords, docOfWords, wordsAfresh } from "../../shared/meeting/copy-words.ts";
import { createOwnedId } from "../../shared/meeting/owned-id.ts";
import type { Phase } from "../../shared/meeting/shapes.ts";
import type { Utterance } from "../../shared/meeting/state.ts";
import { shapedLike, shapeOf, UNSHAPED } from "./draft-shape.ts";
import type { Open, Pen } from "./open-draft.ts";
import { FROM_FEED, type TextShelf } from "./text-shelf.ts";
import type { Draft, DraftShape, KeptDraft } from "./writing-wishes.ts";

export interface DraftsPorts {
  readonly shelf: TextShelf;
  readonly seed: () => Bytes | null;
  /** Whether the others are to see words of this shape as this voice writes them. */
  readonly isSeen: (voice: VoiceId, shape: DraftShape) => boolean;
  /** What this device has kept of a draft of this voice that nobody else has seen. */
  readonly kept: (voice: VoiceId) => KeptDraft | null;
  /** Called with every key that the others are to see; `begins` with the first one of an utterance they have not heard of. */
  readonly onKey: (pen: Pen, draft: Draft, edit: Bytes, begins: boolean) => void;
  /** Called when something changed in a draft that nobody else has seen. */
  readonly onUnseen: (voice: VoiceId, draft: Draft) => void;
  readonly onChange: () => void;
}

/** The utterances that voices on this laptop are writing: one each. The others see them at once, or once they are said. */
export class Drafts {
  readonly #ports: DraftsPorts;
  readonly #open = new Map<VoiceId, Open>();
  /** Drafts whose end has been asked for, until the record says so too: nothing more is written in them. */
  readonly #ended = new Set<UtteranceId>();

  constructor(ports: DraftsPorts) {
    this.#ports = ports;
  }

  /**
   * This voice's draft: the unsaid utterance it left behind in the record, the one that is kept on this device, or an empty
   * one. The same object until it changes.
   */
  of(pen: Pen, unsaid: Utterance | undefined): Draft {
    const open = this.#open.get(pen.voice) ?? this.#take(pen, unsaid);
    const isSeen = this.#isToBeSeen(open) && !open.keptBack;
    if (open.draft.isSeen !== isSeen) open.draft = { ...open.draft, isSeen };
    return open.draft;
  }

  /**
   * Takes up what this device has kept of this voice's draft, also where it has begun with other words meanwhile. The draft that is
   * open stays the one it is, because the keyboard may be in it already; what is kept next is kept of it.
   */
  takeUpKept(voice: VoiceId): void {
    const [open, kept] = [this.#open.get(voice), this.#kept(voice)];
    if (open === undefined || open.begun || kept === null || open.draft.utterance === kept.utterance) return;
    if (!open.keptBack) {
      Object.assign(open, { draft: shapedLike(open.draft, kept), keptBack: true, phaseChosen: true });
    }
    copyWords(docOfWords(kept.words, this.#ports.seed()), open.draft.doc);
    this.#ports.onChange();
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
    if (change.phase !== undefined) open.phaseChosen = true;
    // Words that turn out to be someone else's are for them to look on.
    if (open.keptBack && change.speaker !== undefined && this.#isToBeSeen(open)) this.#writeAfresh(open);
    else if (open.keptBack) this.#ports.onUnseen(voice, open.draft);
    this.#ports.onChange();
  }

  /** Shows the others what is kept from them of a draft, and from now on every key in it. */
  show(voice: VoiceId): void {
    const open = this.#open.get(voice);
    if (open?.keptBack === true && this.#isToBeSeen(open)) this.#writeAfresh(open);
    this.#ports.onChange();
  }

  /**
   * Takes a draft that the others see back to this device: its words go on in a new one. `withdraw` has the others let go of
   * what they have seen.
   */
  async takeBack(voice: VoiceId, withdraw: (utterance: UtteranceId) => Promise<void>): Promise<void> {
    const open = this.#open.get(voice);
    if (open?.begun !== true) return;
    const { utterance } = open.draft;
    this.#ended.add(utterance);
    this.#writeAfresh(open);
    this.#ports.onChange();
    await withdraw(utterance);
    this.#ended.delete(utterance);
  }

  /** The words of a draft as one edit, for the others who have seen nothing of it. */
  whole(voice: VoiceId): Bytes | null {
    const [open, seed] = [this.#open.get(voice), this.#ports.seed()];
    return open === undefined || seed === null ? null : wordsAfresh(open.draft.doc, seed, open.pen.clientId);
  }

  /** Puts these words, of this shape, where an empty draft is open. */
  bringBack(voice: VoiceId, shape: DraftShape, words: Bytes): void {
    const open = this.#open.get(voice);
    if (open === undefined || open.begun || open.keptBack) return;
    this.close(voice);
    const next = this.#begin(open.pen, { ...shape, utterance: createOwnedId(open.pen.mark) }, { phaseChosen: true });
    copyWords(docOfWords(words, this.#ports.seed()), next.draft.doc);
    this.#ports.onChange();
  }

  /**
   * This voice's draft as it belongs to what goes on now, as long as its writer has not said otherwise: what the others have
   * seen begin keeps its phase. Nobody but those who `mayReflect` is in a reflection.
   */
  inPhase(voice: VoiceId, phase: Phase, mayReflect: boolean): Draft | null {
    const open = this.#open.get(voice);
    if (open === undefined) return null;
    const belongs = mayReflect ? (open.phaseChosen ? open.draft.phase : phase) : "conversation";
    if (!open.begun && open.draft.phase !== belongs) open.draft = { ...open.draft, phase: belongs };
    return open.draft;
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
    // What is said in one goes from the record's own words to the screen: nothing is added to the draft's.
    if (!open.begun) this.#ports.shelf.release(utterance);
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

  /** Lets go of a draft. */
  close(voice: VoiceId): void {
    const open = this.#open.get(voice);
    if (open === undefined) return;
    this.#open.delete(voice);
    this.#ports.shelf.release(open.draft.utterance);
    this.#ports.onChange();
  }

  #take(pen: Pen, unsaid: Utterance | undefined): Open {
    if (unsaid !== undefined) {
      return this.#begin(pen, { utterance: unsaid.id, ...shapeOf(pen.voice, unsaid) }, { begun: true });
    }
    const kept = this.#kept(pen.voice);
    if (kept === null) return this.#begin(pen, { utterance: createOwnedId(pen.mark), ...UNSHAPED }, {});
    const { words, ...shape } = kept;
    return this.#begin(pen, shape, { words: docOfWords(words, this.#ports.seed()), phaseChosen: true });
  }

  /** Opens a draft, with these words in it that nobody else has seen, if any. */
  #begin(
    pen: Pen,
    shape: DraftShape & { readonly utterance: UtteranceId },
    opens: { readonly begun?: boolean; readonly words?: Y.Doc; readonly phaseChosen?: boolean },
  ): Open {
    const { begun = false, words = null, phaseChosen = false } = opens;
    const doc = this.#ports.shelf.openDoc(shape.utterance, pen.clientId);
    if (words !== null) copyWords(words, doc);
    const draft = { ...shape, doc, isSeen: begun };
    const open: Open = { draft, pen, begun, keptBack: words !== null, phaseChosen };
    this.#open.set(pen.voice, open);
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      // Yjs encodes into buffers of its own, which are ordinary ones.
      if (origin !== FROM_FEED && this.#open.get(pen.voice) === open) this.#wrote(open, update as Bytes);
    });
    return open;
  }

  #wrote(open: Open, edit: Bytes): void {
    const { pen, draft } = open;
    this.#ports.shelf.touch(draft.utterance); // so that it can be said at once, also before its first key is saved
    if (this.#isToBeSeen(open) && !open.keptBack) {
      this.#ports.onKey(pen, draft, edit, !open.begun);
      open.begun = true;
      return;
    }
    open.keptBack = true;
    this.#ports.onUnseen(pen.voice, draft);
  }

  /** Goes on with the words of a draft in a new one: what was crossed out in the other stays there. */
  #writeAfresh({ pen, draft, phaseChosen }: Open): void {
    const next = this.#begin(pen, { ...draft, utterance: createOwnedId(pen.mark) }, { phaseChosen });
    copyWords(draft.doc, next.draft.doc);
    this.#ports.shelf.release(draft.utterance);
  }

  #isToBeSeen({ begun, pen, draft }: Open): boolean {
    return begun || this.#ports.isSeen(pen.voice, draft);
  }

  #kept(voice: VoiceId): KeptDraft | null {
    const kept = this.#ports.kept(voice);
    return kept === null || this.#ended.has(kept.utterance) ? null : kept;
  }
}
