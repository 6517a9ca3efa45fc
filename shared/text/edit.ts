import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";

/** Under which client ids an edit inserts and deletes; each may stand there more than once. */
export interface ReadEdit {
  readonly inserts: readonly number[];
  readonly deletes: readonly number[];
}

/** Spares a document that nobody keeps the drawing of a random name. */
const NAMELESS = { guid: "" };

/**
 * What a Yjs update does, from its bytes alone; null for bytes that no document may take in. Such are bytes that Yjs fails
 * on, and everything that is neither letters nor marks: Yjs tidies up styles by itself, and would delete other voices' with it.
 */
export function readEdit(update: Bytes): ReadEdit | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    if (structs.some((struct) => struct.length === 0 || looksAhead(struct) || !isOfAText(struct))) return null;
    if ([...ds.clients.values()].flat().some(deletesNothing)) return null;
    // Some damage shows only while an update is taken in: then in a document that nobody needs.
    Y.applyUpdate(new Y.Doc(NAMELESS), update);
    const deletes = [...ds.clients].flatMap(([client, deleted]) => (deleted.length === 0 ? [] : [client]));
    return { inserts: structs.map((struct) => struct.id.client), deletes };
  } catch {
    // Yjs tells what is wrong with an update by an exception; here every kind of wrong is the same.
    return null;
  }
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

/** Whether a struct is letters, marks, or the place where some stood. */
function isOfAText(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return true;
  // Nothing hangs on a key of a text, or inside another thing in it.
  if (struct.parentSub !== null || struct.parent instanceof Y.ID) return false;
  return [Y.ContentString, Y.ContentEmbed, Y.ContentAny, Y.ContentDeleted].some(
    (kind) => struct.content instanceof kind,
  );
}

/**
 * Whether a struct hangs on itself or on what its client has not written yet. Yjs makes no such thing and does not look
 * out for it: it would fail in the middle of taking the update in, on every screen.
 */
function looksAhead(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return false;
  const { client, clock } = struct.id;
  return [struct.origin, struct.rightOrigin].some((id) => id?.client === client && id.clock >= clock);
}

/**
 * Whether a deletion has no length, or one that is lost beyond the numbers that can be told apart. Yjs makes no such
 * thing, and would stop when it has to put one by for later.
 */
function deletesNothing({ clock, len }: { readonly clock: number; readonly len: number }): boolean {
  return len === 0 || !Number.isSafeInteger(clock + len);
}
