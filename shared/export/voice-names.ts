import type { VoiceId } from "../feed/ids.ts";
import { plainLine } from "./plain-words.ts";

/** A voice as a copy calls it. */
interface Called {
  readonly id: VoiceId;
  readonly profile: { readonly name: string };
}

/**
 * What each voice is called, so that all of them can be told apart: where several have the same name, or names that look the
 * same, they are numbered in their order. What is numbered is called as nobody else is.
 */
export function namesOf(voices: readonly Called[]): ReadonlyMap<VoiceId, string> {
  const names = new Map(voices.map(({ id, profile }) => [id, visibleName(profile.name, id)]));
  const given = new Set<string>();
  const alike = new Set<string>();
  for (const look of [...names.values()].map(lookOf)) (given.has(look) ? alike : given).add(look);
  const last = new Map<string, number>();
  return new Map(
    [...names].map(([id, name]) => {
      const look = lookOf(name);
      if (!alike.has(look)) return [id, name];
      let number = (last.get(look) ?? 0) + 1;
      while (given.has(lookOf(withNumber(name, number)))) number += 1;
      last.set(look, number);
      return [id, withNumber(name, number)];
    }),
  );
}

/** A name of which nothing is to be seen would leave words without a voice: then the key stands for it. */
export function visibleName(name: string, id: VoiceId): string {
  const line = plainLine(name);
  return isSeen(line) ? line : shortKeyOf(id);
}

/** Whether there is anything to be seen of a name. Some letters, and the empty pattern of Braille, are blank. */
export function isSeen(name: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name.replaceAll(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, ""));
}

/** Enough of a key to compare it by eye with another list of consents. */
export function shortKeyOf(id: VoiceId): string {
  return `z6Mk…${id.slice(-8)}`;
}

function withNumber(name: string, number: number): string {
  return `${name} (${String(number)})`;
}

/** What is seen of a name, however it is spelled (Unicode Standard Annex 15, NFKC). */
function lookOf(name: string): string {
  return name
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
