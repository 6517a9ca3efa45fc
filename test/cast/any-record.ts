import fc from "fast-check";
import { LATEST_CLAIM } from "../../shared/feed/clock.ts";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { PARTS, PHASES } from "../../shared/meeting/shapes.ts";
import type { MeetingState, Utterance, Voice } from "../../shared/meeting/state.ts";
import { PLAINLY_SAID } from "./plainest.ts";
import { asVoice, everyone, stranger } from "./seven-voices.ts";

/** As much of a meeting as the picture of the voices is drawn from. */
export type AnyRecord = Pick<MeetingState, "erased" | "order" | "utterances" | "voices">;

const cast = [...everyone, stranger];
const MOST = 60;

// Names are enough here; a branded id has no other constructor than a cast.
const utteranceIdOf = (number: number) => `u${String(number).padStart(4, "0")}` as UtteranceId;
const NOBODY = "did:key:nobody" as VoiceId; // as above

const voice = fc.constantFrom(...cast.map(({ id }) => id));
const clock = fc.oneof(fc.nat(LATEST_CLAIM), fc.nat(3_600_000 * 1024), fc.constant(0));

const utterances = fc.array(
  fc.record({
    voice: fc.oneof({ weight: 9, arbitrary: voice }, { weight: 1, arbitrary: fc.constant(NOBODY) }),
    scribe: fc.option(voice),
    confirmed: fc.boolean(),
    answers: fc.option(fc.nat(MOST)),
    correctedLater: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }),
    phase: fc.constantFrom(...PHASES),
    begunAt: clock,
    said: fc.boolean(),
    withdrawn: fc.boolean(),
    erased: fc.boolean(),
    gone: fc.boolean(),
  }),
  { maxLength: MOST },
);

const voices = fc.subarray([...cast]).chain((known) =>
  fc.tuple(
    ...known.map((one) =>
      fc
        .record({
          kind: fc.constantFrom(...PARTS),
          standing: fc.constantFrom("admitted", "left", "removed", "waiting"),
          introducedAt: clock,
        })
        .map(({ kind, standing, introducedAt }): Voice => {
          const voiceNow = asVoice(one, standing);
          return { ...voiceNow, introducedAt, profile: { ...voiceNow.profile, kind } };
        }),
    ),
  ),
);

/** A record with anything at all in it, also what no honest program would have made. */
export const anyRecord: fc.Arbitrary<AnyRecord> = fc.record({ utterances, voices }).map((any) => {
  const all = any.utterances.map((one, index) => ({ ...one, number: index, id: utteranceIdOf(index) }));
  return {
    order: all.map(({ id }) => id),
    utterances: new Map(
      all
        .filter(({ gone }) => !gone)
        .map((one): [UtteranceId, Utterance] => [
          one.id,
          {
            ...PLAINLY_SAID,
            ...one,
            after: null,
            answers: one.answers === null ? null : utteranceIdOf(one.answers),
            // Only later words can stand in for earlier ones.
            correctedBy: one.correctedLater === null ? null : utteranceIdOf(one.number + one.correctedLater),
          },
        ]),
    ),
    erased: new Set(all.filter(({ erased }) => erased).map(({ id }) => id)),
    voices: new Map(any.voices.map((one) => [one.id, one])),
  };
});
