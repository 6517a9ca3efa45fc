import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { FeedId, VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import {
  readPresences,
  sealPresences,
  signPresence,
  voicesPresent,
  type PresentVoice,
} from "../../shared/meeting/presence.ts";
import { report } from "../../shared/report.ts";
import type { TextPosition } from "../../shared/text/position.ts";
import type { SummaryCursor } from "./meeting-session.ts";
import type { OffTheRecordDesk } from "./off-the-record-desk.ts";

/** A local voice that is shown as present: with its key it signs that now, locked it has signed it before. */
export interface Signer {
  readonly voice: VoiceId;
  readonly privateKey: CryptoKey | null;
  readonly clientId: number;
}

/** A moving cursor is shown at most this often: words come first. */
const PACE_MS = 50;

export interface PresencePorts {
  readonly secrets: MeetingSecrets;
  readonly carrier: { readonly showPresence: (presence: Bytes | null) => void };
  /** What is said off the record travels with presence, and goes with its time. */
  readonly off: OffTheRecordDesk;
  /** Whether a voice is in the meeting: nobody else is shown as present. */
  readonly isHere: (voice: VoiceId) => boolean;
  /** The voice that was proved to write under a Yjs client id, or null while none was. */
  readonly voiceOf: (clientId: number) => VoiceId | null;
  readonly onPresent: (present: ReadonlySet<VoiceId>) => void;
  /** The signaling servers that this laptop hosts. */
  readonly places: () => readonly string[];
  /** Those that others say they host, with the voice that says so. */
  readonly onPlaces: (places: ReadonlyMap<string, VoiceId>) => void;
  readonly onCursors: (cursors: ReadonlyMap<number, SummaryCursor>) => void;
}

type Signed = ReturnType<typeof signPresence>;

/** What a locked voice can go on showing without its key: with what it has said off the record, and without it. */
interface SignedWhenLocked {
  readonly time: { readonly feed: FeedId; readonly seq: number } | null;
  readonly off: Signed | null;
  readonly bare: Signed;
}

interface Place {
  readonly anchor: TextPosition;
  readonly focus: TextPosition;
}

/** Who is here: shows this laptop's voices to the others, and theirs here. */
export class PresenceDesk {
  readonly #ports: PresencePorts;
  #signers: readonly Signer[] = [];
  #speaking: VoiceId | null = null;
  #place: Place | null = null;
  /** What a voice has signed when it was locked: it is shown for as long as the voice stays so. */
  readonly #signedHere = new Map<VoiceId, SignedWhenLocked>();
  #sending = false;
  #stale = false;
  #reading = Promise.resolve();
  #read = new WeakMap<Bytes, Promise<readonly PresentVoice[]>>();
  #present: ReadonlySet<VoiceId> = new Set();
  #able: ReadonlySet<VoiceId> = new Set();
  #others: readonly (readonly PresentVoice[])[] = [];

  constructor(ports: PresencePorts) {
    this.#ports = ports;
    ports.off.onWords(() => {
      this.#send();
    });
  }

  /** Those who are here and for whom something can be signed now: they are not locked. */
  get able(): ReadonlySet<VoiceId> {
    return this.#able;
  }

  /** The voices of this laptop, and which of them speaks. */
  setVoices(signers: readonly Signer[], speaking: VoiceId | null): void {
    for (const { voice, privateKey } of this.#signers) {
      const isLocked = signers.some((one) => one.voice === voice && one.privateKey === null);
      // The key is let go of as soon as it has signed this.
      if (privateKey !== null && isLocked) this.#signedHere.set(voice, this.#signLocked(privateKey, voice));
    }
    this.#signers = signers;
    if (this.#speaking !== speaking) this.#place = null;
    this.#speaking = speaking;
    this.#letGo();
    this.#tell();
    this.#send();
  }

  /** Where the speaking voice is in the summary. */
  setPlace(place: Place | null): void {
    this.#place = place;
    this.#send();
  }

  /** This laptop hosts at other places now. */
  placesChanged(): void {
    this.#send();
  }

  /** Takes the sealed presences of all other laptops. */
  receive(sealed: ReadonlyMap<number, Bytes>): void {
    const read = async (): Promise<void> => {
      this.#others = await Promise.all([...sealed.values()].map((bytes) => this.#readOnce(bytes)));
      this.#tell();
    };
    // The next presences are read in any case.
    this.#reading = this.#reading.then(read).catch(report);
  }

  #readOnce(bytes: Bytes): Promise<readonly PresentVoice[]> {
    const { secrets, off } = this.#ports;
    const known =
      this.#read.get(bytes) ??
      readPresences(secrets, bytes).then((present) => present.map((one) => off.withoutWhatIsOver(one)));
    this.#read.set(bytes, known);
    return known;
  }

  #tell(): void {
    const { isHere, voiceOf, onCursors, onPlaces, onPresent, off } = this.#ports;
    const mine = this.#signers.filter(({ voice, privateKey }) => privateKey !== null || this.#signedHere.has(voice));
    const voices = [...voicesPresent(this.#others), ...mine.map(({ voice }) => voice)];
    const present = new Set(voices.filter(isHere));
    const locked = this.#others.flat().flatMap((one) => (one.locked === true ? [one.voice] : []));
    for (const { voice, privateKey } of mine) if (privateKey === null) locked.push(voice);
    const able = [...present].filter((voice) => !locked.includes(voice));
    const cursors = new Map<number, SummaryCursor>();
    for (const { voice, cursor } of this.#others.flat()) {
      if (cursor === null || !isHere(voice)) continue;
      // A cursor counts only under a client id that is not proved to be another voice's.
      if ((voiceOf(cursor.clientId) ?? voice) !== voice) continue;
      cursors.set(cursor.clientId, { voice, anchor: cursor.anchor, focus: cursor.focus });
    }
    onCursors(cursors);
    onPlaces(placesOf(this.#others.flat().filter(({ voice }) => isHere(voice))));
    off.hear(this.#others.flat().filter(({ voice }) => isHere(voice)));
    if (isSame(present, this.#present) && isSame(able, this.#able)) return;
    if (!isSame(present, this.#present)) this.#present = present;
    this.#able = new Set(able);
    onPresent(this.#present);
  }

  /** Signs and shows the newest presence; what changes while one is being signed goes with the next. */
  #send(): void {
    this.#stale = true;
    if (this.#sending) return;
    this.#sending = true;
    void this.#sendAll().finally(() => {
      this.#sending = false;
    });
  }

  async #sendAll(): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      const atMs = Date.now();
      const places = this.#ports.places();
      const signed = await Promise.all(
        this.#signers.flatMap(({ voice, privateKey, clientId }) => {
          if (privateKey === null) return this.#shownLocked(voice);
          const cursor = voice === this.#speaking && this.#place !== null ? { clientId, ...this.#place } : null;
          return signPresence(this.#ports.secrets, privateKey, {
            ...{ voice, atMs, cursor, ...this.#saidOff(voice) },
            ...(places.length > 0 && { places: [...places] }),
          });
        }),
      );
      this.#ports.carrier.showPresence(signed.length === 0 ? null : await sealPresences(this.#ports.secrets, signed));
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
  }

  #signLocked(privateKey: CryptoKey, voice: VoiceId): SignedWhenLocked {
    const { secrets, off } = this.#ports;
    const locked = { voice, atMs: Date.now(), cursor: null, locked: true };
    const [time = null] = off.wordsOf(voice);
    const said = time === null ? null : signPresence(secrets, privateKey, { ...locked, ...this.#saidOff(voice) });
    return {
      time: time === null ? null : { feed: time.feed, seq: time.seq },
      off: said,
      bare: signPresence(secrets, privateKey, locked),
    };
  }

  #shownLocked(voice: VoiceId): Signed | [] {
    const signed = this.#signedHere.get(voice);
    return signed === undefined ? [] : (signed.off ?? signed.bare);
  }

  #saidOff(voice: VoiceId): Pick<PresentVoice, "off"> {
    const off = this.#ports.off.wordsOf(voice);
    return off.length === 0 ? {} : { off: [...off] };
  }

  /** Nothing that was said off the record stays here once its time has ended. */
  #letGo(): void {
    const { off } = this.#ports;
    for (const [voice, { time, bare }] of this.#signedHere) {
      if (time !== null && off.isOver(time)) this.#signedHere.set(voice, { time: null, off: null, bare });
    }
    const others = this.#others.map((voices) => voices.map((one) => off.withoutWhatIsOver(one)));
    if (others.every((voices, index) => voices.every((one, at) => one === this.#others[index]?.[at]))) return;
    this.#others = others;
    this.#read = new WeakMap();
  }
}

function placesOf(voices: readonly PresentVoice[]): ReadonlyMap<string, VoiceId> {
  return new Map(voices.flatMap(({ voice, places = [] }) => places.map((url) => [url, voice] as const)));
}

function isSame(some: Iterable<VoiceId>, others: ReadonlySet<VoiceId>): boolean {
  const voices = [...some];
  return voices.length === others.size && voices.every((voice) => others.has(voice));
}
