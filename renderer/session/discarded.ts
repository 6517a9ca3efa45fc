import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Draft, DraftShape } from "./writing-wishes.ts";

interface LetGo {
  readonly shape: DraftShape;
  readonly words: Bytes;
}

/** The words that the voice who has the laptop has let go of last: in memory only, to be brought back once. */
export class Discarded {
  #last: (LetGo & { readonly voice: VoiceId }) | null = null;

  keep(
    voice: VoiceId,
    { answers, part, phase, speaker, corrects, imagines, language }: Draft,
    words: Bytes | null,
  ): void {
    const shape = { answers, part, phase, speaker, corrects, imagines, language };
    this.#last = words === null ? null : { voice, shape, words };
  }

  of(voice: VoiceId): LetGo | null {
    return this.#last?.voice === voice ? this.#last : null;
  }

  /** Gives them out, and keeps them no longer. */
  take(voice: VoiceId): LetGo | null {
    const last = this.of(voice);
    if (last !== null) this.#last = null;
    return last;
  }

  /** The laptop goes into other hands. */
  forget(): void {
    this.#last = null;
  }
}
