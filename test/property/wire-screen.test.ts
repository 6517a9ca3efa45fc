import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { CarriedEntry } from "../../renderer/transport/carrier.ts";
import { WireDoc } from "../../renderer/transport/wire-doc.ts";
import { joinBytes, sameBytes, type Bytes } from "../../shared/crypto/bytes.ts";

/** Two feeds of entries, each of which has a bare form: its words dropped. */
const FEEDS = [1001, 1002] as const;
const ENTRIES_EACH = 6;
const WORDS = 9;
const NO_FEED = "" as CarriedEntry["feed"]; // a wire doc looks at the client id alone

const headerOf = (feed: number, seq: number): Bytes => new Uint8Array([feed % 256, seq, 77]);
const bareOf = (feed: number, seq: number): Bytes => joinBytes(headerOf(feed, seq), new Uint8Array([0]));
const wholeOf = (feed: number, seq: number): Bytes =>
  joinBytes(headerOf(feed, seq), new Uint8Array([1]), new Uint8Array(WORDS).fill(seq + 1));

/** Keeps everything as it is but the words of these entries. */
function keepAllBut(dropped: ReadonlySet<string>): (bytes: Bytes) => Bytes {
  return (bytes) => {
    const [feed = 0, seq = 0] = bytes;
    if (bytes.length !== 4 + WORDS || !dropped.has(`${String(feed)}/${String(seq)}`)) return bytes;
    return joinBytes(bytes.slice(0, 3), new Uint8Array([0]));
  };
}

type Act =
  | { readonly kind: "drop"; readonly feed: number; readonly seq: number }
  | { readonly kind: "meet"; readonly isWhole: boolean }
  | {
      readonly kind: "put";
      readonly feed: number;
      readonly from: number;
      readonly count: number;
      readonly bare: boolean;
    };

const act: fc.Arbitrary<readonly [number, Act]> = fc.tuple(
  fc.nat(1),
  fc.oneof(
    {
      arbitrary: fc.record({
        kind: fc.constant("put" as const),
        feed: fc.constantFrom(...FEEDS),
        from: fc.nat(ENTRIES_EACH - 1),
        count: fc.integer({ min: 1, max: ENTRIES_EACH }),
        bare: fc.boolean(),
      }),
      weight: 4,
    },
    { arbitrary: fc.record({ kind: fc.constant("meet" as const), isWhole: fc.boolean() }), weight: 3 },
    {
      arbitrary: fc.record({
        kind: fc.constant("drop" as const),
        feed: fc.constantFrom(...FEEDS),
        seq: fc.nat(ENTRIES_EACH - 1),
      }),
      weight: 2,
    },
  ),
);

/** A laptop's wire doc, and what it has let go of so far. */
class Laptop {
  readonly dropped = new Set<string>();
  readonly arrived: Bytes[] = [];
  readonly wire = new WireDoc((entries) => this.arrived.push(...entries));

  letGo(feed: number, seq: number): void {
    this.dropped.add(`${String(feed % 256)}/${String(seq)}`);
    this.wire.screen(keepAllBut(new Set(this.dropped)));
  }

  put(entries: readonly CarriedEntry[]): void {
    this.wire.put(entries);
  }

  hear(from: Laptop, isWhole: boolean): void {
    const mine = isWhole ? undefined : Y.encodeStateVector(this.wire.doc);
    const admitted = this.wire.admit(Y.encodeStateAsUpdate(from.wire.doc, mine));
    if (admitted !== null) Y.applyUpdate(this.wire.doc, admitted, "a peer");
  }

  holds(): readonly Bytes[] {
    return [...this.wire.clocks()].flatMap(([client, clock]) => this.wire.contents(client, 0, clock));
  }
}

function perform(laptops: readonly [Laptop, Laptop], who: number, one: Act): void {
  const [here, there] = who === 0 ? laptops : [laptops[1], laptops[0]];
  if (one.kind === "drop") here.letGo(one.feed, one.seq);
  else if (one.kind === "meet") here.hear(there, one.isWhole);
  else {
    const seqs = [...new Array(one.count).keys()].map((index) => one.from + index).filter((seq) => seq < ENTRIES_EACH);
    const make = one.bare ? bareOf : wholeOf;
    here.put(seqs.map((seq) => ({ feed: NO_FEED, clientId: one.feed, seq, bytes: make(one.feed, seq) })));
  }
}

describe("two wire docs that put, let go of and hear in any order", () => {
  it("hold nothing of what they have let go of, and all else that either has ever put", () => {
    let letGo = 0;
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40, size: "max" }), (acts) => {
        const laptops = [new Laptop(), new Laptop()] as const;
        for (const [who, one] of acts) {
          perform(laptops, who, one);
          for (const laptop of laptops) {
            const keep = keepAllBut(laptop.dropped);
            const sent = Buffer.from(Y.encodeStateAsUpdate(laptop.wire.doc));
            for (const bytes of laptop.holds()) expect(keep(bytes)).toBe(bytes);
            for (const name of laptop.dropped) {
              const [feed, seq] = name.split("/").map(Number);
              expect(sent.includes(Buffer.from([feed ?? 0, seq ?? 0, 77, 1]))).toBe(false);
              letGo += 1;
            }
          }
        }
        // In the end both know what was let go of, and have heard everything of each other.
        const [one, other] = laptops;
        for (const laptop of laptops)
          for (const name of [...one.dropped, ...other.dropped]) {
            const [feed = 0, seq = 0] = name.split("/").map(Number);
            laptop.letGo(feed, seq);
          }
        for (const isWhole of [true, true, true]) {
          one.hear(other, isWhole);
          other.hear(one, isWhole);
        }
        const has = (all: readonly Bytes[], bytes: Bytes) => all.some((held) => sameBytes(held, bytes));
        const [mine, theirs] = [one.holds(), other.holds()];
        for (const bytes of mine) expect(has(theirs, bytes)).toBe(true);
        for (const bytes of theirs) expect(has(mine, bytes)).toBe(true);
        for (const [, act] of acts) {
          if (act.kind !== "put") continue;
          const put = act.bare ? bareOf(act.feed, act.from) : wholeOf(act.feed, act.from);
          expect(has(mine, keepAllBut(one.dropped)(put))).toBe(true);
        }
        for (const { wire } of laptops) wire.destroy();
      }),
      { numRuns: 150 },
    );
    expect(letGo).toBeGreaterThan(100);
  });
});
