import type { OpenLobby } from "../../renderer/transport/lobby-line.ts";

/** Lobbies in memory that behave like the real ones: whoever is there hears what the others say, and nothing is kept. */
export class MemoryLobby {
  readonly #lines = new Map<string, Set<(note: unknown) => void>>();

  readonly open: OpenLobby = ({ topic }) => {
    const listeners = new Set<(note: unknown) => void>();
    const hear = (note: unknown) => {
      for (const listener of listeners) listener(note);
    };
    const lines = this.#lines.get(topic) ?? new Set();
    this.#lines.set(topic, lines.add(hear));
    return {
      say: (note) => {
        this.publish(topic, note, hear);
      },
      onHeard: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onConnection: (listener) => {
        listener(true);
        return () => undefined;
      },
      close: () => {
        lines.delete(hear);
      },
    };
  };

  /** What anyone can do who knows the topic: says something there. */
  publish(topic: string, note: unknown, except?: (note: unknown) => void): void {
    for (const hear of this.#lines.get(topic) ?? []) {
      if (hear !== except)
        queueMicrotask(() => {
          hear(note);
        });
    }
  }
}
