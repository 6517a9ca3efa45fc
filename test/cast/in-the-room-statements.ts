import fc from "fast-check";
import type { Statement } from "../../shared/consent/record.ts";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Place } from "../../shared/meeting/shapes.ts";

/** What each statement about what goes on in the room names the place of. */
export const ABOUT_THE_ROOM: readonly (readonly [Statement["kind"], Statement["kind"]])[] = [
  ["reflection-closed", "reflection-opened"],
  ["space-passed", "reflection-opened"],
  ["off-the-record-spoken", "off-the-record-begun"],
  ["off-the-record-kept", "off-the-record-begun"],
  ["off-the-record-ended", "off-the-record-begun"],
];

/** Who comes when, and whom to ring, as a whole. */
export const arranging: fc.Arbitrary<Statement> = fc
  .record({
    comes: fc.uniqueArray(
      fc.record({ who: fc.constantFrom("Tomas", "Ellen ", ""), when: fc.constantFrom("", "Friday") }),
      {
        maxLength: 3,
      },
    ),
    ring: fc.array(fc.record({ who: fc.constantFrom("", "The night line"), number: fc.constantFrom("", " 960 021") }), {
      maxLength: 2,
    }),
  })
  .map((body): Statement => ({ kind: "arrangements-noted", ...body }));

/** Reflecting, going off the record, rendering and arranging, by whoever may and by whoever may not. */
export function inTheRoomStatements(
  place: fc.Arbitrary<Place>,
  utterance: fc.Arbitrary<UtteranceId>,
): fc.Arbitrary<Statement> {
  const rendered = {
    utterance,
    language: fc.constantFrom("en", "ar"),
    text: fc.constantFrom("", "My daughter is tired.", "My daughter is ill."),
  };
  return fc.oneof(
    fc.constantFrom<Statement>({ kind: "reflection-opened" }, { kind: "off-the-record-begun" }),
    fc
      .record({ kind: fc.constantFrom("reflection-closed" as const, "space-passed" as const), at: place })
      .map(({ kind, at }): Statement => ({ kind, ...at })),
    fc
      .record({
        kind: fc.constantFrom("off-the-record-spoken" as const, "off-the-record-kept" as const),
        at: place,
      })
      .map(({ kind, at }): Statement => ({ kind, ...at })),
    fc
      .record({ at: place, kept: fc.boolean() })
      .map(({ at, kept }): Statement => ({ kind: "off-the-record-ended", ...at, kept })),
    arranging,
    fc.record(rendered).map((body): Statement => ({ kind: "rendering-given", notes: [], ...body })),
  );
}
