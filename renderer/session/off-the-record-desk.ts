import type { VoiceId } from "../../shared/feed/ids.ts";
import { Listeners } from "../../shared/listeners.ts";
import type { OffTheRecord } from "../../shared/meeting/in-the-room.ts";
import type { Place } from "../../shared/meeting/shapes.ts";
import {
  LONGEST_OFF_THE_RECORD,
  MOST_OFF_THE_RECORD,
  ROOM_OFF_THE_RECORD,
  type PresentVoice,
  type SaidOffTheRecord,
} from "../../shared/meeting/presence.ts";
import { placeName } from "../../shared/meeting/stated.ts";
import type { SpokenOff } from "./off-the-record-wishes.ts";

/** What the desk has to know of the meeting, and whom it tells that something is another. */
export interface OffTheRecordPorts {
  readonly timeOf: (place: Place) => OffTheRecord | undefined;
  readonly onChange: () => void;
}

/** Words of a voice here whose time has ended and was kept. */
interface Kept {
  readonly voice: VoiceId;
  readonly words: string;
}

const NOTHING: readonly SpokenOff[] = [];
/** Controls but the line break, and halves of characters: nothing of them shows, and they take up more room than a letter. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cs}]/gu;

/**
 * What is said while off the record: held in memory, shown by presence, and let go of when its time ends. Nothing here is ever
 * handed to the vault or the wire doc.
 */
export class OffTheRecordDesk {
  #ports: OffTheRecordPorts | null = null;
  readonly #own = new Map<VoiceId, readonly SaidOffTheRecord[]>();
  #heard: readonly PresentVoice[] = [];
  #kept: Kept[] = [];
  #shown: readonly SpokenOff[] = NOTHING;
  readonly #listeners = new Listeners();

  join(ports: OffTheRecordPorts): void {
    this.#ports = ports;
  }

  /** Calls back when voices here have something else to show. */
  onWords(listener: () => void): void {
    this.#listeners.subscribe(listener);
  }

  /** What everyone sees, in order; the same object until it changes. */
  get shown(): readonly SpokenOff[] {
    return this.#shown;
  }

  /** What a voice here shows the others. */
  wordsOf(voice: VoiceId): readonly SaidOffTheRecord[] {
    return (this.#own.get(voice) ?? []).filter((said) => !this.isOver(said));
  }

  /** Whether a time is known to have ended: nothing that was said in it is shown or held any more. */
  isOver(place: Place): boolean {
    return (this.#ports?.timeOf(place)?.ended ?? null) !== null;
  }

  /** Says something by a voice here. False: there is no room for it. */
  speak(voice: VoiceId, { feed, seq }: Place, words: string, id: string): boolean {
    const plain = words.replace(UNSEEN, " ").trim();
    const said = [...this.#own.values()].flat();
    const own = this.#own.get(voice) ?? [];
    const length = said.reduce((sum, one) => sum + one.words.length, plain.length);
    if (own.length >= MOST_OFF_THE_RECORD || plain.length > LONGEST_OFF_THE_RECORD || length > ROOM_OFF_THE_RECORD) {
      return false;
    }
    const turns = [...said, ...this.#heard.flatMap(({ off = [] }) => off)].map(({ turn }) => turn);
    const turn = Math.min(1_000_000, 1 + Math.max(0, ...turns));
    this.#own.set(voice, [...own, { id, words: plain, feed, seq, turn }]);
    this.#listeners.notify();
    this.show();
    return true;
  }

  /** Takes what the voices on other laptops show now. */
  hear(present: readonly PresentVoice[]): void {
    this.#heard = present.filter(({ off }) => off !== undefined);
    this.show();
  }

  /** Shows what is to be shown now, and lets go of what is over. */
  show(): void {
    for (const [voice, own] of this.#own) this.#letGo(voice, own);
    if (this.#heard.some(({ off = [] }) => off.some((said) => this.isOver(said)))) {
      this.#heard = this.#heard.map((one) => this.withoutWhatIsOver(one));
    }
    const shown = this.#inOrder();
    if (shown.length === 0 && this.#shown.length === 0) return;
    if (JSON.stringify(shown) === JSON.stringify(this.#shown)) return;
    this.#shown = shown;
    this.#ports?.onChange();
  }

  /** A presence without words whose time has ended. */
  withoutWhatIsOver(present: PresentVoice): PresentVoice {
    if (present.off?.some((said) => this.isOver(said)) !== true) return present;
    return { ...present, off: present.off.filter((said) => !this.isOver(said)) };
  }

  /** Hands over, once, the words that are to be written into the record by the voices that `mayWrite`. */
  takeKept(mayWrite: (voice: VoiceId) => boolean): readonly Kept[] {
    const taken = this.#kept.filter(({ voice }) => mayWrite(voice));
    if (taken.length > 0) this.#kept = this.#kept.filter(({ voice }) => !mayWrite(voice));
    return taken;
  }

  close(): void {
    this.#own.clear();
    this.#heard = [];
    this.#kept = [];
    this.#shown = NOTHING;
  }

  #letGo(voice: VoiceId, own: readonly SaidOffTheRecord[]): void {
    const left = own.filter((said) => !this.isOver(said));
    if (left.length === own.length) return;
    // Also where someone's clock had it end before this voice was known to have spoken: nobody else wishes it for them.
    const kept = own.filter((said) => {
      const time = this.#ports?.timeOf(said);
      return time?.ended === "kept" && time.keeps.has(voice);
    });
    this.#kept.push(...kept.map(({ words }) => ({ voice, words })));
    if (left.length === 0) this.#own.delete(voice);
    else this.#own.set(voice, left);
  }

  #inOrder(): readonly SpokenOff[] {
    const own = [...this.#own].map(([voice, off]) => ({ voice, off }));
    const known = new Map<string, SaidOffTheRecord & { readonly voice: VoiceId }>();
    for (const { voice, off = [] } of [...this.#heard, ...own]) {
      for (const said of off) {
        // What is heard before its time is known to have begun waits for that.
        if (this.#ports?.timeOf(said)?.ended === null) known.set(`${voice} ${said.id}`, { voice, ...said });
      }
    }
    return [...known.values()]
      .sort((a, b) => a.turn - b.turn || (placeName(a) + a.id < placeName(b) + b.id ? -1 : 1))
      .map(({ id, voice, words }) => ({ id, voice, words }));
  }
}
