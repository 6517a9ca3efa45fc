import { base64urlnopad } from "@scure/base";
import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import { clientIdOf } from "../feed/head.ts";
import type { VoiceId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";
import { readEdit } from "../text/edit.ts";
import { dropCrossedOut } from "../text/crossed-out.ts";
import type { EditFault } from "./edits.ts";
import type { MeetingStatement } from "./statements.ts";

type Condensed = Extract<MeetingStatement, { readonly kind: "words-condensed" }>;

/**
 * Everything that still stands of what was written under some client ids, as one update: what was deleted or crossed out is only
 * an empty place in it. Needs a document of its own that keeps nothing of what was deleted: with `gc`, and never seen by an undo.
 */
export function condense(doc: Y.Doc, clientIds: ReadonlySet<number>): Bytes {
  dropCrossedOut(doc, clientIds);
  const skipped = new Map<number, number>();
  for (const client of doc.store.clients.keys()) {
    if (!clientIds.has(client)) skipped.set(client, Y.getState(doc.store, client));
  }
  return withoutDeletions(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(skipped)));
}

/**
 * The update with no word of what was deleted in the document, by whomever: what it holds says so itself of its own letters. Yjs writes
 * the deletions last, and just as long when they are written alone.
 */
function withoutDeletions(update: Uint8Array): Bytes {
  const alone = Y.encodeSnapshot(Y.createSnapshot(Y.decodeUpdate(update).ds, new Map()));
  const structs = update.length - (alone.length - EMPTY.length);
  const condensed = new Uint8Array(structs + EMPTY.length);
  condensed.set(update.subarray(0, structs));
  condensed.set(EMPTY, structs);
  return condensed;
}

/** A list of nothing, as Yjs writes it. */
const EMPTY = new Uint8Array([0]);

/** The update that a condensed statement carries, if it holds nothing but what was written under its voice's own feeds. */
export async function checkCondensed(
  meeting: Bytes,
  voice: VoiceId,
  clientId: number,
  { update, others }: Condensed,
): Promise<Result<Bytes, EditFault>> {
  const bytes = new Uint8Array(base64urlnopad.decode(update));
  const read = readEdit(bytes);
  const publicKey = publicKeyOfDid(voice);
  if (read === null || !publicKey.ok) return no("edit-unreadable");
  const sessions = others.map(({ session }) => new Uint8Array(base64urlnopad.decode(session)));
  const own = await Promise.all(sessions.map((session) => clientIdOf(meeting, publicKey.value, session)));
  const isOwn = (client: number): boolean => client === clientId || own.includes(client);
  return read.inserts.every(isOwn) && read.deletes.every(isOwn) ? ok(bytes) : no("not-the-author");
}

/**
 * Whether a condensed update says something else than the document that has taken it in already: other letters or marks than
 * stand there. A voice may leave out its own, as it may delete them, and change nothing.
 */
export function contradicts(doc: Y.Doc, update: Bytes): boolean {
  return Y.decodeUpdate(update).structs.some((struct) => {
    const { client, clock } = struct.id;
    if (clock + struct.length > Y.getState(doc.store, client)) return false;
    for (let offset = 0; offset < struct.length; offset += 1) {
      if (saysElse(doc, struct, offset)) return true;
    }
    return false;
  });
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

function saysElse(doc: Y.Doc, struct: Struct, offset: number): boolean {
  const known = structAt(doc, struct.id.client, struct.id.clock + offset);
  if (!(known instanceof Y.Item) || known.deleted) return false;
  if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return false;
  if (struct.content.constructor !== known.content.constructor) return true;
  const place = struct.id.clock + offset - known.id.clock;
  return JSON.stringify(valueAt(struct, offset)) !== JSON.stringify(valueAt(known, place));
}

/** What stands at one place of an item: a letter, or a mark. */
function valueAt({ content }: Y.Item, place: number): unknown {
  return content instanceof Y.ContentString ? content.str[place] : content.getContent()[place];
}

function structAt(doc: Y.Doc, client: number, clock: number): Y.GC | Y.Item | undefined {
  const structs = doc.store.clients.get(client);
  return structs?.[Y.findIndexSS(structs, clock)];
}
