import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFinal, isWithdrawn } from "../../shared/consent/final.ts";
import { verifyConsent, verifyWitness } from "../../shared/consent/proof.ts";
import { foldRecord, type Statement } from "../../shared/consent/record.ts";
import type { ConsentDocument, WitnessDocument } from "../../shared/consent/signed-documents.ts";
import { refuseUnlessFinal } from "../../shared/export/record.ts";
import { LATEST_CLAIM, type ClaimedAt } from "../../shared/feed/clock.ts";
import type { Digest, VoiceId } from "../../shared/feed/ids.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { agreeingTo, doings, play, sat, texts, type Doings } from "../cast/random-consents.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { ellen, everyone, jo, karim, layla, samira, stranger, tomas } from "../cast/seven-voices.ts";

type Told = readonly Stated<Statement>[];
const [theText] = texts;
if (theText === undefined) throw new Error("there are four texts");
const { digest } = theText;

const textIn = (held: Told, one: Digest) => foldRecord(meeting, held).revisions.get(one);
const isFinalAt = (held: Told, one: Digest): boolean => {
  const proposed = textIn(held, one);
  return proposed !== undefined && isFinal(proposed);
};

const signatures = new Map<string, boolean>();
async function isSigned(document: ConsentDocument | WitnessDocument): Promise<boolean> {
  const known = signatures.get(document.proof.proofValue);
  if (known !== undefined) return known;
  const checked = document.type === "PolyphonyConsent" ? await verifyConsent(document) : await verifyWitness(document);
  signatures.set(document.proof.proofValue, checked.ok);
  return checked.ok;
}

/** Whether a voice has said yes to a text by its own signature, or aloud before two others whom it asks; found without the fold. */
async function hasSignedFor(held: Told, voice: VoiceId, one: Digest, asked: ReadonlySet<VoiceId>): Promise<boolean> {
  for (const { voice: by, feed, seq, body } of held) {
    if (voice !== jo.id) {
      if (by !== voice || body.kind !== "consent-given" || body.document.scribe !== undefined) continue;
      const { document } = body;
      if (document.voice === voice && document.revision === one && (await isSigned(document))) return true;
    } else if (body.kind === "spoken" && body.voice === jo.id && body.says.kind === "consent-given") {
      const { document } = body.says;
      if (document.revision !== one || document.scribe !== by || !asked.has(by) || !(await isSigned(document)))
        continue;
      for (const { voice: witness, body: says } of held) {
        if (says.kind !== "witnessed" || says.feed !== feed || says.seq !== seq || says.document === undefined)
          continue;
        const { consent, witness: named } = says.document;
        const isOther = asked.has(witness) && witness !== by && witness !== jo.id && named === witness;
        if (isOther && consent === document.proof.proofValue && (await isSigned(says.document))) return true;
      }
    }
  }
  return false;
}

/** The last answer to a text of a voice that has a device, among what is held: what it has said itself, by its own clock. */
function lastWord(held: Told, voice: VoiceId, one: Digest): Statement["kind"] | null {
  const own = held.filter(
    ({ voice: by, body }) =>
      by === voice &&
      (((body.kind === "consent-withheld" || body.kind === "consent-taken-back") && body.digest === one) ||
        ((body.kind === "consent-given" || body.kind === "consent-withdrawn") &&
          body.digest === one &&
          body.document.voice === voice &&
          (body.kind !== "consent-given" || body.document.scribe === undefined))),
  );
  return own.toSorted((a, b) => a.seq - b.seq).at(-1)?.body.kind ?? null;
}

const randomly = fc.array(doings, { maxLength: 50, size: "max" });
const aMeeting = fc
  .tuple(randomly, fc.boolean(), randomly, fc.boolean(), randomly, fc.boolean())
  .map(([before, likely, between, both, after, comes]): readonly Doings[] => [
    ...before.slice(0, 12),
    ...(likely ? agreeingTo(0) : []),
    ...between.slice(0, 12),
    ...(both ? agreeingTo(1) : []),
    ...(comes ? agreeingTo(3) : []),
    ...after,
  ]);
/** Whoever names a text has had it, and whoever is asked has come: all of that before anybody answers, as in any honest meeting. */
const everythingThere: readonly Doings[] = [
  ...[stranger, ellen].map((who): Doings => ({ who, does: "arrive", which: 0, pick: 0, later: 0 })),
  ...texts.map((_, which): Doings => ({ who: ellen, does: "propose", which, pick: 0, later: 0 })),
];
const anyClock = fc.oneof(fc.nat(400), fc.integer({ min: LATEST_CLAIM - 400, max: LATEST_CLAIM - 200 }));
const clocks = fc.array(anyClock, { minLength: 150, maxLength: 150, size: "max" });

