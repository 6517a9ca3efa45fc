import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { no, ok, type Result } from "../result.ts";

/** Why an edit may not touch a document. */
export type EditRefusal = "edit-unreadable" | "not-the-author";

/**
 * Whether a Yjs update inserts only under `clientId`, and — when `mayDelete` is given — deletes only what one of those
 * clients had inserted. The document itself is not touched; a refused update must not be applied.
 */
export function checkEdit(
  update: Bytes,
  clientId: number,
  mayDelete: ReadonlySet<number> | "anything",
): Result<null, EditRefusal> {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return no("edit-unreadable");
  }
  if (decoded.structs.some((struct) => struct.id.client !== clientId)) return no("not-the-author");
  if (mayDelete !== "anything") {
    for (const client of decoded.ds.clients.keys()) if (!mayDelete.has(client)) return no("not-the-author");
  }
  return ok(null);
}
