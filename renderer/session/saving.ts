import type { MeetingView } from "./meeting-session.ts";

/**
 * Whether the screen may say that everything is saved here: what was written on this laptop, what came from others, and that
 * what was let go of is gone from this device.
 */
export class Saving {
  readonly #onChange: () => void;
  #written: MeetingView["saving"] = "saved";
  #draft: MeetingView["saving"] = "saved";
  #isKept = true;
  #isLetGo = true;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get now(): MeetingView["saving"] {
    if (!this.#isKept || !this.#isLetGo || this.#draft === "failed") return "failed";
    return this.#written === "saved" ? this.#draft : this.#written;
  }

  /** How saving goes of what is written here. */
  readonly wrote = (saving: MeetingView["saving"]): void => {
    this.#change(() => (this.#written = saving));
  };

  /** How keeping goes of words that are written here and that nobody else has seen. */
  readonly keptDraft = (saving: MeetingView["saving"]): void => {
    this.#change(() => (this.#draft = saving));
  };

  /** Whether what came from others could be kept. */
  readonly kept = (isKept: boolean): void => {
    this.#change(() => (this.#isKept = isKept));
  };

  /** Whether what is to be let go of has been dropped. */
  readonly letGo = (isLetGo: boolean): void => {
    this.#change(() => (this.#isLetGo = isLetGo));
  };

  #change(change: () => void): void {
    const before = this.now;
    change();
    if (this.now !== before) this.#onChange();
  }
}
