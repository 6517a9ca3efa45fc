import { base64urlnopad } from "@scure/base";
import { joinBytes, randomBytes, sameBytes, type Bytes } from "../crypto/bytes.ts";
import { sha256 } from "../crypto/keys.ts";
import type { DocName, OwnedId, UtteranceId } from "../feed/ids.ts";

const DOC_PREFIX = "utterance/";
/** The summary's document. The epoch counts how often its past was let go. */
export const SUMMARY_DOC = "summary/0" as DocName; // the constant is its own constructor

/**
 * The 8 bytes that the ids of every utterance and decision written under a key begin with. So who may write there is read off
 * the name: no order of arrival, and no first claim, can make it anyone else's.
 */
export async function writerMark(publicKey: Bytes): Promise<Bytes> {
  const tag = new TextEncoder().encode("polyphony/writer/1\0");
  return (await sha256(joinBytes(tag, publicKey))).slice(0, 8);
}

/** A new id, of an utterance or whatever else is one's own, for the writer with this mark. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller alone knows what the new id is to name
export function createOwnedId<Id extends OwnedId>(mark: Bytes): Id {
  // The one place where an owned id is made from its bytes; what it names is for the caller to say.
  return base64urlnopad.encode(joinBytes(mark, randomBytes(8))) as Id;
}

/** Whether the writer with this mark, and nobody else, may write under this id. */
export function owns(mark: Bytes, id: OwnedId): boolean {
  return sameBytes(new Uint8Array(base64urlnopad.decode(id)).slice(0, 8), mark);
}

/** The document that holds an utterance's words. */
export function docOfUtterance(utterance: UtteranceId): DocName {
  return `${DOC_PREFIX}${utterance}` as DocName; // made in its one making place
}

/** The utterance whose words a document holds, or null for any other document. */
export function utteranceOfDoc(doc: DocName): UtteranceId | null {
  const id = doc.startsWith(DOC_PREFIX) ? doc.slice(DOC_PREFIX.length) : "";
  // The pattern has just proved the shape.
  return /^[A-Za-z0-9_-]{21}[AQgw]$/.test(id) ? (id as UtteranceId) : null;
}
