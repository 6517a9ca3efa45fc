import type { MeetingView } from "./meeting-session.ts";

/** What the screen is shown: painted anew when something in it has changed, and only when somebody looks. */
export class Picture {
  readonly #paint: () => MeetingView;
  readonly #listeners = new Set<() => void>();
  #view: MeetingView | null = null;

  constructor(paint: () => MeetingView) {
    this.#paint = paint;
  }

  /** The same object until something changes. */
  view(): MeetingView {
    this.#view ??= this.#paint();
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells whoever looks that something has changed. */
  change(): void {
    this.#view = null;
    for (const listener of this.#listeners) listener();
  }

  close(): void {
    this.#listeners.clear();
  }
}
