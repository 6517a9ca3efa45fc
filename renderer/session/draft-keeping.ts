import { base64 } from "@scure/base";
import { isBlank, readDocument } from "../../shared/meeting/document.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { wordsAfresh } from "../../shared/meeting/copy-words.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import { no } from "../../shared/result.ts";
import { Discarded } from "./discarded.ts";
import type { Drafts } from "./drafts.ts";
import type { MeetingView, PrivateNotes } from "./meeting-session.ts";
import { LONGEST_KEPT_DRAFT, type PrivateNotesDesk } from "./private-notes.ts";
import type { Draft, KeptDraft } from "./writing-wishes.ts";

/** How long after a key the words are kept that were written until then. */
const KEPT_AFTER_MS = 300;
/** How long to wait before asking a vault again that could not keep them. */
const RETRY_AFTER_MS = 2000;
/** The client id under which words are kept. What is taken up again is written anew by whoever goes on with it. */
const KEPT_CLIENT_ID = 1;

export interface DraftKeepingPorts {
  readonly notes: PrivateNotesDesk;
  readonly seed: () => Bytes | null;
  readonly state: () => MeetingState;
  readonly onSaving: (saving: MeetingView["saving"]) => void;
}

/**
 * Keeps what a voice writes that nobody else has seen, among what that voice keeps for itself on this device: so that neither
 * a crash nor a hand-over loses it. None of it becomes an entry before it is said.
 */
export class DraftKeeping {
  /** What was let go of last, by whoever has the laptop. */
  readonly discarded = new Discarded();
  /** Voices whose draft has become too long to be shown as it is written: it stays here until it is said or let go of. */
  readonly tooLong = new Set<VoiceId>();
  readonly #ports: DraftKeepingPorts;
  #waits: { readonly voice: VoiceId; readonly draft: Draft } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ports: DraftKeepingPorts) {
    this.#ports = ports;
  }

  /** What this device has kept of this voice's draft, if it has the laptop and has not said it or let go of it since. */
  of(voice: VoiceId): KeptDraft | null {
    const { notes } = this.#ports;
    const draft = notes.voice === voice ? (notes.now?.draft ?? null) : null;
    if (draft === null || this.#isOver(draft.utterance)) return null;
    return { ...draft, words: new Uint8Array(base64.decode(draft.words)) };
  }

  /** The draft has changed: what is in it is kept soon. */
  touch(voice: VoiceId, draft: Draft): void {
    if (this.#waits?.voice !== voice) this.flush();
    this.#waits = { voice, draft };
    this.#ports.onSaving("saving");
    this.#timer ??= setTimeout(() => this.flush(), KEPT_AFTER_MS);
  }

  /** Keeps what waits to be kept, now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const waits = this.#waits;
    this.#waits = null;
    if (this.#ports.notes.voice !== waits?.voice || this.#isOver(waits.draft.utterance)) return;
    void this.#keep(waits.voice, waits.draft);
  }

  /** Lets go of what is kept of a draft that was said, shown to the others or let go of. */
  forget(utterance: UtteranceId): void {
    const { notes } = this.#ports;
    if (this.#waits?.draft.utterance === utterance) {
      this.#waits = null;
      this.#ports.onSaving("saved");
    }
    if (notes.now?.draft?.utterance === utterance) void notes.change({ draft: null });
  }

  /** What the voice that has the laptop keeps for itself was read, or is another: it goes on with what it was writing. */
  takeUp(drafts: Drafts): void {
    const { voice, now } = this.#ports.notes;
    const kept = now?.draft ?? null;
    if (kept !== null && this.#isOver(kept.utterance)) this.forget(kept.utterance);
    if (voice !== null) drafts.takeUpKept(voice);
    this.flush();
  }

  async #keep(voice: VoiceId, draft: Draft): Promise<void> {
    const { notes, onSaving } = this.#ports;
    const next = this.#toBeKept(draft);
    const isTooLong = next !== null && next.words.length > LONGEST_KEPT_DRAFT;
    const kept = isTooLong ? no("not-saved") : await notes.change({ draft: next });
    if (this.#waits !== null) return;
    if (kept.ok) {
      onSaving("saved");
      return;
    }
    onSaving("failed");
    this.#waits = { voice, draft };
    this.#timer ??= setTimeout(() => this.flush(), RETRY_AFTER_MS);
  }

  #toBeKept({ doc, ...draft }: Draft): PrivateNotes["draft"] {
    const seed = this.#ports.seed();
    if (seed === null || isBlank(readDocument(doc, () => null))) return null;
    const { utterance, answers, part, phase, speaker, corrects, imagines, language } = draft;
    const shape = { utterance, answers, part, phase, speaker, corrects, imagines, language };
    return { ...shape, words: base64.encode(wordsAfresh(doc, seed, KEPT_CLIENT_ID)) };
  }

  #isOver(utterance: UtteranceId): boolean {
    const { utterances, erased } = this.#ports.state();
    return erased.has(utterance) || utterances.get(utterance)?.said === true;
  }
}
