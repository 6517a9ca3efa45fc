import type { VoiceId } from "../../shared/feed/ids.ts";
import {
  arrived,
  handedOver,
  hiddenBy,
  lockedVoices,
  NOBODY_AT_LAPTOP,
  openedWith,
  pinChanged,
  spokenAs,
  unlocked,
  voicesWithPin,
  type AtLaptop,
  type Hidden,
} from "../../shared/meeting/hand-over.ts";
import type { KeptVoice } from "./keyring.ts";
import { withKeys, withoutKeys, type LocalVoice, type VoiceHere } from "./local-voice.ts";
import type { Signer } from "./presence-desk.ts";

/**
 * The voices that are kept on this laptop, which of them speaks, and the keys of those that are not locked: what becomes
 * locked is let go of at once. Each change says what else is to be hidden. Whatever still waits to be written holds its writer's key until it is.
 */
export class LocalVoices {
  readonly #here = new Map<VoiceId, VoiceHere>();
  readonly #open = new Map<VoiceId, LocalVoice>();
  #at = NOBODY_AT_LAPTOP;
  #ids: readonly VoiceId[] = [];
  #locked: ReadonlySet<VoiceId> = new Set();
  #withPin: ReadonlySet<VoiceId> = new Set();

  /** Their ids; the same object until one comes: a new one at every key would draw the whole meeting again. */
  get ids(): readonly VoiceId[] {
    return this.#ids;
  }

  /** The voices whose PIN has to be given; the same object until that changes. */
  get locked(): ReadonlySet<VoiceId> {
    return this.#locked;
  }

  /** The voices that have a PIN; the same object until that changes. */
  get withPin(): ReadonlySet<VoiceId> {
    return this.#withPin;
  }

  /** The voices whose keys are at hand. */
  get all(): readonly LocalVoice[] {
    return [...this.#open.values()];
  }

  get speakingAs(): VoiceId | null {
    return this.#at.speaking;
  }

  /** The voice whose words are typed now. */
  get speaker(): LocalVoice | null {
    return this.speakingAs === null ? null : this.get(this.speakingAs);
  }

  /** A voice whose keys are at hand, or null. */
  get(voice: VoiceId): LocalVoice | null {
    return this.#open.get(voice) ?? null;
  }

  /** What this laptop had kept when the meeting was opened. */
  open(open: readonly LocalVoice[], locked: readonly VoiceHere[]): Hidden {
    for (const voice of [...open, ...locked]) this.#here.set(voice.id, withoutKeys(voice));
    for (const voice of open) this.#open.set(voice.id, voice);
    return this.#become(
      openedWith([...open.map(({ id }) => ({ id, hasPin: false })), ...locked.map(({ id }) => ({ id, hasPin: true }))]),
    );
  }

  add(voice: LocalVoice, hasPin: boolean): Hidden {
    this.#here.set(voice.id, withoutKeys(voice));
    this.#open.set(voice.id, voice);
    return this.#become(arrived(this.#at, voice.id, hasPin));
  }

  /** Who types from now on, if it needs no PIN. */
  speakAs(voice: VoiceId): Hidden {
    return this.#become(spokenAs(this.#at, voice));
  }

  /** The PIN was given: the voice has its keys again, and speaks. */
  unlock(kept: KeptVoice): Hidden {
    const here = this.#here.get(kept.id);
    if (here === undefined) return this.#become(this.#at);
    if (!this.#open.has(kept.id)) this.#open.set(kept.id, withKeys(here, kept));
    return this.#become(unlocked(this.#at, kept.id));
  }

  handOver(): Hidden {
    return this.#become(handedOver(this.#at));
  }

  /** A voice has a PIN from now on, or none. */
  pinChanged(voice: VoiceId, hasPin: boolean): Hidden {
    return this.#become(pinChanged(this.#at, voice, hasPin));
  }

  /** What those who take part show their presence with; whoever is locked, with what they have signed before. */
  signers(): readonly Signer[] {
    return [...this.#here.values()].map(({ id, own }) => ({
      voice: id,
      privateKey: this.get(id)?.privateKey ?? null,
      clientId: own.clientId,
    }));
  }

  #become(at: AtLaptop): Hidden {
    const hidden = hiddenBy(this.#at, at);
    this.#at = at;
    if (this.#ids.length !== at.locks.size) this.#ids = [...at.locks.keys()];
    this.#locked = sameOr(this.#locked, lockedVoices(at));
    this.#withPin = sameOr(this.#withPin, voicesWithPin(at));
    for (const voice of hidden.keysOf) this.#open.delete(voice);
    return hidden;
  }
}

function sameOr(before: ReadonlySet<VoiceId>, now: ReadonlySet<VoiceId>): ReadonlySet<VoiceId> {
  return before.size === now.size && [...now].every((voice) => before.has(voice)) ? before : now;
}
