import { looks, things } from "./word-lists.ts";

/**
 * The name of a host as people say it across a table: "blue kettle". It follows from the beginning of its certificate's SHA-256
 * fingerprint, so that two who see the same words most likely speak of the same laptop. It proves nothing: there are only
 * 16,384 such names.
 *
 * @param fingerprint hexadecimal digits in lower case, at least the first four
 */
export function wordsOf(fingerprint: string): string {
  if (!/^[0-9a-f]{4}/.test(fingerprint)) throw new Error("A fingerprint is written in hexadecimal digits.");
  const look = looks[Number.parseInt(fingerprint.slice(0, 2), 16) % looks.length];
  const thing = things[Number.parseInt(fingerprint.slice(2, 4), 16)];
  return `${look ?? ""} ${thing ?? ""}`;
}
