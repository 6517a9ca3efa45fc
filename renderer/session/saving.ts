import type { MeetingView } from "./meeting-session.ts";

/**
 * Whether the screen may say that everything is saved here: what was written on this laptop, what came from others, and that
 * what was let go of is gone from this device.
 */
export class Saving {
  readonly #onChange: () => void;
  #written: MeetingView["saving"] = "saved";
  #isKept = true;
  #isLetGo = true;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get now(): MeetingView["saving"] {
    return this.#isKept && this.#isLetGo ? this.#written : "failed";
  }

  /** How saving goes of what is written here. */
  wrote(saving: MeetingView["saving"]): void {
    this.#change(() => (this.#written = saving));
  }

  /** Whether what came from others could be kept. */
  kept(isKept: boolean): void {
    this.#change(() => (this.#isKept = isKept));
  }

  /** Whether what is to be let go of has been dropped. */
  letGo(isLetGo: boolean): void {
    this.#change(() => (this.#isLetGo = isLetGo));
  }

  #change(change: () => void): void {
    const before = this.now;
    change();
    if (this.now !== before) this.#onChange();
  }
}
