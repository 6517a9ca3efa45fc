import type { VoiceId } from "../../shared/feed/ids.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { Signer } from "./presence-desk.ts";

/** The voices whose keys are on this laptop, and which of them speaks. */
export class LocalVoices {
  readonly #voices = new Map<VoiceId, LocalVoice>();
  #ids: readonly VoiceId[] = [];
  #speakingAs: VoiceId | null = null;

  /** Their ids; the same object until one comes: a new one at every key would draw the whole meeting again. */
  get ids(): readonly VoiceId[] {
    return this.#ids;
  }

  get all(): readonly LocalVoice[] {
    return [...this.#voices.values()];
  }

  get speakingAs(): VoiceId | null {
    return this.#speakingAs;
  }

  /** The voice whose words are typed now. */
  get speaker(): LocalVoice | null {
    return this.#speakingAs === null ? null : this.get(this.#speakingAs);
  }

  get(voice: VoiceId): LocalVoice | null {
    return this.#voices.get(voice) ?? null;
  }

  add(voice: LocalVoice): void {
    this.#voices.set(voice.id, voice);
    this.#ids = [...this.#voices.keys()];
  }

  /** Who types from now on; null when there is no such voice here. */
  speakAs(voice: VoiceId): LocalVoice | null {
    const local = this.get(voice);
    if (local !== null) this.#speakingAs = voice;
    return local;
  }

  /** What those who take part sign their presence with. */
  signers(takesPart: (voice: VoiceId) => boolean): readonly Signer[] {
    return this.all
      .filter(({ id }) => takesPart(id))
      .map(({ id, privateKey, own }) => ({ voice: id, privateKey, clientId: own.clientId }));
  }
}
