import { base64urlnopad } from "@scure/base";
import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import { clientIdOf } from "../feed/head.ts";
import type { VoiceId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";
import { clientsOf, type EditFault } from "./edits.ts";
import type { MeetingStatement } from "./statements.ts";

type Condensed = Extract<MeetingStatement, { readonly kind: "words-condensed" }>;

/**
 * Everything that still stands of what was written under some client ids, as one update: what was crossed out is only
 * an empty place in it. Needs a document that keeps nothing of what was crossed out: with `gc`, and never seen by an undo.
 */
export function condense(doc: Y.Doc, clientIds: ReadonlySet<number>): Bytes {
  const skipped = new Map<number, number>();
  for (const client of doc.store.clients.keys()) {
    if (!clientIds.has(client)) skipped.set(client, Y.getState(doc.store, client));
  }
  // Yjs encodes into buffers of its own, which are ordinary ones.
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(skipped)) as Bytes;
}

/** The update that a condensed statement carries, if it holds nothing but what was written under its voice's own feeds. */
export async function checkCondensed(
  meeting: Bytes,
  voice: VoiceId,
  clientId: number,
  { update, others }: Condensed,
): Promise<Result<Bytes, EditFault>> {
  const bytes = new Uint8Array(base64urlnopad.decode(update));
  const clients = clientsOf(bytes);
  const publicKey = publicKeyOfDid(voice);
  if (clients === null || !publicKey.ok) return no("edit-unreadable");
  const sessions = others.map(({ session }) => new Uint8Array(base64urlnopad.decode(session)));
  const own = await Promise.all(sessions.map((session) => clientIdOf(meeting, publicKey.value, session)));
  return clients.every((client) => client === clientId || own.includes(client)) ? ok(bytes) : no("not-the-author");
}

/**
 * Whether a condensed update says something else than the document that has taken it in already: other letters, or
 * nothing where something stands. Whoever condenses may leave out what is crossed out, and change nothing.
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
  if (!(struct instanceof Y.Item) || struct.content.constructor !== known.content.constructor) return true;
  if (!(struct.content instanceof Y.ContentString) || !(known.content instanceof Y.ContentString)) return false;
  const place = struct.id.clock + offset - known.id.clock;
  return struct.content.str[offset] !== known.content.str[place];
}

function structAt(doc: Y.Doc, client: number, clock: number): Y.GC | Y.Item | undefined {
  const structs = doc.store.clients.get(client);
  return structs?.[Y.findIndexSS(structs, clock)];
}
