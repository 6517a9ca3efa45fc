import type { MeetingView, PrivateNotes } from "../../renderer/session/meeting-session.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import {
  arrived,
  handedOver,
  lockedVoices,
  openedWith,
  pinChanged,
  spokenAs,
  unlocked,
  voicesWithPin,
  type AtLaptop,
} from "../../shared/meeting/hand-over.ts";

const NOTHING: PrivateNotes = { live: null, draft: null, margin: [], pages: [] };

/** The laptop of a played meeting: whose hands it is in by the program's own rules, PINs in the clear, notes in memory. */
export class PlayedLaptop {
  readonly #notes = new Map<VoiceId, PrivateNotes>();
  #pins: ReadonlyMap<VoiceId, string> = new Map();
  #at: AtLaptop;

  constructor(voices: readonly VoiceId[]) {
    this.#at = openedWith(voices.map((id) => ({ id, hasPin: false })));
  }

  /** What the screen is told of it. */
  get view(): Pick<MeetingView, "localVoices" | "locked" | "speakingAs" | "withPin"> {
    const { locks, speaking } = this.#at;
    return {
      localVoices: [...locks.keys()],
      speakingAs: speaking,
      locked: lockedVoices(this.#at),
      withPin: voicesWithPin(this.#at),
    };
  }

  /** The meeting was opened anew, and these voices have a PIN. */
  reopen(pins: ReadonlyMap<VoiceId, string>): void {
    this.#pins = pins;
    this.#at = openedWith([...this.#at.locks.keys()].map((id) => ({ id, hasPin: pins.has(id) })));
  }

  add(voice: VoiceId, pin: string | null): void {
    if (pin !== null) this.#pins = new Map(this.#pins).set(voice, pin);
    this.#at = arrived(this.#at, voice, pin !== null);
  }

  speakAs(voice: VoiceId): void {
    this.#at = spokenAs(this.#at, voice);
  }

  handOver(): void {
    this.#at = handedOver(this.#at);
  }

  /** Whether it was the PIN. */
  unlock(voice: VoiceId, pin: string): boolean {
    if (this.#pins.has(voice) && this.#pins.get(voice) !== pin) return false;
    this.#at = unlocked(this.#at, voice);
    return true;
  }

  /** Whether the present PIN was right. */
  setPin(voice: VoiceId, present: string | null, next: string | null): boolean {
    if ((this.#pins.get(voice) ?? null) !== present) return false;
    const pins = new Map(this.#pins);
    if (next === null) pins.delete(voice);
    else pins.set(voice, next);
    this.#pins = pins;
    this.#at = pinChanged(this.#at, voice, next !== null);
    return true;
  }

  get notes(): PrivateNotes | null {
    const { speaking } = this.#at;
    return speaking === null ? null : (this.#notes.get(speaking) ?? NOTHING);
  }

  changeNotes(change: Partial<PrivateNotes>): void {
    const { speaking } = this.#at;
    if (speaking !== null && this.notes !== null) this.#notes.set(speaking, { ...this.notes, ...change });
  }
}
