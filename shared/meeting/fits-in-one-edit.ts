import { MAX_PAYLOAD_BYTES } from "../feed/entry.ts";
import { letterGroups } from "../text/letters.ts";

/** What Yjs takes at most for a wide letter, and for a group of others besides its text. */
const GROUP_BYTES = 48;

/** Whether words can be put in at once: what comes of them must fit in one entry, or nobody would ever hear of it. */
export function fitsInOneEdit(words: string): boolean {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const { text, wide } of letterGroups(words)) bytes += GROUP_BYTES + (wide ? 0 : encoder.encode(text).length);
  return bytes <= MAX_PAYLOAD_BYTES;
}