describe("in any meeting, with consents by real signatures", () => {
  it("nothing is final on any laptop without every voice’s own yes, and none whose last word it is not", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(aMeeting, fc.option(clocks), fc.infiniteStream(fc.boolean()), async (what, lying, some) => {
        const { all, held } = play(what, isFinalAt, lying ?? []);
        const few = all.filter((one) => sat.includes(one) || some.next().value === true);
        for (const laptop of [all, few, ...held.values()]) {
          const final = [...foldRecord(meeting, laptop).revisions.values()].filter(isFinal);
          if (final.length > 0) seen.add(laptop === all ? "final" : "final on one side");
          if (final.length > 1) seen.add("two texts");
          for (const { digest: one, revision } of final) {
            const asked = new Set(revision.voices.map(({ id }) => id));
            if (asked.has(stranger.id)) seen.add("asks one who came later");
            for (const id of asked) {
              expect(await hasSignedFor(laptop, id, one, asked)).toBe(true);
              if (id === jo.id) continue;
              const last = lastWord(laptop, id, one);
              expect(last === "consent-given" || last === "consent-withdrawn").toBe(true);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(seen).toEqual(new Set(["final", "final on one side", "two texts", "asks one who came later"]));
  });

  it("every laptop comes to the same, for any order of arrival and any repetition", () => {
    fc.assert(
      fc.property(
        fc.tuple(aMeeting, fc.option(clocks)).chain(([what, lying]) => {
          const { all } = play(what, isFinalAt, lying ?? []);
          return fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }));
        }),
        ([once, again]) => {
          expect(foldRecord(meeting, again)).toEqual(foldRecord(meeting, once));
        },
      ),
      { numRuns: 100 },
    );
  });

  it("a withdrawal that was stated while the text was no agreed record takes the yes back", () => {
    let tried = 0;
    fc.assert(
      fc.property(aMeeting, (what) => {
        // Whoever is parted from the others takes back instead: what is agreed where they are cannot be known.
        const together = [...everythingThere, ...what.filter(({ does }) => does !== "part")];
        const { all, withdrawn } = play(together, isFinalAt);
        for (const { voice, digest: one, whenFinal } of withdrawn) {
          if (whenFinal || lastWord(all, voice, one) !== "consent-withdrawn") continue;
          const proposed = textIn(all, one);
          const others = withdrawn.filter((other) => other.voice === voice && other.digest === one);
          if (proposed?.revision.voices.some(({ id }) => id === voice) !== true || others.length > 1) continue;
          tried += 1;
          expect(isFinal(proposed)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
    expect(tried).toBeGreaterThan(0);
  });
});

describe("an agreed record", () => {
  const agreed = play(agreeingTo(0), isFinalAt).all;
  const later = (what: Doings["does"][]) =>
    doings.map((one) => ({ ...one, does: what[one.pick % what.length] ?? one.does }));

  it("stays agreed on every laptop, whatever is stated by whom and when, but that a yes to it is taken back", () => {
    expect(isFinalAt(agreed, digest)).toBe(true);
    fc.assert(
      fc.property(
        fc.array(later(["propose", "agree", "arrive", "leave", "rename", "witness", "aloud-agree", "bend"]), {
          maxLength: 30,
        }),
        clocks,
        fc.boolean(),
        (what, lying, mayHaveCopy) => {
          const reader = theText.revision.readers[1];
          const { all } = play([...agreeingTo(0), ...what], isFinalAt, [...agreeingTo(0).map(() => 100), ...lying]);
          const gp = reader?.id === "network" ? undefined : reader?.id;
          const body: Statement | null =
            gp === undefined ? null : { kind: "reader-permitted", reader: gp, name: "The GP", may: mayHaveCopy };
          const said =
            body === null ? [] : [{ ...(sat.at(-1) ?? agreed[0]), voice: samira.id, seq: 900, at: 900, body }];
          expect(isFinalAt([...all, ...(said as Told)], digest)).toBe(true); // a statement at a place of its own
        },
      ),
      { numRuns: 100 },
    );
  });

  it("of which a yes is withdrawn stays agreed, and no new copies are made of it, in whatever order that is heard", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...everyone.filter((one) => one !== jo)), { minLength: 1 }).chain((who) => {
          const { all } = play(
            [
              ...agreeingTo(0),
              ...who.map((one): Doings => ({ who: one, does: "withdraw", which: 0, pick: 0, later: 0 })),
            ],
            isFinalAt,
          );
          return fc.shuffledSubarray([...all], { minLength: all.length });
        }),
        (heard) => {
          const proposed = textIn(heard, digest);
          if (proposed === undefined) throw new Error("it was proposed");
          expect([isFinal(proposed), isWithdrawn(proposed)]).toEqual([true, true]);
          expect(refuseUnlessFinal(proposed)).toEqual({ ok: false, reason: "consent-withdrawn" });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("a yes that was taken back before the text was final", () => {
  const everyoneElse = agreeingTo(0).filter(({ who, does }) => who !== karim || does !== "agree");
  const karims: readonly Doings[] = (["agree", "back"] as const).map((does) => ({
    ...{ who: karim, does, which: 0, pick: 0, later: 0 },
  }));

  it("makes it a draft, the same on every laptop, whatever all clocks say and whoever is removed for it", () => {
    fc.assert(
      fc.property(
        clocks,
        fc.constantFrom(layla, tomas),
        fc.nat(2),
        fc.infiniteStream(fc.boolean()),
        (lying: readonly ClaimedAt[], second, cut, some) => {
          const removing: readonly Doings[] = [
            { who: ellen, does: "remove", which: 0, pick: 2 + cut * 7, later: 0 },
            { who: second, does: "second", which: 0, pick: 0, later: 0 },
          ];
          const { all } = play([...everyoneElse, ...karims, ...removing], isFinalAt, lying);
          const took = all.find(({ body }) => body.kind === "consent-taken-back");
          expect(isFinalAt(all, digest)).toBe(false);
          expect(isFinalAt(all.toReversed(), digest)).toBe(false);
          const few = all.filter((one) => one === took || some.next().value === true);
          expect(isFinalAt(few, digest)).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });
});
