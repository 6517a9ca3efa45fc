import { describe, expect, it } from "vitest";
import { Ledger, type Bag, type Holding } from "../../../../renderer/transport/holdings.ts";
import type { Bytes } from "../../../../shared/crypto/bytes.ts";

const SAMIRA = 5;
const ELLEN = 9;

const entries = (count: number, words = "said"): readonly Bytes[] =>
  Array.from({ length: count }, (_, index) => new TextEncoder().encode(`${words} ${index}`));

function bagOf(feeds: Record<number, readonly Bytes[]>): Bag {
  return {
    edition: 0,
    clocks: () => new Map(Object.entries(feeds).map(([client, contents]) => [Number(client), contents.length])),
    contents: (client, from, to) => (feeds[client] ?? []).slice(from, to),
  };
}

/** From which clock on `ours` would send, when asked by a laptop with `theirs`. */
async function sent(ours: Bag, theirs: Bag, given = new Map<number, number>()): Promise<Record<number, number>> {
  const vector = await new Ledger(ours).stateVectorFor(await new Ledger(theirs).holdings(), given);
  return Object.fromEntries(vector);
}

describe("A laptop that is asked what another misses", () => {
  it.each([1, 63, 64, 65, 200])("sends what comes after the %i entries that both have", async (count) => {
    const ours = bagOf({ [SAMIRA]: entries(count + 7), [ELLEN]: entries(3) });
    const theirs = bagOf({ [SAMIRA]: entries(count) });
    expect(await sent(ours, theirs)).toEqual({ [SAMIRA]: count });
    expect(await sent(ours, ours)).toEqual({ [SAMIRA]: count + 7, [ELLEN]: 3 });
  });

  it.each([0, 10, 63, 64, 100, 129])("sends a whole feed when the other has junk at place %i of it", async (place) => {
    const junk = entries(130).map((bytes, index) => (index === place ? (entries(1, "junk")[0] ?? bytes) : bytes));
    const ours = bagOf({ [SAMIRA]: entries(150), [ELLEN]: entries(2) });
    const theirs = bagOf({ [SAMIRA]: junk, [ELLEN]: entries(2) });
    expect(await sent(ours, theirs)).toEqual({ [SAMIRA]: 0, [ELLEN]: 2 });
  });

  it("does so once for each link, and then only with what has come since", async () => {
    const given = new Map<number, number>();
    const theirs = bagOf({ [SAMIRA]: entries(10, "junk") });
    expect(await sent(bagOf({ [SAMIRA]: entries(10) }), theirs, given)).toEqual({ [SAMIRA]: 0 });
    expect(await sent(bagOf({ [SAMIRA]: entries(10) }), theirs, given)).toEqual({ [SAMIRA]: 10 });
    expect(await sent(bagOf({ [SAMIRA]: entries(12) }), theirs, given)).toEqual({ [SAMIRA]: 10 });
    expect(await sent(bagOf({ [SAMIRA]: entries(12) }), theirs, given)).toEqual({ [SAMIRA]: 12 });
  });

  it("sends nothing of a feed of which the other has more", async () => {
    expect(await sent(bagOf({ [SAMIRA]: entries(3) }), bagOf({ [SAMIRA]: entries(5, "junk") }))).toEqual({
      [SAMIRA]: 5,
    });
    expect(await sent(bagOf({}), bagOf({ [SAMIRA]: entries(5) }))).toEqual({ [SAMIRA]: 5 });
  });

  it("is not deceived by entries cut elsewhere", async () => {
    const bytes = (...lengths: readonly number[]) => lengths.map((length) => new Uint8Array(length));
    expect(await sent(bagOf({ [SAMIRA]: bytes(1, 2) }), bagOf({ [SAMIRA]: bytes(2, 1) }))).toEqual({ [SAMIRA]: 0 });
  });

  it("sees what was added after it was last asked", async () => {
    const feeds: Record<number, Bytes[]> = { [SAMIRA]: [...entries(60)] };
    const ledger = new Ledger(bagOf(feeds));
    const fingerprints = async () => (await ledger.holdings()).map((one: Holding) => one.fingerprint.join());
    const before = await fingerprints();
    feeds[SAMIRA]?.push(...entries(10, "more"));
    const after = await fingerprints();
    expect(after).not.toEqual(before);
    expect(after).toEqual((await new Ledger(bagOf(feeds)).holdings()).map((one) => one.fingerprint.join()));
  });
});
