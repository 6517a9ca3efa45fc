import type { VoiceId } from "../feed/ids.ts";
import type { Voice } from "./state.ts";

type Standing = Voice["standing"];

/** How a voice is kept on a laptop it may share: it has no PIN; its PIN has yet to be given; its PIN was given. */
export type VoiceLock = "given" | "none" | "wanted";

/**
 * Who is at a laptop: the voices that are kept there, and the one that has it in its hands. While the laptop goes from one
 * to the next, nobody has.
 */
export interface AtLaptop {
  readonly locks: ReadonlyMap<VoiceId, VoiceLock>;
  readonly speaking: VoiceId | null;
}

/** A laptop without a voice. */
export const NOBODY_AT_LAPTOP: AtLaptop = { locks: new Map(), speaking: null };

/** A meeting was opened: the first voice speaks, unless one of them has a PIN. Then it is asked whose hands they are. */
export function openedWith(voices: Iterable<{ readonly id: VoiceId; readonly hasPin: boolean }>): AtLaptop {
  const locks = new Map([...voices].map(({ id, hasPin }) => [id, hasPin ? "wanted" : "none"] as const));
  const isAsked = [...locks.values()].includes("wanted");
  const [first] = locks.keys();
  return { locks, speaking: isAsked ? null : (first ?? null) };
}

/** A new voice came to the laptop and speaks, unless one with a PIN does: that one goes on until it hands over. */
export function arrived(at: AtLaptop, voice: VoiceId, hasPin: boolean): AtLaptop {
  const isHeld = at.speaking !== null && at.locks.get(at.speaking) === "given";
  const mine: VoiceLock = !hasPin ? "none" : isHeld ? "wanted" : "given";
  return { locks: new Map(at.locks).set(voice, mine), speaking: isHeld ? at.speaking : voice };
}

/** A voice takes the laptop, if it needs no PIN for that. Whoever else had given theirs has to give it again. */
export function spokenAs(at: AtLaptop, voice: VoiceId): AtLaptop {
  const lock = at.locks.get(voice);
  if (lock === undefined || lock === "wanted" || at.speaking === voice) return at;
  return { locks: locked(at, voice), speaking: voice };
}

/** A voice has given its PIN, and takes the laptop. */
export function unlocked(at: AtLaptop, voice: VoiceId): AtLaptop {
  const lock = at.locks.get(voice);
  if (lock === undefined || lock === "none") return spokenAs(at, voice);
  return { locks: locked(at, voice).set(voice, "given"), speaking: voice };
}

/** The laptop goes out of the hands of the voice that speaks. */
export function handedOver(at: AtLaptop): AtLaptop {
  return { locks: locked(at, null), speaking: null };
}

/** A voice has set a PIN, or taken it away. Where the laptop was handed over while that was done, the voice is locked. */
export function pinChanged(at: AtLaptop, voice: VoiceId, hasPin: boolean): AtLaptop {
  const before = at.locks.get(voice);
  if (before === undefined || before === "wanted") return at;
  const lock: VoiceLock = !hasPin ? "none" : at.speaking === voice ? "given" : "wanted";
  return { ...at, locks: new Map(at.locks).set(voice, lock) };
}

/** What has to leave memory and the screen: whose keys, whose words that it has not said yet, whose notes to itself. */
export interface Hidden {
  readonly keysOf: ReadonlySet<VoiceId>;
  readonly draftsOf: ReadonlySet<VoiceId>;
  readonly notesOf: VoiceId | null;
}

/**
 * What is hidden when the laptop changes hands. Notes are hidden whoever comes next. What a voice has not said yet stays only
 * where the laptop goes at once from one without a PIN to another: in memory, where nobody but that voice is given it.
 */
export function hiddenBy(before: AtLaptop, now: AtLaptop): Hidden {
  const left = before.speaking === now.speaking ? null : before.speaking;
  const keysOf = lockedVoices(now);
  const draftsOf = left !== null && now.speaking === null ? new Set([...keysOf, left]) : keysOf;
  return { keysOf, draftsOf, notesOf: left };
}

/** The voices whose PIN has yet to be given. */
export function lockedVoices(at: AtLaptop): ReadonlySet<VoiceId> {
  return new Set([...at.locks].flatMap(([voice, lock]) => (lock === "wanted" ? [voice] : [])));
}

/** The voices that have a PIN. */
export function voicesWithPin(at: AtLaptop): ReadonlySet<VoiceId> {
  return new Set([...at.locks].flatMap(([voice, lock]) => (lock === "none" ? [] : [voice])));
}

/** Whether the laptop goes by a cover from the one that speaks to this voice: wherever one of the two has a PIN. */
export function goesByCover(
  { speakingAs, withPin }: { readonly speakingAs: VoiceId | null; readonly withPin: ReadonlySet<VoiceId> },
  to: VoiceId,
): boolean {
  return speakingAs === null || (speakingAs !== to && (withPin.has(speakingAs) || withPin.has(to)));
}

/** Whether nobody else at this laptop comes to what is a voice's own without its PIN. */
export function isBehindPin(
  { localVoices, withPin }: { readonly localVoices: readonly VoiceId[]; readonly withPin: ReadonlySet<VoiceId> },
  voice: VoiceId,
): boolean {
  return withPin.has(voice) || localVoices.every((one) => one === voice);
}

/** Who is to have the laptop once somebody at it is let in: they are, where who has it has left. Null: it stays where it is. */
export function nextWhenLetIn(
  local: readonly { readonly id: VoiceId; readonly standing: Standing }[],
  speaking: VoiceId | null,
): VoiceId | null {
  const hasLeft = local.some(({ id, standing }) => id === speaking && standing === "left");
  return hasLeft ? (local.find(({ standing }) => standing === "admitted")?.id ?? null) : null;
}

function locked({ locks }: AtLaptop, except: VoiceId | null): Map<VoiceId, VoiceLock> {
  return new Map([...locks].map(([voice, lock]) => [voice, lock === "given" && voice !== except ? "wanted" : lock]));
}
