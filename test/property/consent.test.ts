import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Digest } from "../../shared/feed/ids.ts";
import { compareStated, type Stated } from "../../shared/meeting/stated.ts";
import { isFinal } from "../../shared/consent/final.ts";
import { foldConsents } from "../../shared/consent/fold.ts";
import { signConsent } from "../../shared/consent/proof.ts";
import { digestOf } from "../../shared/consent/root.ts";
import { canonicalText } from "../../shared/consent/canonical.ts";
import type { ProposedRevision, Revisions } from "../../shared/consent/state.ts";
import type { ConsentStatement, Revision } from "../../shared/consent/statements.ts";
import { verifyConsentStatement } from "../../shared/consent/verify.ts";
import { firstRevision, freeze, meeting, paragraph, stated, state, thursday } from "../cast/samiras-meeting.ts";
import { asVoice, everyone, layla, stranger, type CastVoice } from "../cast/seven-voices.ts";

const cast = [...everyone, stranger];
const revisions = [
  firstRevision,
  freeze({ summary: [paragraph([layla, "Now my fear is in it too."])], frozenAtMs: 1 }),
  freeze({ frozenAtMs: 2, supersedes: await digestOf(firstRevision) }),
];
const digests = await Promise.all(revisions.map(digestOf));
const context = {
  meeting,
  state: { ...state, voices: new Map(state.voices).set(stranger.id, asVoice(stranger, "waiting")) },
};

/** Everything anyone could state, honestly or not: each voice's consents, and consents handed in by others. */
const bodies: ConsentStatement[] = [];
for (const [index, digest] of digests.entries()) {
  const revision = revisions[index];
  if (revision === undefined) throw new Error("as many digests as revisions");
  bodies.push({ kind: "revision-proposed", digest, revision });
  // Proposed under the digest of another: the check on receipt stops it.
  bodies.push({ kind: "revision-proposed", digest, revision: revisions[(index + 1) % 3] ?? revision });
  bodies.push({ kind: "consent-withheld", digest, words: "not yet" }, { kind: "consent-taken-back", digest });
  for (const { id, privateKey } of cast) {
    const document = await signConsent({ meeting, voice: id, digest, privateKey, givenAtMs: thursday });
    bodies.push({ kind: "consent-given", digest, document });
    bodies.push({ kind: "consent-given", digest: digests[(index + 1) % 3] ?? digest, document });
    const forged = { ...document, voice: cast[0]?.id ?? id };
    bodies.push({ kind: "consent-given", digest, document: forged });
  }
}
const passing = await Promise.all(bodies.map(async (body) => (await verifyConsentStatement(body)).ok));

/** Anyone states anything at any time; most of it honest, so that the interesting states are reached. */
const honest = fc
  .record({ voice: fc.nat(7), at: fc.nat(60), which: fc.nat(2), how: fc.nat(9) })
  .map(({ voice, at, which, how }): Stated<ConsentStatement> => {
    const who = cast[voice] ?? stranger;
    const digest = digests[which] ?? ("" as Digest); // there are three
    const kinds = (["revision-proposed", "consent-withheld", "consent-taken-back"] as const)[how];
    const body = bodies.find((one) =>
      kinds === undefined
        ? one.kind === "consent-given" &&
          one.digest === digest &&
          one.document.revision === digest &&
          one.document.voice === who.id
        : one.kind === kinds && one.digest === digest,
    );
    if (body === undefined) throw new Error("everyone may say everything");
    return stated(who, at, body);
  });
const withdrawal: ConsentStatement = { kind: "consent-taken-back", digest: digests[0] ?? ("" as Digest) }; // there are three
const anything = fc
  .record({ voice: fc.nat(7), at: fc.nat(60), body: fc.nat(bodies.length - 1) })
  .filter(({ body }) => passing[body] === true)
  .map(({ voice, at, body }) => stated(cast[voice] ?? stranger, at, bodies[body] ?? withdrawal));
const history = fc.array(fc.oneof({ arbitrary: honest, weight: 3 }, { arbitrary: anything, weight: 1 }), {
  maxLength: 120,
});

/** What every laptop does with what arrived: each entry once, in the one order. */
function foldArrived(arrived: readonly Stated<ConsentStatement>[]): Revisions {
  const once = new Map(arrived.map((statement) => [`${statement.feed}#${String(statement.seq)}`, statement]));
  return foldConsents([...once.values()].sort(compareStated), context);
}

