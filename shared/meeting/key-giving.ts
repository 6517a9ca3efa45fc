import { base64urlnopad } from "@scure/base";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { sha256 } from "../crypto/keys.ts";
import type { VoiceId } from "../feed/ids.ts";
import type { MeetingState, Voice } from "./state.ts";

/**
 * Which meeting key is in use, and who should be given which. The first one comes with the invitation. When a voice is
 * removed, a new one is made and sealed to each of those who remain; whoever is let in later is given it too.
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

/** Those who take part and can be given a key. */
export function receivers(state: MeetingState): readonly (Voice & { readonly sealTo: string })[] {
  return [...state.voices.values()].flatMap((voice) =>
    voice.standing === "admitted" && voice.sealTo !== null ? [{ ...voice, sealTo: voice.sealTo }] : [],
  );
}

/** Later keys by name, in the order in which they were first given, each with everyone it was given to. */
export function keysGiven(state: MeetingState): ReadonlyMap<string, ReadonlySet<VoiceId>> {
  const keys = new Map<string, Set<VoiceId>>();
  for (const { key, to } of state.keys) {
    const known = keys.get(key) ?? new Set();
    keys.set(key, known);
    for (const voice of to.keys()) known.add(voice);
  }
  return keys;
}

/**
 * The key to seal with, of those this laptop holds: the last one that was given to everyone who takes part and to nobody who was
 * removed; null for the first. A key that someone lacks is not used, so that nobody can be left out by being given none.
 */
export function keyInUse(state: MeetingState, held: ReadonlySet<string>): string | null {
  const everyone = receivers(state).map(({ id }) => id);
  const usable = [...keysGiven(state)].filter(
    ([key, to]) => held.has(key) && isSafe(state, to) && everyone.every((voice) => to.has(voice)),
  );
  return usable.at(-1)?.[0] ?? null;
}

/** What has to be done about keys: make a new one, or give one to those who lack it. Null: nothing. */
export type KeyDuty =
  | { readonly kind: "renew"; readonly to: readonly VoiceId[] }
  | { readonly kind: "give"; readonly key: string; readonly to: readonly VoiceId[] };

/**
 * What `voice` should do about keys now. One of those who can does it: the first who is here of those who host, then of
 * the others. Where two do it at once, because they do not see each other, there are two keys, and either is good.
 */
export function keyDutyOf(state: MeetingState, voice: VoiceId, here: ReadonlySet<VoiceId>): KeyDuty | null {
  if (state.removed.size === 0) return null;
  const everyone = receivers(state);
  const last = [...keysGiven(state)].filter(([, to]) => isSafe(state, to)).at(-1);
  const able = everyone.filter(({ id }) => here.has(id) && (last === undefined || last[1].has(id)));
  const first = able.find(({ hosting }) => hosting) ?? able[0];
  if (first?.id !== voice) return null;
  const ids = everyone.map(({ id }) => id);
  if (last === undefined) return { kind: "renew", to: ids };
  const lacking = ids.filter((id) => !last[1].has(id));
  return lacking.length === 0 ? null : { kind: "give", key: last[0], to: lacking };
}

function isSafe({ voices }: MeetingState, to: ReadonlySet<VoiceId>): boolean {
  return [...to].every((id) => voices.get(id)?.standing !== "removed");
}
