import { describe, expect, it } from "vitest";
import { LATEST_CLAIM } from "../../../../shared/feed/clock.ts";
import type { UtteranceId } from "../../../../shared/feed/ids.ts";
import { orderOf, type Placed } from "../../../../shared/meeting/order.ts";

const id = (name: string) => name as UtteranceId; // a name is enough here

function recordOf(...said: readonly [name: string, after: string | null, begunAt: number][]): readonly string[] {
  const utterances = said.map(([name, after, begunAt]): [UtteranceId, Placed] => [
    id(name),
    { id: id(name), after: after === null ? null : id(after), begunAt },
  ]);
  const forwards = orderOf(new Map(utterances));
  expect(orderOf(new Map(utterances.toReversed()))).toEqual(forwards);
  return forwards;
}

describe("the order of the record", () => {
  it("is that of the clocks where nobody had seen the other", () => {
    expect(recordOf(["Layla", null, 20], ["Samira", null, 10])).toEqual(["Samira", "Layla"]);
  });

  it("is that of the names where the clocks agree", () => {
    expect(recordOf(["b", null, 10], ["a", null, 10])).toEqual(["a", "b"]);
  });

  it("puts what follows after what it follows, also when a clock is years behind", () => {
    expect(recordOf(["question", null, 1_000_000], ["answer", "question", 3])).toEqual(["question", "answer"]);
  });

  it("carries a clock that is years ahead on to all that follow it", () => {
    const far = LATEST_CLAIM;
    expect(recordOf(["early", null, 5], ["ahead", "early", far], ["next", "ahead", 6], ["last", "next", 7])).toEqual([
      "early",
      "ahead",
      "next",
      "last",
    ]);
  });

  it("gives every one of ten thousand a place of its own, also after the latest claim that counts", () => {
    const said = Array.from({ length: 10_000 }, (_, number): [string, string | null, number] => [
      `utterance ${String(number).padStart(5, "0")}`,
      number === 0 ? null : `utterance ${String(number - 1).padStart(5, "0")}`,
      number === 0 ? LATEST_CLAIM : 1,
    ]);
    expect(recordOf(...said)).toEqual(said.map(([name]) => name));
  });

  it("takes a reference to nothing, to itself or in a circle as none", () => {
    expect(recordOf(["a", "nowhere", 2], ["b", "b", 1])).toEqual(["b", "a"]);
    expect([...recordOf(["a", "b", 1], ["b", "c", 2], ["c", "a", 3])].toSorted()).toEqual(["a", "b", "c"]);
  });
});
