import fc from "fast-check";
import type { Statement } from "../../shared/consent/record.ts";
import type { Sayable } from "../../shared/consent/spoken.ts";
import { WEIGHINGS } from "../../shared/meeting/deciding-statements.ts";
import { decisionOf, taskOf, wayOf, wishOf } from "./owned-ids.ts";
import { everyone, jo, stranger, type CastVoice } from "./seven-voices.ts";

/** Those who may say something about it, and somebody who was not let in. */
export const DECIDING_CAST = [...everyone, stranger];
const cast = DECIDING_CAST;
const owned = await Promise.all(
  cast.map(async (owner) => ({
    decision: await decisionOf(owner, 1),
    way: await wayOf(owner, 1),
    task: await taskOf(owner, 1),
    wish: await wishOf(owner, 1),
  })),
);
const decision = fc.constantFrom(...owned.map((one) => one.decision));
const way = fc.constantFrom(...owned.map((one) => one.way));
const task = fc.constantFrom(...owned.map((one) => one.task));
const wish = fc.constantFrom(...owned.map((one) => one.wish));
const voice = fc.constantFrom(...cast.map(({ id }) => id));
const nothing = fc.constant("");

/** Words that say whose they are, or none at all. */
const wordsOf = ({ profile }: CastVoice) =>
  fc.oneof(fc.constantFrom(`${profile.name}, 1`, `${profile.name}, 2`), nothing);

/** What a voice says about what is decided; whoever writes it down for a voice without a device may say it for that one. */
function sayable(by: CastVoice): fc.Arbitrary<Sayable> {
  const words = wordsOf(by);
  return fc.oneof(
    fc.record({ decision, way: fc.option(way), words }).map((body): Sayable => ({ kind: "matter-told", ...body })),
    fc
      .record({ wish, as: fc.constantFrom(...WEIGHINGS), words })
      .map((body): Sayable => ({ kind: "wish-weighed", ...body })),
    task.map((one): Sayable => ({ kind: "task-let-go", task: one })),
    wish.map((one): Sayable => ({ kind: "wish-worded", wish: one, text: "" })),
    fc
      .record({ decision, wording: nothing, words: nothing })
      .map((body): Sayable => ({ kind: "position-taken", position: "not-ready", ...body })),
  );
}

/** What has a name that says who wrote it down. */
function sayableAsOwn(by: CastVoice, writer: number): fc.Arbitrary<Sayable> {
  const own = owned.slice(writer, writer + 1);
  return fc.oneof(
    fc
      .record({
        task: fc.constantFrom(...own.map((one) => one.task)),
        decision: fc.option(decision),
        because: fc.option(voice),
        what: wordsOf(by),
        until: fc.constantFrom("", "Thursday"),
      })
      .map((body): Sayable => ({ kind: "task-taken-on", ...body })),
    fc
      .record({ wish: fc.constantFrom(...own.map((one) => one.wish)), text: wordsOf(by) })
      .map((body): Sayable => ({ kind: "wish-worded", ...body })),
  );
}

/** Anything about what is decided that the one of this number in the cast may write without breaking a rule. */
export function aboutDeciding(index: number): fc.Arbitrary<Statement> {
  const by = cast[index] ?? stranger;
  const own = owned.slice(index, index + 1);
  return fc.oneof(
    sayable(by),
    sayableAsOwn(by, index),
    sayable(jo).map((says): Statement => ({ kind: "spoken", voice: jo.id, says })),
    sayableAsOwn(jo, index).map((says): Statement => ({ kind: "spoken", voice: jo.id, says })),
    fc
      .record({ decision, way: fc.constantFrom(...own.map((one) => one.way)), text: wordsOf(by) })
      .map((body): Statement => ({ kind: "way-considered", ...body })),
    fc
      .record({ decision, on: fc.constantFrom("", "Thursday") })
      .map((body): Statement => ({ kind: "review-set", ...body })),
    fc
      .record({ when: fc.constantFrom("", "Thursday"), text: wordsOf(by) })
      .map((body): Statement => ({ kind: "next-meeting-set", ...body })),
  );
}
