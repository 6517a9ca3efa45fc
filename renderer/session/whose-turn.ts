import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Hidden } from "../../shared/meeting/hand-over.ts";
import type { DraftKeeping } from "./draft-keeping.ts";
import type { Drafts } from "./drafts.ts";
import type { FeedsSeen } from "./feeds-seen.ts";
import type { KeptVoice } from "./keyring.ts";
import type { LocalVoice, VoiceHere } from "./local-voice.ts";
import type { LocalVoices } from "./local-voices.ts";
import type { PresenceDesk } from "./presence-desk.ts";
import type { PrivateNotesDesk } from "./private-notes.ts";
import type { Summary } from "./summary-desk.ts";

export interface WhoseTurnPorts {
  readonly voices: LocalVoices;
  readonly feeds: FeedsSeen;
  readonly drafts: Drafts;
  readonly keeping: DraftKeeping;
  readonly summary: Summary;
  readonly notes: PrivateNotesDesk;
  readonly presence: PresenceDesk;
  readonly isInRecord: (utterance: UtteranceId) => boolean;
  /** Keys came: what was given to them can be taken, and what is theirs to do can be done. */
  readonly onKeys: () => void;
  readonly onChange: () => void;
}

/**
 * Whose hands the laptop is in. Whenever that changes, every part of the meeting lets go of what was private to whoever had
 * it before, and takes up what is the next one's.
 */
export class WhoseTurn {
  readonly #ports: WhoseTurnPorts;

  constructor(ports: WhoseTurnPorts) {
    this.#ports = ports;
  }

  /** What this laptop had kept when the meeting was opened. */
  open(open: readonly LocalVoice[], locked: readonly VoiceHere[]): void {
    for (const { id, own } of [...open, ...locked]) this.#ports.feeds.meet(id, own.clientId);
    this.#take(this.#ports.voices.open(open, locked));
  }

  add(voice: LocalVoice, hasPin: boolean): void {
    this.#ports.feeds.meet(voice.id, voice.own.clientId);
    this.#take(this.#ports.voices.add(voice, hasPin));
  }

  speakAs(voice: VoiceId): void {
    this.#take(this.#ports.voices.speakAs(voice));
  }

  /** Resolves when what the voice keeps for itself is there too. */
  async unlock(kept: KeptVoice): Promise<void> {
    const { voices, notes, onKeys } = this.#ports;
    this.#take(voices.unlock(kept));
    onKeys();
    if (voices.speaker !== null) await notes.show(voices.speaker);
  }

  handOver(): void {
    this.#take(this.#ports.voices.handOver());
  }

  /** A voice has set a PIN, or taken it away. */
  pinChanged(voice: VoiceId, hasPin: boolean): void {
    this.#take(this.#ports.voices.pinChanged(voice, hasPin));
  }

  /** Shows the others the voices here. Who waits to be let in is seen by nobody, but can be locked meanwhile. */
  show(): void {
    const { voices, presence } = this.#ports;
    presence.setVoices(voices.signers(), voices.speakingAs);
  }

  #take({ draftsOf, notesOf }: Hidden): void {
    const { voices, drafts, keeping, summary, notes, isInRecord, onChange } = this.#ports;
    keeping.flush();
    for (const voice of draftsOf) drafts.putAside(voice, isInRecord);
    if (notesOf !== null) notes.hide();
    if (notesOf !== null) keeping.discarded.forget();
    const { speaker } = voices;
    if (speaker !== null) {
      summary.writeUnder(speaker.own.clientId);
      void notes.show(speaker);
    }
    this.show();
    onChange();
  }
}
