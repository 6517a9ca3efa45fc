import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { MOST_LINES } from "../../../../shared/meeting/room-statements.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { comeIn, granted, laptopIn } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const profile = (name: string, kind: Profile["kind"]): Profile => ({ name, kind, relation: "", colour: "teal" });

let ellen: MeetingSession;
let karim: MeetingSession;
let nadia: MeetingSession;

beforeEach(async () => {
  const room = new MemoryRoom();
  const first = await laptopIn(room);
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en" };
  ellen = granted(await first.meetings.begin({ ...wish, profile: profile("Ellen", "professional") }));
  const arrives = async (name: string, kind: Profile["kind"]) => {
    const session = await comeIn(await laptopIn(room), ellen);
    const id = granted(await session.introduce(profile(name, kind)));
    await soon(() => {
      expect(ellen.view().state.voices.has(id)).toBe(true);
    });
    granted(await ellen.admit(id));
    await soon(() => {
      expect(session.view().state.voices.get(id)?.standing).toBe("admitted");
    });
    return session;
  };
  karim = await arrives("Karim", "network");
  nadia = await arrives("Nadia", "interpreter");
});

const arrangementsOf = (session: MeetingSession) => session.view().state.arrangements;
const comes = (session: MeetingSession, who: string, when: string) =>
  session.noteArrangement({ of: "comes", before: null, after: { who, when } });

describe("what is arranged", () => {
  it("is noted line by line by whoever has a voice, and is the same on every laptop", async () => {
    granted(await comes(ellen, " Tomas ", "Friday"));
    await soon(() => {
      expect(arrangementsOf(karim).comes).toEqual([{ who: "Tomas", when: "Friday" }]);
    });
    granted(await karim.noteArrangement({ of: "ring", before: null, after: { who: "Karim", number: "960 021" } }));
    const [line] = arrangementsOf(karim).comes;
    granted(
      await karim.noteArrangement({ of: "comes", before: line ?? null, after: { who: "Tomas", when: "Saturday" } }),
    );
    await soon(() => {
      expect(arrangementsOf(ellen)).toMatchObject({
        comes: [{ who: "Tomas", when: "Saturday" }],
        ring: [{ who: "Karim", number: "960 021" }],
        by: karim.view().localVoices[0],
      });
    });
    granted(await ellen.noteArrangement({ of: "comes", before: { who: "Tomas", when: "Saturday" }, after: null }));
    await soon(() => {
      expect(arrangementsOf(karim).comes).toEqual([]);
    });
  });

  it("is for voices to note, and waits while the meeting pauses", async () => {
    expect(await comes(nadia, "Nadia", "Friday")).toEqual({ ok: false, reason: "no-words-of-ones-own" });
    granted(await ellen.pause());
    expect(await comes(ellen, "Tomas", "Friday")).toEqual({ ok: false, reason: "paused" });
  });

  it("has as much room as a card, and says so when that is full", async () => {
    for (let day = 1; day <= MOST_LINES; day += 1) granted(await comes(ellen, "Tomas", `on day ${String(day)}`));
    expect(await comes(ellen, "Tomas", "on one more")).toEqual({ ok: false, reason: "card-full" });
    expect(arrangementsOf(ellen).comes).toHaveLength(MOST_LINES);
    expect(ellen.view().quarantines).toEqual([]);
  });
});
