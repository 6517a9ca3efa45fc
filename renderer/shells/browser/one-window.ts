import type { MeetingId } from "../../../shared/feed/ids.ts";
import { no, ok } from "../../../shared/result.ts";
import type { Vault } from "../../../shared/shell.ts";

/** A page that is loaded again has its lock back only when the page before it is gone. */
const SETTLES_MS = 1500;
/** How long another window has to keep what is unsaved. Then the meeting is taken from it: it may have been frozen. */
const GIVES_MS = 10_000;

/**
 * Lets one window of this browser profile have a meeting at a time, by a Web Lock for each meeting. A window that wishes to have
 * one asks the others on a channel of the same name.
 */
export function createOneWindow(name: string): NonNullable<Vault["take"]> {
  /** What this window has itself: each with what gives it away. */
  const here = new Map<MeetingId, () => Promise<void>>();
  return async (meeting, { ask, give }) => {
    await here.get(meeting)?.();
    const lock = `${name}/window/${meeting}`;
    const channel = new BroadcastChannel(lock);
    if (ask) channel.postMessage("asked for");
    const onLost = (): void => void here.get(meeting)?.();
    const waits = { signal: AbortSignal.timeout(ask ? GIVES_MS : SETTLES_MS) };
    const unlock = (await granted(lock, waits, onLost)) ?? (ask ? await granted(lock, { steal: true }, onLost) : null);
    if (unlock === null) {
      channel.close();
      return no("open-elsewhere");
    }
    const release = (): void => {
      if (here.get(meeting) === giveAway) here.delete(meeting);
      channel.close();
      unlock();
    };
    let given: Promise<void> | null = null;
    const giveAway = (): Promise<void> => (given ??= give().finally(release));
    here.set(meeting, giveAway);
    channel.onmessage = () => void giveAway();
    return ok(release);
  };
}

/** Waits for the lock. Returns what lets go of it, or null where it was not to be had; `onLost`: another window has taken it since. */
function granted(lock: string, options: LockOptions, onLost: () => void): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    let isHeld = false;
    navigator.locks
      .request(lock, options, () => {
        isHeld = true;
        return new Promise<void>((release) => resolve(() => release()));
      })
      .catch(() => {
        if (isHeld) onLost();
        else resolve(null);
      });
  });
}
