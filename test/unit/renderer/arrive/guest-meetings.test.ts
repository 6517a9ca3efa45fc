import { describe, expect, it } from "vitest";
import { withGuests } from "../../../../renderer/arrive/guest-meetings.ts";
import type { Meetings, MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { encodeInvitation, parseInvitation } from "../../../../shared/door/invitation.ts";
import type { MeetingId } from "../../../../shared/feed/ids.ts";
import { no, ok } from "../../../../shared/result.ts";

// Ids of the right form that name nothing real.
const [thursday, friday, sunday] = ["T", "F", "S"].map((letter) => `${letter.repeat(42)}A`) as [
  MeetingId,
  MeetingId,
  MeetingId,
];

/** Meetings that only note what they were asked. */
function shelf(...kept: readonly MeetingId[]) {
  const asked: string[] = [];
  // Nothing of a session is touched by what is tested here.
  const session = {} as MeetingSession;
  const meetings: Meetings = {
    list: async () => ok(kept.map((meeting, at) => ({ meeting, name: "", lastOpenedMs: at }))),
    begin: async () => {
      asked.push("begin");
      return ok(session);
    },
    join: async (link) => {
      const parsed = parseInvitation(link);
      asked.push(`join ${parsed.ok ? parsed.value.meeting : parsed.reason}`);
      return parsed.ok ? ok({ at: "meeting", session }) : no(parsed.reason);
    },
    open: async (meeting) => {
      asked.push(`open ${meeting}`);
      return ok(session);
    },
  };
  return { asked, meetings };
}

const invitationTo = (meeting: MeetingId) =>
  encodeInvitation("http://127.0.0.1:7373/", { meeting, door: new Uint8Array(32), keepers: [], signaling: [] });
const wish = {
  name: "Thursday",
  personCalled: "Samira",
  language: "en",
  profile: { name: "Ellen", kind: "professional", relation: "", colour: "teal" },
} as const;

describe("meetings of which some leave nothing on this laptop", () => {
  it("are begun where the one who begins them says, and on the laptop where nothing is said", async () => {
    const [disk, window] = [shelf(), shelf()];
    const meetings = withGuests(disk.meetings, window.meetings);
    await meetings.begin(wish, "window");
    expect([disk.asked, window.asked]).toEqual([[], ["begin"]]);
    await meetings.begin(wish, "disk");
    await meetings.begin(wish);
    expect(disk.asked).toEqual(["begin", "begin"]);
  });

  it("stay where they are, whatever is said when their invitation is opened once more", async () => {
    const [disk, window] = [shelf(thursday), shelf(friday)];
    const meetings = withGuests(disk.meetings, window.meetings);
    await meetings.join(invitationTo(thursday), "window");
    await meetings.join(invitationTo(friday), "disk");
    await meetings.join(invitationTo(sunday), "window");
    expect(disk.asked).toEqual([`join ${thursday}`]);
    expect(window.asked).toEqual([`join ${friday}`, `join ${sunday}`]);
  });

  it("are decided when they are here, or when there is nothing to decide about", async () => {
    const meetings = withGuests(shelf(thursday).meetings, shelf(friday).meetings);
    expect(await meetings.isDecided(invitationTo(thursday))).toBe(true);
    expect(await meetings.isDecided(invitationTo(friday))).toBe(true);
    expect(await meetings.isDecided("hello")).toBe(true);
    expect(await meetings.isDecided(invitationTo(sunday))).toBe(false);
  });

  it("are listed together and opened where they are", async () => {
    const [disk, window] = [shelf(sunday, thursday), shelf(friday)];
    const meetings = withGuests(disk.meetings, window.meetings);
    const listed = await meetings.list();
    expect(listed.ok ? listed.value.map(({ meeting }) => meeting) : []).toEqual([thursday, sunday, friday]);
    await meetings.open(friday);
    await meetings.open(thursday);
    expect([disk.asked, window.asked]).toEqual([[`open ${thursday}`], [`open ${friday}`]]);
  });
});
