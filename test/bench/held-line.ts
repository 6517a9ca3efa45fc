import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { Carrier } from "../../renderer/transport/carrier.ts";
import { WireDoc } from "../../renderer/transport/wire-doc.ts";
import * as Y from "yjs";

/** One end of a line between two laptops. What is put here waits until it is asked to go on. */
export interface LineEnd {
  readonly carrier: Carrier;
  /** How many entries of a feed are believed on this laptop, by the client id of the feed. */
  believed(clientId: number): number;
  /** How many messages wait here or have gone. */
  sent(): number;
  /** Lets the first so many messages go to the other end, as far as they have not gone. */
  deliver(upTo: number): void;
}

/**
 * A line between two laptops on which nothing moves by itself: the program's wire doc at either end, and updates of them that
 * are handed over when the recording says that the other one had seen them.
 */
export function createHeldLine(): readonly [LineEnd, LineEnd] {
  const [first, second] = [createEnd(), createEnd()];
  first.leadTo(second);
  second.leadTo(first);
  return [first, second];
}

interface OpenEnd extends LineEnd {
  leadTo(other: OpenEnd): void;
  take(update: Uint8Array): void;
}

function createEnd(): OpenEnd {
  const FROM_LINE = Symbol("from the line");
  const listeners = new Set<(entries: readonly Bytes[]) => void>();
  const believed = new Map<number, number>();
  const queue: Uint8Array[] = [];
  let delivered = 0;
  let other: OpenEnd | null = null;
  const wire = new WireDoc((entries) => {
    for (const listener of listeners) listener(entries);
  });
  wire.doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_LINE) queue.push(update);
  });
  return {
    leadTo(end) {
      other = end;
    },
    take(update) {
      const admitted = wire.admit(update);
      if (admitted === null) throw new Error("the wire doc refused what the other laptop had sent");
      Y.applyUpdate(wire.doc, admitted, FROM_LINE);
    },
    sent: () => queue.length,
    deliver(upTo) {
      while (delivered < upTo) {
        const update = queue[delivered];
        if (update === undefined) throw new Error("nothing more was sent");
        delivered += 1;
        other?.take(update);
      }
    },
    believed: (clientId) => believed.get(clientId) ?? 0,
    carrier: {
      put(entries) {
        wire.put(entries);
        for (const { clientId, seq } of entries) believed.set(clientId, Math.max(seq + 1, believed.get(clientId) ?? 0));
      },
      onEntries(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      screen: (keep) => {
        wire.screen(keep);
      },
      showPresence: () => undefined,
      onPresence: () => () => undefined,
      addSignaling: () => undefined,
      onConnection: () => () => undefined,
      close: () => {
        wire.destroy();
      },
    },
  };
}
