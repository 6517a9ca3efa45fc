import { describe, expect, it } from "vitest";
import { OpenMeeting } from "../../../../renderer/app/open-meeting.ts";
import type { Meetings, MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { MeetingId } from "../../../../shared/feed/ids.ts";
import { no, ok } from "../../../../shared/result.ts";

// A branded id has no other constructor than a cast; these two name nothing real.
const [thursday, friday] = ["thursday", "friday"] as [MeetingId, MeetingId];

function laptop() {
  const log: string[] = [];
  const session = (meeting: MeetingId) => {
    const only = { view: () => ({ meeting }), close: () => log.push(`left ${meeting}`) };
    // Nothing else of a session is touched by what is tested here.
    return only as unknown as MeetingSession;
  };
  const meetings: Meetings = {
    list: async () => ok([]),
    begin: async () => no("not-saved"),
    join: async () => no("invitation-unreadable"),
    open: async (meeting) => {
      log.push(`opened ${meeting}`);
      return ok(session(meeting));
    },
  };
  return { log, session, open: new OpenMeeting(meetings) };
}

describe("the meeting that is open", () => {
  it("is opened once, however many pages of it are looked at", async () => {
    const { log, open } = laptop();
    const [one, other] = await Promise.all([open.open(thursday), open.open(thursday)]);
    expect(one).toBe(other);
    expect(log).toEqual(["opened thursday"]);
  });

  it("is left when another is opened, and when the first page is", async () => {
    const { log, open } = laptop();
    await open.open(thursday);
    await open.open(friday);
    open.leave();
    await Promise.resolve();
    expect(log).toEqual(["opened thursday", "opened friday", "left thursday", "left friday"]);
  });

  it("is not left when it is joined a second time while it is open", async () => {
    const { log, session, open } = laptop();
    const same = session(thursday);
    open.hold(same);
    open.hold(same);
    await Promise.resolve();
    expect(log).toEqual([]);
  });
});
