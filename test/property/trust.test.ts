import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStatementLetGoOf } from "../../shared/consent/erasure.ts";
import { foldRecord, type Statement } from "../../shared/consent/record.ts";
import { takesBack } from "../../shared/consent/spoken.ts";
import type { FeedId, VoiceId } from "../../shared/feed/ids.ts";
import { isBeyond } from "../../shared/meeting/removal.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { ellen, everyone, jo } from "../cast/seven-voices.ts";
import { line, meetingOf, told, type StatedLine } from "../cast/whatever-is-stated.ts";

const fold = (lines: readonly StatedLine[]) => foldRecord(meeting, told(lines));
const isAboutRemoving = ({ body }: { readonly body: Statement }) =>
  body.kind === "removal-proposed" || body.kind === "removal-seconded";

/** Which parts of what can happen did happen in some run: a property of meetings in which nothing happens shows nothing. */
function witness(seen: Set<string>, { meeting: state, unwitnessed }: ReturnType<typeof foldRecord>): void {
  if (state.erased.size > 0) seen.add("something withdrawn");
  if (state.removed.size > 0) seen.add("somebody removed");
  if (state.forgetting.superseded.size > 0) seen.add("something condensed anew");
  if (unwitnessed.length > 0) seen.add("something said aloud");
}
const EVERYTHING = new Set([
  "something withdrawn",
  "somebody removed",
  "something condensed anew",
  "something said aloud",
]);

/** Everything that is true but which statements are needless: whoever has dropped them cannot name them. */
function butForWhatIsNeedless({ meeting: state, ...record }: ReturnType<typeof foldRecord>) {
  return { ...record, meeting: { ...state, forgetting: { ...state.forgetting, superseded: null } } };
}

