import fc from "fast-check";
import { expect, it } from "vitest";
import { isFinal } from "../../shared/consent/final.ts";
import { foldRecord, type Statement } from "../../shared/consent/record.ts";
import { digestOf } from "../../shared/consent/root.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { heads, sitDown, Table, textOf, withDevice, yesOf } from "../cast/at-the-table.ts";
import { meeting, paragraph } from "../cast/samiras-meeting.ts";
import { ellen, jo, okafor, samira, tomas, type CastVoice } from "../cast/seven-voices.ts";

const sat = await sitDown(new Table());
const { revision: withHer } = await textOf(sat, { summary: [paragraph([okafor, "Samira is ill."])], readers: [] });

/** A text without Samira, and without a word of hers, that everyone in it agrees to. */
const pastHer = { ...withHer, voices: withHer.voices.filter(({ id }) => id !== samira.id && id !== jo.id) };
const digest = await digestOf(pastHer);
const others = withDevice.filter((one) => one !== samira);
const agreeing: readonly (readonly [CastVoice, Statement])[] = [
  [okafor, { kind: "revision-proposed", digest, revision: pastHer }],
  ...(await Promise.all(others.map(async (one) => [one, await yesOf(one, digest)] as const))),
];
const happening = fc.record({
  who: fc.constantFrom(...withDevice),
  does: fc.constantFrom("leave", "remove", "second"),
});

it("a text is never final without the person at the centre, whoever leaves and when, unless she was removed", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 12 }), fc.nat(12), fc.boolean(), (happenings, when, removing) => {
      const table = new Table(sat);
      const all: Stated<Statement>[] = [...sat];
      const tell = (who: CastVoice, body: Statement) => all.push(table.tell(who, 100 + all.length, body));
      const agree = () => agreeing.forEach(([who, body]) => tell(who, body));
      for (const [index, { who, does }] of happenings.entries()) {
        if (index === when) agree();
        const proposed = all.findLast(({ body }) => body.kind === "removal-proposed");
        if (does === "leave") tell(who, { kind: "voice-left" });
        else if (does === "remove" && removing) {
          tell(who, { kind: "removal-proposed", voice: samira.id, heads: heads(20) });
        } else if (does === "second" && proposed !== undefined) {
          tell(who, { kind: "removal-seconded", feed: proposed.feed, seq: proposed.seq });
        }
      }
      if (happenings.length <= when) agree();
      const { meeting: state, revisions } = foldRecord(meeting, all);
      const text = revisions.get(digest);
      const standing = state.voices.get(samira.id)?.standing;
      const final = text !== undefined && isFinal(text);
      seen.add(`${String(standing)}: ${final ? "final" : "a draft"}`);
      expect(final && standing !== "removed").toBe(false);
    }),
    { numRuns: 300 },
  );
  expect(seen).toEqual(new Set(["admitted: a draft", "left: a draft", "removed: final"]));
});

it("everyone in the room is asked, and she too after she has left", async () => {
  const table = new Table(sat);
  const gone = [samira, tomas].map((who) => table.tell(who, 100, { kind: "voice-left" }));
  const { revision } = await textOf([...sat, ...gone], { summary: [paragraph([ellen, "We met."])] });
  const asked = new Set(revision.voices.map(({ id }) => id));
  expect([samira, tomas, ellen].map(({ id }) => asked.has(id))).toEqual([true, false, true]);
});
