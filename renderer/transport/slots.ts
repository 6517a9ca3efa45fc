import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";

/** The one root of a wire doc: an array used as an unordered bag. Part of the wire protocol. */
export const BAG = "e";

/** Consecutive places of one client in a wire doc, and what stands there. */
export interface SlotRun {
  readonly client: number;
  /** The place of the first of `contents`. */
  readonly clock: number;
  readonly contents: readonly Bytes[];
}

/** What stands at one place of a wire doc. */
export interface Slot {
  readonly client: number;
  readonly clock: number;
  readonly bytes: Bytes;
}

// Yjs update format v1 (yjs/src/utils/encoding.js, yjs/src/structs/Item.js).
const CONTENT_BINARY = 3;
const HAS_LEFT_ORIGIN = 0x80;
const PARENT_IS_ROOT = 1;

/**
 * The Yjs update that puts one run into a wire doc. It follows from the run alone: whoever encodes the same entries
 * makes the same structs, and merging them changes nothing. Each item hangs on the one before it; the first on the bag.
 */
export function encodeRun(run: SlotRun): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, run.contents.length);
  encoding.writeVarUint(encoder, run.client);
  encoding.writeVarUint(encoder, run.clock);
  run.contents.forEach((bytes, index) => {
    const clock = run.clock + index;
    if (clock === 0) {
      encoding.writeUint8(encoder, CONTENT_BINARY);
      encoding.writeVarUint(encoder, PARENT_IS_ROOT);
      encoding.writeVarString(encoder, BAG);
    } else {
      encoding.writeUint8(encoder, CONTENT_BINARY | HAS_LEFT_ORIGIN);
      encoding.writeVarUint(encoder, run.client);
      encoding.writeVarUint(encoder, clock - 1);
    }
    encoding.writeVarUint8Array(encoder, bytes);
  });
  const nothingDeleted = 0;
  encoding.writeVarUint(encoder, nothingDeleted);
  return encoding.toUint8Array(encoder);
}

/** One update that fills some slots, in their order: runs that follow each other, merged. */
export function encodeSlots(slots: readonly Slot[]): Uint8Array {
  const runs: { client: number; clock: number; contents: Bytes[] }[] = [];
  for (const { client, clock, bytes } of slots) {
    const last = runs.at(-1);
    if (last?.client === client && last.clock + last.contents.length === clock) last.contents.push(bytes);
    else runs.push({ client, clock, contents: [bytes] });
  }
  return Y.mergeUpdates(runs.map(encodeRun));
}

/**
 * The slots that a Yjs update fills, or null if it is not made of runs as `encodeRun` writes them. That is the only
 * form a wire doc ever has: it deletes nothing, nests nothing and has no second root, so whatever else comes was made by
 * a modified program.
 */
export function decodeSlots(update: Uint8Array): readonly Slot[] | null {
  const decoded = decodeUpdate(update);
  if (decoded === null || decoded.ds.clients.size > 0) return null;
  const slots: Slot[] = [];
  for (const struct of decoded.structs) {
    // A gap: what follows waits until the gap is filled.
    if (struct instanceof Y.Skip) continue;
    if (!(struct instanceof Y.Item) || !hasSlotForm(struct)) return null;
    slots.push({ client: struct.id.client, clock: struct.id.clock, bytes: bytesOf(struct.content) });
  }
  return slots;
}

/** The bytes of a binary item. */
export function bytesOf(content: Y.ContentBinary): Bytes {
  // Yjs reads them out of a message, and messages come from the network in ordinary, unshared buffers.
  return content.content as Bytes;
}

function decodeUpdate(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    // Not a Yjs update: the caller refuses it like any other form that is not ours.
    return null;
  }
}

function hasSlotForm(item: Y.Item): item is Y.Item & { content: Y.ContentBinary } {
  if (!(item.content instanceof Y.ContentBinary) || item.rightOrigin !== null || item.parentSub !== null) return false;
  const { client, clock } = item.id;
  if (clock === 0) return item.origin === null && isBagName(item.parent);
  return item.origin?.client === client && item.origin.clock === clock - 1;
}

// Before an item is integrated, Yjs keeps the name of its root type where its typings only expect the type itself.
function isBagName(parent: unknown): boolean {
  return parent === BAG;
}
