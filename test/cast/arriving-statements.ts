import fc from "fast-check";
import type { Statement } from "../../shared/consent/record.ts";
import { PARTS } from "../../shared/meeting/shapes.ts";
import { absentOneOf, readerOf } from "./owned-ids.ts";
import type { CastVoice } from "./seven-voices.ts";

/**
 * What may be stated by and about those who are here, who are missing and who will read it: allowed to its voice or not; and
 * what only its owner can state, by the owner's place among the cast.
 */
export async function arrivingStatements(cast: readonly CastVoice[]): Promise<{
  readonly anything: fc.Arbitrary<Statement>;
  readonly ofOnesOwn: (index: number) => fc.Arbitrary<Statement>;
}> {
  const owned = await Promise.all(
    cast.map(async (owner) => ({ absent: await absentOneOf(owner, 1), reader: await readerOf(owner, 1) })),
  );
  const absent = fc.constantFrom(...owned.map((one) => one.absent));
  const reader = fc.constantFrom(...owned.map((one) => one.reader));
  const called = fc.constantFrom("", "My aunt", "Ellen’s colleague");
  const anything: fc.Arbitrary<Statement> = fc.oneof(
    fc
      .record({ by: fc.constantFrom(...cast), kind: fc.constantFrom(...PARTS), spoken: called })
      .map(({ by, kind, spoken }): Statement => ({
        kind: "voice-introduced",
        profile: { ...by.profile, kind, spoken },
      })),
    fc.record({ absent, called }).map((body): Statement => ({ kind: "absent-called", ...body })),
    absent.map((one): Statement => ({ kind: "absent-not-wished", absent: one })),
    fc
      .record({ reader, name: fc.constantFrom("", "Samira’s brother"), relation: called })
      .map((body): Statement => ({ kind: "naming-wished", ...body })),
    fc
      .record({
        reader,
        name: fc.constantFrom("The GP", "The GP", "The school"),
        may: fc.constantFrom(true, true, false),
      })
      .map((body): Statement => ({ kind: "reader-permitted", ...body })),
  );
  const ofOnesOwn = (index: number): fc.Arbitrary<Statement> =>
    fc.constantFrom(...owned.slice(index, index + 1)).chain((mine) =>
      fc.oneof(
        called.map((name): Statement => ({ kind: "absent-noted", absent: mine.absent, called: name })),
        fc.constant<Statement>({ kind: "absent-let-go", absent: mine.absent }),
        fc
          .constantFrom("", "The GP", "The school")
          .map((name): Statement => ({ kind: "reader-named", reader: mine.reader, name })),
      ),
    );
  return { anything, ofOnesOwn };
}
