import type { Copy } from "../consent/statements.ts";
import { plainLine } from "./plain-words.ts";
import { isSeen } from "./voice-names.ts";

/**
 * For whom a copy is: empty for everyone who was in the room, which is told by the reader’s id and by nothing else. Of a reader
 * whose name cannot be seen, the end of that id stands for it, so that no such copy passes for the room’s.
 */
export function readerName({ id, name }: Copy["reader"]): string {
  if (id === "network") return "";
  const line = plainLine(name);
  return isSeen(line) ? line : `…${id.slice(-8)}`;
}
