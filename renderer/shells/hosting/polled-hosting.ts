import { Listeners } from "../../../shared/listeners.ts";
import type { Hosting, HostingView } from "../../../shared/shell.ts";

/** How a shell reaches whatever hosts the program. */
export interface HostingLine extends Pick<Hosting, "closeRoom" | "lookAround" | "offer" | "openRoom"> {
  /** How it is at present; null when there is no answer. */
  ask(): Promise<HostingView | null>;
}

/** Hosting as a page knows it, kept up to date by asking. */
export interface PolledHosting extends Hosting {
  /** Asks now, and resolves to what is known then. */
  refresh(): Promise<HostingView>;
}

const askAgainMs = 2000;

/** Follows whatever hosts the program, beginning with what is known. It is asked regularly while someone is subscribed. */
export function createPolledHosting(line: HostingLine, begun: HostingView): PolledHosting {
  const listeners = new Listeners();
  let view = begun;
  let asking: ReturnType<typeof setInterval> | null = null;

  async function refresh(): Promise<HostingView> {
    // A host that does not answer just now has not changed, as far as anybody knows.
    const answered = (await line.ask()) ?? view;
    if (JSON.stringify(answered) !== JSON.stringify(view)) {
      view = answered;
      listeners.notify();
    }
    return view;
  }

  async function afterwards<Value>(done: Promise<Value>): Promise<Value> {
    const value = await done;
    await refresh();
    return value;
  }

  return {
    view: () => view,
    refresh,
    subscribe(listener) {
      const unsubscribe = listeners.subscribe(listener);
      if (asking === null) {
        asking = setInterval(() => void refresh(), askAgainMs);
        void refresh();
      }
      return () => {
        unsubscribe();
        if (asking === null || !listeners.isEmpty) return;
        clearInterval(asking);
        asking = null;
      };
    },
    openRoom: () => afterwards(line.openRoom()),
    closeRoom: () => afterwards(line.closeRoom()),
    lookAround: () => afterwards(line.lookAround()),
    offer: (invitation) => line.offer(invitation),
  };
}
