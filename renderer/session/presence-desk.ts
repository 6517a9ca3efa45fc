import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import {
  readPresences,
  sealPresences,
  signPresence,
  voicesPresent,
  type PresentVoice,
  type TextPosition,
} from "../../shared/meeting/presence.ts";
import type { SummaryCursor } from "./meeting-session.ts";

/** A local voice that can sign its presence. */
export interface Signer {
  readonly voice: VoiceId;
  readonly privateKey: CryptoKey;
  readonly clientId: number;
}

/** A moving cursor is shown at most this often: words come first. */
const PACE_MS = 50;

export interface PresencePorts {
  readonly secrets: MeetingSecrets;
  readonly show: (presence: Bytes | null) => void;
  /** Whether a voice is in the meeting: nobody else is shown as present. */
  readonly isHere: (voice: VoiceId) => boolean;
  /** The voice that was proved to write under a Yjs client id, or null while none was. */
  readonly voiceOf: (clientId: number) => VoiceId | null;
  readonly onPresent: (present: ReadonlySet<VoiceId>) => void;
  readonly onCursors: (cursors: ReadonlyMap<number, SummaryCursor>) => void;
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
  #sending = false;
  #stale = false;
  #reading = Promise.resolve();
  readonly #read = new WeakMap<Bytes, Promise<readonly PresentVoice[]>>();
  #present: ReadonlySet<VoiceId> = new Set();
  #others: readonly (readonly PresentVoice[])[] = [];

  constructor(ports: PresencePorts) {
    this.#ports = ports;
  }

  /** The voices of this laptop, and which of them speaks. */
  setVoices(signers: readonly Signer[], speaking: VoiceId | null): void {
    this.#signers = signers;
    if (this.#speaking !== speaking) this.#place = null;
    this.#speaking = speaking;
    this.#tell();
    this.#send();
  }

  /** Where the speaking voice is in the summary. */
  setPlace(place: Place | null): void {
    this.#place = place;
    this.#send();
  }

  /** Takes the sealed presences of all other laptops. */
  receive(sealed: ReadonlyMap<number, Bytes>): void {
    this.#reading = this.#reading.then(async () => {
      this.#others = await Promise.all([...sealed.values()].map((bytes) => this.#readOnce(bytes)));
      this.#tell();
    });
  }

  #readOnce(bytes: Bytes): Promise<readonly PresentVoice[]> {
    const known = this.#read.get(bytes) ?? readPresences(this.#ports.secrets, bytes);
    this.#read.set(bytes, known);
    return known;
  }

  #tell(): void {
    const { isHere, voiceOf, onCursors, onPresent } = this.#ports;
    const voices = [...voicesPresent(this.#others), ...this.#signers.map(({ voice }) => voice)];
    const present = new Set(voices.filter(isHere));
    const cursors = new Map<number, SummaryCursor>();
    for (const { voice, cursor } of this.#others.flat()) {
      if (cursor === null || !isHere(voice)) continue;
      // A cursor counts only under a client id that is not proved to be another voice's.
      if ((voiceOf(cursor.clientId) ?? voice) !== voice) continue;
      cursors.set(cursor.clientId, { voice, anchor: cursor.anchor, focus: cursor.focus });
    }
    onCursors(cursors);
    if (present.size === this.#present.size && [...present].every((voice) => this.#present.has(voice))) return;
    this.#present = present;
    onPresent(present);
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
      const signed = await Promise.all(
        this.#signers.map(({ voice, privateKey, clientId }) => {
          const cursor = voice === this.#speaking && this.#place !== null ? { clientId, ...this.#place } : null;
          return signPresence(this.#ports.secrets, privateKey, { voice, atMs, cursor });
        }),
      );
      this.#ports.show(signed.length === 0 ? null : await sealPresences(this.#ports.secrets, signed));
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
  }
}
