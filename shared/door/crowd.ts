/**
 * Who stands at the door, as far as it can be bounded: whoever holds the invitation can knock again and again under ever new
 * numbers, and a keeper's laptop and screen must bear that.
 */
export interface Crowd {
  /** When each knock was last heard of, in milliseconds. */
  readonly heardAtMs: ReadonlyMap<string, number>;
  /** New knocks that may be answered now, and when that was reckoned. */
  readonly allowance: number;
  readonly reckonedAtMs: number;
  /** When a knock was last turned away because there were too many. */
  readonly turnedAwayAtMs: number | null;
}

/** So many stand at the door at once at most: more than ever arrive together. */
export const MOST_AT_DOOR = 8;
const MOST_AT_ONCE = 12;
const NEW_EVERY_MS = 5000;
/** So many notes wait to be read at most. What comes beyond is not read: whatever matters is said again. */
export const MOST_UNREAD = 64;
/** Whoever stands there says so every few seconds. */
export const SAY_HERE_MS = 4000;
const GONE_AFTER_MS = 4 * SAY_HERE_MS;
const CROWDED_MS = 60_000;

/** Nobody at the door. */
export const NOBODY: Crowd = {
  heardAtMs: new Map(),
  allowance: MOST_AT_ONCE,
  reckonedAtMs: 0,
  turnedAwayAtMs: null,
};

/** The crowd after a knock was heard, and whether it is a new one, one that is known, or one too many. */
export function heard(
  crowd: Crowd,
  knock: string,
  nowMs: number,
): { readonly crowd: Crowd; readonly course: "known" | "new" | "turned-away" } {
  const here = stillThere(crowd, nowMs);
  if (here.heardAtMs.has(knock)) {
    return { crowd: { ...here, heardAtMs: new Map(here.heardAtMs).set(knock, nowMs) }, course: "known" };
  }
  if (here.allowance < 1 || here.heardAtMs.size >= MOST_AT_DOOR) {
    return { crowd: { ...here, turnedAwayAtMs: nowMs }, course: "turned-away" };
  }
  const heardAtMs = new Map(here.heardAtMs).set(knock, nowMs);
  return { crowd: { ...here, heardAtMs, allowance: here.allowance - 1 }, course: "new" };
}

/** The crowd without those who have not been heard of for a while. */
export function stillThere(crowd: Crowd, nowMs: number): Crowd {
  const heardAtMs = new Map([...crowd.heardAtMs].filter(([, at]) => nowMs - at <= GONE_AFTER_MS));
  const earned = Math.max(0, nowMs - crowd.reckonedAtMs) / NEW_EVERY_MS;
  return { ...crowd, heardAtMs, allowance: Math.min(MOST_AT_ONCE, crowd.allowance + earned), reckonedAtMs: nowMs };
}

/** Whether so many knock that some are not heard: a person should know, and may make a new invitation. */
export function isCrowded({ turnedAwayAtMs }: Crowd, nowMs: number): boolean {
  return turnedAwayAtMs !== null && nowMs - turnedAwayAtMs <= CROWDED_MS;
}
