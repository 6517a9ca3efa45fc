import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LATEST_CLAIM } from "../../shared/feed/clock.ts";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { orderOf, type Placed } from "../../shared/meeting/order.ts";

const idOf = (number: number) => `u${String(number).padStart(4, "0")}` as UtteranceId; // a name is enough here

/** Utterances that refer to each other in any way at all, with any clocks. */
const anything: fc.Arbitrary<readonly Placed[]> = fc
  .array(fc.record({ after: fc.option(fc.nat(40)), begunAt: fc.oneof(fc.nat(10), fc.nat(LATEST_CLAIM)) }), {
    maxLength: 40,
  })
  .map((all) =>
    all.map(({ after, begunAt }, index) => ({ id: idOf(index), after: after === null ? null : idOf(after), begunAt })),
  );

/**
 * Utterances as honest programs make them: each after the last that its author had seen, which may not be all there
 * were; its clock later than everything seen, however wrong each laptop's clock is.
 */
const honest: fc.Arbitrary<readonly Placed[]> = fc
  .array(fc.record({ seen: fc.nat(1000), ahead: fc.oneof(fc.nat(3), fc.nat(1e12)) }), { maxLength: 40 })
  .map((all) => {
    const said: Placed[] = [];
    for (const { seen, ahead } of all) {
      const known = said.slice(0, seen % (said.length + 1));
      const after = orderOf(mapOf(known)).at(-1) ?? null;
      const latest = Math.max(0, ...known.map(({ begunAt }) => begunAt));
      said.push({ id: idOf(said.length), after, begunAt: latest + 1 + ahead });
    }
    return said;
  });

function mapOf(utterances: readonly Placed[]): ReadonlyMap<UtteranceId, Placed> {
  return new Map(utterances.map((one) => [one.id, one]));
}

describe("the order of the record", () => {
  it("holds every utterance once, the same for any order of arrival", () => {
    fc.assert(
      fc.property(
        anything.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))),
        ([all, arrived]) => {
          const order = orderOf(mapOf(all));
          expect([...order].toSorted()).toEqual(all.map(({ id }) => id));
          expect(orderOf(mapOf(arrived))).toEqual(order);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("puts each after the one its author had last seen, unless they go round in a circle", () => {
    fc.assert(
      fc.property(anything, (all) => {
        const utterances = mapOf(all);
        const order = orderOf(utterances);
        for (const { id, after } of all) {
          if (after === null || !utterances.has(after) || isInCircle(utterances, id)) continue;
          expect(order.indexOf(after)).toBeLessThan(order.indexOf(id));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("moves no two that stand already, when anyone goes on", () => {
    fc.assert(
      fc.property(honest, fc.nat(40), (all, had) => {
        const before = orderOf(mapOf(all.slice(0, had)));
        const still = new Set(before);
        expect(orderOf(mapOf(all)).filter((id) => still.has(id))).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});

function isInCircle(utterances: ReadonlyMap<UtteranceId, Placed>, id: UtteranceId): boolean {
  let at = utterances.get(id)?.after ?? null;
  for (let steps = 0; at !== null && steps <= utterances.size; steps += 1) {
    if (at === id) return true;
    at = utterances.get(at)?.after ?? null;
  }
  return false;
}
