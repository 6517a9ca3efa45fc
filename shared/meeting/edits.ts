import type { Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import type { DocName, UtteranceId, VoiceId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";
import { readEdit } from "../text/edit.ts";
import { owns, SUMMARY_DOC, utteranceOfDoc, writerMark } from "./owned-id.ts";

/** Why an edit may not touch a document: a voice that makes one has broken a rule. */
export type EditFault = "document-unknown" | "edit-unreadable" | "not-the-author" | "not-the-owner";

/**
 * Whether `voice`, writing under `clientId`, may make this edit, and where it belongs. Every letter it inserts and every letter it
 * deletes is under that client id: nobody writes as another, and nobody deletes another's words. An utterance is written by its owner
 * alone. A refused update must not be applied to any document.
 */
export async function checkEdit(
  voice: VoiceId,
  doc: DocName,
  update: Bytes,
  clientId: number,
): Promise<Result<UtteranceId | "summary", EditFault>> {
  const read = readEdit(update);
  if (read === null) return no("edit-unreadable");
  const isOwn = (client: number): boolean => client === clientId;
  if (!read.inserts.every(isOwn) || !read.deletes.every(isOwn)) return no("not-the-author");
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