/** One statement at one place of a feed: a feed does not fork. */
function withoutForks(statements: readonly Stated<ConsentStatement>[]): readonly Stated<ConsentStatement>[] {
  return [...new Map(statements.map((one) => [`${one.feed}#${String(one.seq)}`, one])).values()];
}

/** The last thing a voice answered to a digest, by itself, found without the fold. */
function lastAnswer(sorted: readonly Stated<ConsentStatement>[], voice: CastVoice, { digest }: ProposedRevision) {
  return sorted
    .filter((one) => one.voice === voice.id && one.body.digest === digest)
    .filter(({ body }) => body.kind !== "revision-proposed")
    .filter(
      ({ body }) =>
        body.kind !== "consent-given" || (body.document.voice === voice.id && body.document.revision === digest),
    )
    .at(-1)?.body.kind;
}

describe("whatever anyone states, in whatever order", () => {
  it("a revision is final exactly when the last answer of each of its voices to that digest is its own yes", () => {
    let finals = 0;
    const everyoneSaysYes = cast.slice(0, 7).map((voice, index) => {
      const body = bodies.find(
        (one) => one.kind === "consent-given" && one.digest === digests[0] && one.document.voice === voice.id,
      );
      if (body === undefined) throw new Error("each has consented");
      return stated(voice, 20 + index, body);
    });
    fc.assert(
      fc.property(history, fc.boolean(), (statements, likely) => {
        const sorted = withoutForks(likely ? [...statements, ...everyoneSaysYes] : statements).toSorted(compareStated);
        for (const proposed of foldConsents(sorted, context).values()) {
          const agreed = everyone.every((voice) => lastAnswer(sorted, voice, proposed) === "consent-given");
          expect(isFinal(proposed)).toBe(agreed);
          if (agreed) finals += 1;
        }
      }),
      { numRuns: 400 },
    );
    expect(finals).toBeGreaterThan(0);
  });

  it("every laptop comes to the same, for any order of arrival and any repetition", () => {
    fc.assert(
      fc.property(
        history.chain((statements) => {
          const feeds = withoutForks(statements);
          const repeated = feeds.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...feeds));
          return repeated.chain((more) => {
            const all = [...feeds, ...more];
            return fc.tuple(fc.constant(feeds), fc.shuffledSubarray(all, { minLength: all.length }));
          });
        }),
        ([once, arrived]) => {
          expect(foldArrived(arrived)).toEqual(foldArrived(once));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("what a stranger states counts for nothing", () => {
    fc.assert(
      fc.property(history, (statements) => {
        const sorted = withoutForks(statements).toSorted(compareStated);
        const without = sorted.filter(({ voice }) => voice !== stranger.id);
        expect(foldConsents(sorted, context)).toEqual(foldConsents(without, context));
      }),
      { numRuns: 200 },
    );
  });
});

describe("one changed character", () => {
  /** Every place in a revision that holds a person's words, as paths of keys. */
  function textPaths(value: unknown, path: readonly (number | string)[] = []): (readonly (number | string)[])[] {
    if (typeof value === "string") return [path];
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => textPaths(inner, [...path, key]));
  }
  function withText(value: unknown, path: readonly (number | string)[], change: (text: string) => string): unknown {
    const [key, ...rest] = path;
    if (key === undefined) return change(String(value));
    if (Array.isArray(value))
      return value.map((item: unknown, index) => (String(index) === key ? withText(item, rest, change) : item));
    return { ...(value as object), [key]: withText((value as Record<string, unknown>)[key], rest, change) }; // a path leads through objects
  }

  it("makes another digest, to which no consent carries over", async () => {
    const paths = textPaths(firstRevision);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(200),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (path, place, letter) => {
          const change = (text: string) =>
            `${text.slice(0, place % (text.length + 1))}${letter}${text.slice(place % (text.length + 1))}`;
          const changed = withText(firstRevision, path, change) as Revision; // the same shape, one letter more
          expect(canonicalText(changed)).not.toBe(canonicalText(firstRevision));
          const other = await digestOf(changed);
          expect(other).not.toBe(digests[0]);
          const consents = bodies.filter((body) => body.kind === "consent-given" && body.digest === digests[0]);
          const moved = await Promise.all(consents.map((body) => verifyConsentStatement({ ...body, digest: other })));
          expect(moved.every(({ ok }) => !ok)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
