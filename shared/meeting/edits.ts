import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import type { DocName, UtteranceId, VoiceId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";
import { owns, SUMMARY_DOC, utteranceOfDoc, writerMark } from "./owned-id.ts";

/** Why an edit may not touch a document: a voice that makes one has broken a rule. */
export type EditFault = "document-unknown" | "edit-unreadable" | "not-the-author" | "not-the-owner";

/**
 * Whether `voice`, writing under `clientId`, may make this edit, and where it belongs. An utterance is written by its
 * owner alone, so there is nothing of another's to delete in it; in the summary everyone may delete, and everyone inserts
 * under their own client id. A refused update must not be applied to any document.
 */
export async function checkEdit(
  voice: VoiceId,
  doc: DocName,
  update: Bytes,
  clientId: number,
): Promise<Result<UtteranceId | "summary", EditFault>> {
  const clients = clientsOf(update);
  if (clients === null) return no("edit-unreadable");
  if (clients.some((client) => client !== clientId)) return no("not-the-author");
  if (doc === SUMMARY_DOC) return ok("summary");
  const utterance = utteranceOfDoc(doc);
  if (utterance === null) return no("document-unknown");
  const mark = await markOf(voice);
  return mark !== null && owns(mark, utterance) ? ok(utterance) : no("not-the-owner");
}

/** The voice looked at last, and its mark: edits of one voice mostly come together. */
let lastMarked: { readonly voice: VoiceId; readonly mark: Promise<Bytes | null> } | null = null;

/** The mark of what a voice may write, or null for what is no voice. */
function markOf(voice: VoiceId): Promise<Bytes | null> {
  if (lastMarked?.voice !== voice) {
    const publicKey = publicKeyOfDid(voice);
    lastMarked = { voice, mark: publicKey.ok ? writerMark(publicKey.value) : Promise.resolve(null) };
  }
  return lastMarked.mark;
}

/** Spares a document that nobody keeps the drawing of a random name. */
const NAMELESS = { guid: "" };

/** The client ids under which a Yjs update inserts, with repeats; null for bytes that no document can take in. */
export function clientsOf(update: Bytes): readonly number[] | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    if (structs.some((struct) => struct.length === 0 || looksAhead(struct))) return null;
    if ([...ds.clients.values()].flat().some(deletesNothing)) return null;
    // Some damage shows only while an update is taken in: then in a document that nobody needs.
    Y.applyUpdate(new Y.Doc(NAMELESS), update);
    return structs.map((struct) => struct.id.client);
  } catch {
    // Yjs tells what is wrong with an update by an exception; here every kind of wrong is the same.
    return null;
  }
}

/**
 * Whether a struct hangs on itself or on what its client has not written yet. Yjs makes no such thing and does not look
 * out for it: it would fail in the middle of taking the update in, on every screen.
 */
function looksAhead(struct: ReturnType<typeof Y.decodeUpdate>["structs"][number]): boolean {
  if (!(struct instanceof Y.Item)) return false;
  const { id, origin, rightOrigin, parent } = struct;
  return [origin, rightOrigin, parent].some(
    (at) => at instanceof Y.ID && at.client === id.client && at.clock >= id.clock,
  );
}

/**
 * Whether a deletion has no length, or one that is lost beyond the numbers that can be told apart. Yjs makes no such
 * thing, and would stop when it has to put one by for later.
 */
function deletesNothing({ clock, len }: { readonly clock: number; readonly len: number }): boolean {
  return len === 0 || !Number.isSafeInteger(clock + len);
}
