import { fileEndings, type OutgoingMediaType } from "../../shared/ipc.ts";

const longestName = 120;

/**
 * A name that every file system takes and that leads nowhere, made from what the page suggests, with the ending of
 * its kind. Names come from people: a meeting may be called "Samira / Thursday".
 */
export function fileNameFor(suggested: string, mediaType: OutgoingMediaType): string {
  const ending = `.${fileEndings[mediaType]}`;
  const bare = suggested.toLowerCase().endsWith(ending) ? suggested.slice(0, -ending.length) : suggested;
  const plain = bare
    // Separators, what Windows reserves, and everything that cannot be seen.
    .replaceAll(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, " ")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/^[ .]+|[ .]+$/gu, "");
  const shortened = plain
    .slice(0, longestName)
    .toWellFormed()
    .replace(/\uFFFD$/u, "")
    .trim();
  return `${shortened === "" ? "Polyphony" : shortened}${ending}`;
}
