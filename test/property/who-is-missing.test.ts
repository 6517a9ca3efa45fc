import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStatementLetGoOf } from "../../shared/consent/erasure.ts";
import { foldRecord } from "../../shared/consent/record.ts";
import { calledFor } from "../../shared/meeting/called.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { isPersonIn } from "../cast/the-person.ts";
import { meetingOf, told } from "../cast/whatever-is-stated.ts";

describe("who is missing, whatever is stated", () => {
  it("has a name only if the person at the centre has given that very name", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(meetingOf(90), (lines) => {
        const statements = told(lines);
        const state = foldRecord(meeting, statements).meeting;
        for (const { id, called } of state.absent.values()) {
          seen.add(called === "" ? "unnamed" : "named");
          if (called === "") continue;
          const given = statements.some(
            ({ voice, body }) =>
              isPersonIn(state, voice) &&
              (body.kind === "absent-noted" || body.kind === "absent-called") &&
              body.absent === id &&
              body.called === called,
          );
          expect(given).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
    expect(seen).toEqual(new Set(["named", "unnamed"]));
  });

  it("is not spoken of again once let go of, and no name they were given is kept", () => {
    let letGo = 0;
    fc.assert(
      fc.property(meetingOf(90), (lines) => {
        const statements = told(lines);
        const state = foldRecord(meeting, statements).meeting;
        letGo += state.absentLetGo.size;
        for (const stated of statements) {
          const { body } = stated;
          if (body.kind !== "absent-noted" && body.kind !== "absent-called") continue;
          if (!state.absentLetGo.has(body.absent)) continue;
          expect(state.absent.has(body.absent)).toBe(false);
          expect(isStatementLetGoOf(state, body, stated)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
    expect(letGo).toBeGreaterThan(0);
  });
});

describe("how a voice is called in a copy, whatever is stated", () => {
  it("is what that voice itself has wished for that reader, or what it is called in the room", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(meetingOf(90), (lines) => {
        const statements = told(lines);
        const state = foldRecord(meeting, statements).meeting;
        for (const reader of state.readers.keys()) {
          for (const [voice, { profile }] of state.voices) {
            const called = calledFor(state, reader, voice);
            if (called?.name === profile.name) continue;
            seen.add("wished");
            const wished = statements.some(({ voice: by, body }) => {
              const said = body.kind === "spoken" ? { voice: body.voice, says: body.says } : { voice: by, says: body };
              return (
                said.voice === voice &&
                said.says.kind === "naming-wished" &&
                said.says.reader === reader &&
                said.says.name === called?.name
              );
            });
            expect(wished).toBe(true);
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(seen).toEqual(new Set(["wished"]));
  });
});