describe("whatever is withdrawn, removed, condensed or said aloud", () => {
  it("every laptop comes to the same, for any order of arrival and any repetition", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        meetingOf(90).chain((lines) => {
          const statements = told(lines);
          const again = fc.shuffledSubarray([...statements, ...statements], { minLength: statements.length * 2 });
          return fc.tuple(fc.constant(statements), again);
        }),
        ([once, again]) => {
          const record = foldRecord(meeting, once);
          witness(seen, record);
          expect(foldRecord(meeting, again)).toEqual(record);
        },
      ),
      { numRuns: 300 },
    );
    expect(seen).toEqual(EVERYTHING);
  });

  it("letting go of what is let go of changes nothing of what is true, on any laptop that has dropped any part of it", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(meetingOf(120), fc.nat(2 ** 30), (lines, which) => {
        const statements = told(lines);
        const record = foldRecord(meeting, statements);
        witness(seen, record);
        const isLetGoOf = (stated: Stated<Statement>) => isStatementLetGoOf(record.meeting, stated.body, stated);
        const truth = butForWhatIsNeedless(record);
        const none = statements.filter((one) => !isLetGoOf(one));
        expect(butForWhatIsNeedless(foldRecord(meeting, none))).toEqual(truth);
        const some = statements.filter((one, index) => !isLetGoOf(one) || ((which >> (index % 30)) & 1) === 0);
        expect(butForWhatIsNeedless(foldRecord(meeting, some))).toEqual(truth);
      }),
      { numRuns: 300 },
    );
    expect(seen).toEqual(EVERYTHING);
  });

  it("words that are withdrawn or refused stay so, whatever the others state, at whatever time by their clocks", () => {
    let erased = 0;
    fc.assert(
      fc.property(meetingOf(60), fc.array(line, { maxLength: 30, size: "max" }), (lines, more) => {
        // Who throws away what they write themselves may write it again, and of who is removed not everything counts that could be
        // withdrawn: those are rules of their own.
        const before = lines.filter(({ body }) => body.kind !== "utterance-discarded");
        const own = before.filter((one) => !isAboutRemoving(one));
        const gone = [...fold(own).meeting.erased];
        for (const voice of everyone) {
          const others = more.filter((one) => one.voice !== voice && !isAboutRemoving(one));
          const mine = gone.filter((id) => isWithdrawnBy(voice.id, id, own));
          erased += mine.length;
          // In sessions of their own, whose clocks begin anew.
          const later = others.map((one) => ({ ...one, session: one.session + 10 }));
          const after = fold([...own, ...later]).meeting.erased;
          for (const id of mine) expect(after.has(id)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
    expect(erased).toBeGreaterThan(20);
  });

  it("nobody is removed but by their own wish, or by two others who are not both professionals", () => {
    let removed = 0;
    fc.assert(
      fc.property(meetingOf(120), (lines) => {
        const statements = told(lines);
        const { voices } = fold(lines.filter((one) => !isAboutRemoving(one))).meeting;
        const isIn = (voice: VoiceId) => (voices.get(voice)?.standing ?? "waiting") !== "waiting";
        const { removed: cuts } = foldRecord(meeting, statements).meeting;
        // What a removed voice called itself beyond its heads counts for nothing; where nothing of it counts any more, it did
        // when its removal was weighed.
        const isOther = (voice: VoiceId) => {
          const claims = statements.flatMap((stated) =>
            stated.voice === voice && stated.body.kind === "voice-introduced"
              ? [{ kind: stated.body.profile.kind, counts: !isBeyond(cuts, stated) }]
              : [],
          );
          const counting = claims.filter(({ counts }) => counts);
          return counting.length > 0
            ? counting.every(({ kind }) => kind !== "professional")
            : claims.some(({ kind }) => kind !== "professional");
        };
        for (const gone of cuts.keys()) {
          removed += 1;
          const wishes = statements.filter(({ body }) => body.kind === "removal-proposed" && body.voice === gone);
          const isMet = wishes.some(({ voice: by, feed, seq }) => {
            if (by === gone) return true;
            const seconders = statements.filter(
              ({ body }) => body.kind === "removal-seconded" && body.feed === feed && body.seq === seq,
            );
            return seconders.some(
              ({ voice: second }) =>
                second !== by && second !== gone && isIn(by) && isIn(second) && (isOther(by) || isOther(second)),
            );
          });
          expect(isMet).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(removed).toBeGreaterThan(20);
  });

  it("but for taking back its own words and for saying no, nothing that a removed voice states beyond its heads is among what was said, decided, paused or consented to", () => {
    let beyond = 0;
    fc.assert(
      fc.property(meetingOf(120), (lines) => {
        const statements = told(lines);
        const record = foldRecord(meeting, statements);
        const saysWho = new Set([
          "meeting-begun",
          "voice-introduced",
          "voice-admitted",
          "voice-seated",
          "hosting-given",
        ]);
        // Who has heard a no vouches for it anywhere; for what else was said aloud beyond the heads, no more than the scribe.
        const counts = statements.filter(
          ({ body, ...one }) =>
            takesBack(body) ||
            body.kind === "witnessed" ||
            saysWho.has(body.kind) ||
            !isBeyond(record.meeting.removed, one),
        );
        beyond += statements.length - counts.length;
        expect(foldRecord(meeting, counts)).toEqual(record);
      }),
      { numRuns: 300 },
    );
    expect(beyond).toBeGreaterThan(20);
  });

  it("a voice without a device says nothing that only its scribe has heard, whoever has kept its key", () => {
    let heard = 0;
    fc.assert(
      fc.property(meetingOf(120), (lines) => {
        const statements = told(lines);
        const record = foldRecord(meeting, statements);
        if (record.meeting.voices.get(jo.id)?.seated !== true) return;
        const isHeard = ({ voice: scribe, feed, seq }: Stated<Statement>) =>
          statements.some(
            ({ voice, body }) =>
              body.kind === "witnessed" &&
              body.feed === feed &&
              body.seq === seq &&
              voice !== scribe &&
              voice !== jo.id,
          );
        const saysMore = statements.filter((one) => {
          if (one.voice === jo.id) return false;
          return one.body.kind !== "spoken" || one.body.voice !== jo.id || isHeard(one);
        });
        heard += statements.filter((one) => one.body.kind === "spoken" && isHeard(one)).length;
        const { unwitnessed, ...rest } = record;
        const { unwitnessed: waiting, ...without } = foldRecord(meeting, saysMore);
        expect(without).toEqual(rest);
        expect(waiting.length).toBeLessThanOrEqual(unwitnessed.length);
      }),
      { numRuns: 300 },
    );
    expect(heard).toBeGreaterThan(5);
  });

  it("what stands in the record keeps its order when something in it is withdrawn", () => {
    let withdrawn = 0;
    fc.assert(
      fc.property(meetingOf(90), (lines) => {
        const speaking = lines.filter(
          ({ body }) => !["words-refused", "utterance-withdrawn", "utterance-discarded", "spoken"].includes(body.kind),
        );
        const before = fold(speaking).meeting;
        const feeds = new Map<FeedId, number>();
        for (const { feed, at } of told(speaking)) feeds.set(feed, at);
        for (const [id, { voice }] of before.utterances) {
          const by = everyone.find((one) => one.id === voice) ?? ellen;
          const takenBack: StatedLine = {
            voice: by,
            session: 9,
            later: 1,
            body: { kind: "utterance-withdrawn", utterance: id, trace: false },
          };
          const after = fold([...speaking, takenBack]).meeting;
          if (!after.erased.has(id)) continue;
          withdrawn += 1;
          expect(after.order).toEqual(before.order.filter((one) => one !== id));
        }
      }),
      { numRuns: 500 },
    );
    expect(withdrawn).toBeGreaterThan(20);
  });
});

/** Whether a voice itself, or for it somebody who was witnessed, has taken words back. */
function isWithdrawnBy(voice: VoiceId, id: string, lines: readonly StatedLine[]): boolean {
  return lines.some(({ voice: by, body }) => {
    const says = body.kind === "spoken" && body.voice === voice ? body.says : by.id === voice ? body : null;
    return (says?.kind === "utterance-withdrawn" || says?.kind === "words-refused") && says.utterance === id;
  });
}
