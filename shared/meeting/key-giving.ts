import { base64urlnopad } from "@scure/base";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { sha256 } from "../crypto/keys.ts";
import type { VoiceId } from "../feed/ids.ts";
import type { MeetingState, Voice } from "./state.ts";

/**
 * Which meeting key is in use, and who should be given which. The first one is given on letting in. When a voice is
 * removed, a new one is made and sealed to everyone else who is here or has left; whoever is let in later is given it too.
 */

/** A later key's name: the first 16 bytes of a hash of it, so that nobody can give two keys under one name. */
export async function nameOfKey(raw: Bytes): Promise<string> {
  const tag = new TextEncoder().encode("polyphony/key-name/1\0");
  return base64urlnopad.encode((await sha256(joinBytes(tag, raw))).slice(0, 16));
}

/** What a key is sealed to a voice for: bound to the meeting and the key's name. */
export function purposeOfGiving(meeting: string, key: string): string {
  return `polyphony/meeting-key-given/1 ${meeting} ${key}`;
}

/**
 * Those who can be given a key: who takes part, and who has left, because a text may still ask them. Not who has left and is called
 * like one who was removed: they can have come again and been removed then.
 */
export function receivers(state: MeetingState): readonly (Voice & { readonly sealTo: string })[] {
  const voices = [...state.voices.values()];
  const namesOfRemoved = new Set(voices.flatMap(({ standing, names }) => (standing === "removed" ? [...names] : [])));
  const mayRead = ({ standing, names }: Voice): boolean =>
    standing === "admitted" || (standing === "left" && ![...names].some((name) => namesOfRemoved.has(name)));
  return voices.flatMap((voice) =>
    mayRead(voice) && voice.sealTo !== null ? [{ ...voice, sealTo: voice.sealTo }] : [],
  );
}

/** Who holds a later key: those who gave it, who need not have given it to themselves, and everyone it was given to. */
interface Holders {
  readonly by: ReadonlySet<VoiceId>;
  readonly to: ReadonlySet<VoiceId>;
  /** Voices that cannot open it, with those who gave it to them in vain. */
  readonly refused: ReadonlyMap<VoiceId, ReadonlySet<VoiceId>>;
}

/** The same while it is being put together. */
interface Counting extends Holders {
  readonly by: Set<VoiceId>;
  readonly to: Set<VoiceId>;
  readonly refused: Map<VoiceId, Set<VoiceId>>;
}

/** Later keys by name, in the order in which they were first given. */
function keysGiven(state: MeetingState): ReadonlyMap<string, Holders> {
  const keys = new Map<string, Counting>();
  for (const { key, by, to, refusedBy } of state.keys) {
    const known: Counting = keys.get(key) ?? { by: new Set(), to: new Set(), refused: new Map() };
    keys.set(key, known);
    known.by.add(by);
    for (const voice of to.keys()) {
      if (refusedBy.has(voice)) known.refused.set(voice, (known.refused.get(voice) ?? new Set()).add(by));
      else known.to.add(voice);
    }
  }
  return keys;
}

/** How many have to have given a key to a voice in vain before it is the voice's own affair. */
const IN_VAIN = 2;

function lacks({ to, refused }: Holders, voice: VoiceId): boolean {
  return !to.has(voice) && (refused.get(voice)?.size ?? 0) < IN_VAIN;
}

/**
 * The key to seal with, of those this laptop holds: the last one that was given to everyone who takes part and to nobody who was
 * removed; null for the first. A key that someone lacks is not used, so that nobody can be left out by being given none,
 * or junk.
 */
export function keyInUse(state: MeetingState, held: ReadonlySet<string>): string | null {
  // Nothing waits for whoever has left.
  const everyone = receivers(state).flatMap(({ id, standing }) => (standing === "admitted" ? [id] : []));
  const usable = [...keysGiven(state)].filter(
    ([key, holders]) => held.has(key) && isSafe(state, holders) && !everyone.some((voice) => lacks(holders, voice)),
  );
  return usable.at(-1)?.[0] ?? null;
}

/** What has to be done about keys: make a new one, or give one to those who lack it. Null: nothing. */
export type KeyDuty =
  | { readonly kind: "renew"; readonly to: readonly VoiceId[] }
  | { readonly kind: "give"; readonly key: string; readonly to: readonly VoiceId[] };

/**
 * What `voice` should do about keys now. One of those who can does it: the first who is here of those who host, then of
 * the others. Where two do it at once, because they do not see each other, there are two keys, and either is good. Whoever
 * was given junk is given the key by someone else, also one that is used no more: words were sealed under it.
 */
export function keyDutyOf(state: MeetingState, voice: VoiceId, here: ReadonlySet<VoiceId>): KeyDuty | null {
  const everyone = receivers(state);
  // Whoever has left is given keys, and gives none.
  const giving = everyone.filter(({ id, standing }) => here.has(id) && standing === "admitted");
  const keys = [...keysGiven(state)];
  const isRenewed = state.removed.size > 0;
  const last = isRenewed ? keys.filter(([, holders]) => isSafe(state, holders)).at(-1) : undefined;
  for (const [key, holders] of keys) {
    const wanted = everyone.filter(({ id }) => lacks(holders, id) && (key === last?.[0] || holders.refused.has(id)));
    const inVain = (giver: VoiceId): boolean => wanted.every(({ id }) => holders.refused.get(id)?.has(giver) === true);
    const able = giving.filter(({ id }) => holders.to.has(id) && !inVain(id));
    if (wanted.length > 0 && firstOf(able)?.id === voice) return { kind: "give", key, to: wanted.map(({ id }) => id) };
  }
  if (!isRenewed || last !== undefined) return null;
  const isFirst = firstOf(giving)?.id === voice;
  return isFirst ? { kind: "renew", to: everyone.map(({ id }) => id) } : null;
}

function firstOf(able: readonly Voice[]): Voice | undefined {
  return able.find(({ hosting }) => hosting) ?? able[0];
}

function isSafe({ voices }: MeetingState, { by, to }: Holders): boolean {
  return [...by, ...to].every((id) => voices.get(id)?.standing !== "removed");
}
