import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { lettersOf } from "../../shared/text/letters.ts";

/** What an editor under a client id makes of these words, in a document of its own. */
export function wordsUnder(clientId: number, words: string): Bytes {
  return editOf(clientId, (doc) => {
    lettersOf(doc).insert(0, words);
  });
}

/** What comes of doing something to an empty document under a client id. */
export function editOf(clientId: number, act: (doc: Y.Doc) => void): Bytes {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.transact(() => {
    act(doc);
  });
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return update;
}

/** A stretch of places of one client. */
export interface Range {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** An update that inserts nothing and deletes these stretches, as they stand: unsorted, overlapping, beyond the end. */
export function deletionOf(ranges: readonly Range[]): Bytes {
  return written((encoder) => {
    encoding.writeVarUint(encoder, 0);
    writeDeletions(encoder, ranges);
  });
}

/** An update with one struct of any form: `info` is Yjs's byte for its kind, `body` whatever is to follow. */
export function structOf(client: number, clock: number, info: number, body: readonly number[]): Bytes {
  return structsOf(client, clock, [[info, body]]);
}

/** An update with some structs of any form, of one client, one behind the other. */
export function structsOf(
  client: number,
  clock: number,
  structs: readonly (readonly [number, readonly number[]])[],
): Bytes {
  return written((encoder) => {
    for (const number of [1, structs.length, client, clock]) encoding.writeVarUint(encoder, number);
    for (const [info, body] of structs) {
      encoding.writeUint8(encoder, info);
      for (const byte of body) encoding.writeUint8(encoder, byte);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

/** A number as Yjs writes it. */
export function varint(number: number): readonly number[] {
  return [...written((encoder) => encoding.writeVarUint(encoder, number))];
}

/** A text as Yjs writes it. */
export function varstring(text: string): readonly number[] {
  return [...written((encoder) => encoding.writeVarString(encoder, text))];
}

function writeDeletions(encoder: encoding.Encoder, ranges: readonly Range[]): void {
  const byClient = Map.groupBy(ranges, ({ client }) => client);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, theirs] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, theirs.length);
    for (const { clock, length } of theirs) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}

function written(write: (encoder: encoding.Encoder) => void): Bytes {
  const encoder = encoding.createEncoder();
  write(encoder);
  return new Uint8Array(encoding.toUint8Array(encoder));
}
