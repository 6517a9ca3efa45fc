import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStatementLetGoOf } from "../../shared/consent/erasure.ts";
import { foldRecord } from "../../shared/consent/record.ts";
import { mayReadPage } from "../../shared/meeting/own-pages.ts";
import { meetingOf, told } from "../cast/whatever-is-stated.ts";
import { pageStatements } from "../cast/page-statements.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { isPersonIn } from "../cast/the-person.ts";
import { everyone, samira } from "../cast/seven-voices.ts";

const pagesOf = await pageStatements([samira]);

/** Any meeting, and Samira sharing pages and taking them back among all that. */
const withPages = fc
  .tuple(meetingOf(30), fc.array(fc.record({ body: pagesOf(0), before: fc.nat(60) }), { minLength: 1, maxLength: 8 }))
  .map(([lines, pages]) => {
    const all = [...lines];
    for (const { body, before } of pages) {
      all.splice(Math.min(before, all.length), 0, { voice: samira, session: 0, later: 1, body });
    }
    return all;
  });

describe("in any meeting, pages of the person’s own", () => {
  it("are shared by someone who was only ever the person at the centre, and by nobody else", () => {
    let shared = 0;
    fc.assert(
      fc.property(withPages, (lines) => {
        const statements = told(lines);
        const state = foldRecord(meeting, statements).meeting;
        for (const { by } of state.pages.values()) {
          shared += 1;
          expect(isPersonIn(state, by)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
    expect(shared).toBeGreaterThan(20);
  });

  it("are read by those they name and their own voice, or by everyone", () => {
    fc.assert(
      fc.property(withPages, (lines) => {
        for (const page of foldRecord(meeting, told(lines)).meeting.pages.values()) {
          for (const { id } of everyone) {
            expect(mayReadPage(page, id)).toBe(page.text !== null || id === page.by || page.to.has(id));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it("are let go of everywhere once they are taken back, whenever that is heard of", () => {
    let takenBack = 0;
    fc.assert(
      fc.property(withPages, (lines) => {
        const statements = told(lines);
        const { meeting: state } = foldRecord(meeting, statements);
        for (const one of statements) {
          if (one.body.kind !== "page-shared" || one.voice !== samira.id || !state.pagesTakenBack.has(one.body.page))
            continue;
          takenBack += 1;
          expect(state.pages.has(one.body.page)).toBe(false);
          expect(isStatementLetGoOf(state, one.body, one)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(takenBack).toBeGreaterThan(20);
  });
});
