/*
 * How this laptop stands towards the others: which way it reaches each of them, and what it does about it.
 */

/** How long a laptop that has just been noticed is given to open a data channel before a relay is used. */
const PATIENCE_MS = 4000;

/** How long it is not spoken of as kept apart: both ways have been tried by then. */
const APART_MS = 8000;

/** Laptops announce themselves every five seconds. Who missed two of them is not there at present. */
const PRESENT_MS = 12_000;

/**
 * The data channel to a laptop: `heard` from within seconds; `silent`, open but not heard from, as when its packets are
 * dropped or it is very busy; or none that can be relied on.
 */
export type Direct = "heard" | "none" | "silent";

/** Another laptop at one moment. */
export interface Sighting {
  readonly direct: Direct;
  /** Whether a relayed link to it is open. */
  readonly isRelayed: boolean;
  /** When its last note came, or -Infinity. */
  readonly notedMs: number;
  /** When it was first noticed, or was last seen to be lost. */
  readonly apartSinceMs: number;
  /** Whether it has been reached before. */
  readonly wasReached: boolean;
}

/** What to do about a relayed link: make one, leave the one there is, or nothing. */
export function judgeRelay(sighting: Sighting, nowMs: number): "call" | "leave" | "nothing" {
  const { direct, isRelayed } = sighting;
  if (direct === "heard") return isRelayed ? "leave" : "nothing";
  if (isRelayed) return "nothing";
  // A laptop that was reached until now is not waited for: what is written meanwhile should arrive.
  const patienceMs = sighting.wasReached ? 0 : PATIENCE_MS;
  return nowMs - sighting.apartSinceMs >= patienceMs ? "call" : "nothing";
}

/** How many laptops are reached by a data channel, by a relay, and not at all although they are heard by notes. */
export interface Count {
  readonly direct: number;
  readonly relayed: number;
  readonly seen: number;
}

/** Counts each laptop once. Where both ways are open, the one that is heard from counts. */
export function countLaptops(sightings: Iterable<Sighting>, nowMs: number): Count {
  const count = { direct: 0, relayed: 0, seen: 0 };
  for (const sighting of sightings) {
    const way = wayTo(sighting, nowMs);
    if (way !== null) count[way] += 1;
  }
  return count;
}

function wayTo(sighting: Sighting, nowMs: number): keyof Count | null {
  if (sighting.direct === "heard") return "direct";
  if (sighting.isRelayed) return "relayed";
  if (sighting.direct === "silent") return "direct";
  // Its notes have to be younger than its loss: one who has left is not kept apart by anything.
  const isPresent = sighting.notedMs >= sighting.apartSinceMs && nowMs - sighting.notedMs < PRESENT_MS;
  return isPresent && nowMs - sighting.apartSinceMs >= APART_MS ? "seen" : null;
}
