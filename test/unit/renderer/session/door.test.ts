import { beforeEach, describe, expect, it } from "vitest";
import type { DoorVisit } from "../../../../renderer/session/door.ts";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { lobbyOf } from "../../../../shared/door/door.ts";
import { parseInvitation } from "../../../../shared/door/invitation.ts";
import { openNote } from "../../../../shared/door/notes.ts";
import { ellen as ellens, karim, samira } from "../../../cast/seven-voices.ts";
import { granted, laptopIn, recordOf, say, type Laptop } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

let room: MemoryRoom;
let first: Laptop;
let ellen: MeetingSession;

beforeEach(async () => {
  room = new MemoryRoom();
  first = await laptopIn(room);
  const wish = { name: "Thursday", personCalled: "Samira", language: "en", profile: ellens.profile };
  ellen = granted(await first.meetings.begin(wish));
  await soon(() => {
    expect(granted(parseInvitation(ellen.view().invitation)).keepers).toEqual(ellen.view().localVoices);
  });
});

async function goToDoor(laptop: Laptop, link = ellen.view().invitation): Promise<DoorVisit> {
  const arrived = granted(await laptop.meetings.join(link));
  if (arrived.at !== "door") throw new Error("this laptop is in the meeting already");
  return arrived.visit;
}

async function letIn(visit: DoorVisit): Promise<MeetingSession> {
  await soon(() => {
    expect(ellen.view().door.knocking).toHaveLength(1);
  });
  granted(await ellen.letIn(ellen.view().door.knocking[0]?.knock ?? ""));
  await soon(() => {
    expect(visit.view().session).not.toBeNull();
  });
  const { session } = visit.view();
  if (session === null) throw new Error("nobody was let in");
  return session;
}

describe("the door of a meeting", () => {
  it("shows both sides the same pictures, and lets nobody in by itself", async () => {
    const visit = await goToDoor(await laptopIn(room));
    granted(await visit.knock(samira.profile, null));
    await soon(() => {
      expect(visit.view().stage).toBe("waiting");
      expect(ellen.view().door.knocking).toHaveLength(1);
    });
    const [knocking] = ellen.view().door.knocking;
    expect(knocking?.profile).toEqual(samira.profile);
    expect(visit.view().pictures).toEqual(knocking?.pictures);
    expect(ellen.view().state.voices.size).toBe(1);
    visit.leave();
  });

  it("brings whoever is let in into the meeting, with what was said there", async () => {
    await say(ellen, "What would you like to use this time for?");
    const visit = await goToDoor(await laptopIn(room));
    granted(await visit.knock(samira.profile, null));
    const session = await letIn(visit);
    await soon(() => {
      expect(recordOf(session)).toEqual(recordOf(ellen));
      expect([...ellen.view().state.voices.values()].map(({ standing }) => standing)).toEqual(["admitted", "admitted"]);
    });
    expect(ellen.view().door.knocking).toEqual([]);
  });

  it("keeps a voice behind its PIN on the laptop it came in by", async () => {
    const visit = await goToDoor(await laptopIn(room));
    expect(await visit.knock(samira.profile, "123")).toEqual({ ok: false, reason: "pin-too-short" });
    granted(await visit.knock(samira.profile, "2468"));
    const session = await letIn(visit);
    expect([...session.view().withPin]).toEqual(session.view().localVoices);
  });

  it("leaves nothing on a laptop that was not let in", async () => {
    const laptop = await laptopIn(room);
    const visit = await goToDoor(laptop);
    granted(await visit.knock(samira.profile, null));
    await soon(() => {
      expect(visit.view().stage).toBe("waiting");
    });
    visit.leave();
    expect(granted(await laptop.meetings.list())).toEqual([]);
    expect(granted(await laptop.vault.records(""))).toEqual([]);
  });

  it("tries again what a laptop that was let in could not keep", async () => {
    const laptop = await laptopIn(room);
    const visit = await goToDoor(laptop);
    granted(await visit.knock(samira.profile, null));
    laptop.vault.failWith = "vault-full";
    await soon(() => {
      expect(ellen.view().door.knocking).toHaveLength(1);
    });
    granted(await ellen.letIn(ellen.view().door.knocking[0]?.knock ?? ""));
    await soon(() => {
      expect(visit.view().failed).not.toBeNull();
    });
    laptop.vault.failWith = null;
    await soon(() => {
      expect(visit.view().session).not.toBeNull();
    });
  });

  it("opens the meeting at once where the laptop is in it already", async () => {
    const arrived = granted(await first.meetings.join(ellen.view().invitation));
    expect(arrived.at).toBe("meeting");
    if (arrived.at === "meeting") arrived.session.close();
  });

  it("is another one once somebody says so, and invitations made before lead to nobody", async () => {
    const before = ellen.view().invitation;
    granted(await ellen.changeDoor());
    await soon(() => {
      expect(ellen.view().invitation).not.toBe(before);
    });
    const [late, right] = [await goToDoor(await laptopIn(room), before), await goToDoor(await laptopIn(room))];
    granted(await late.knock(karim.profile, null));
    granted(await right.knock(samira.profile, null));
    await soon(() => {
      expect(ellen.view().door.knocking.map(({ profile }) => profile)).toEqual([samira.profile]);
    });
    expect(late.view().stage).toBe("knocking");
    late.leave();
    right.leave();
  });

  it("tells other holders of the invitation no name", async () => {
    const { door } = granted(parseInvitation(ellen.view().invitation));
    const lobby = await lobbyOf(door);
    const overheard: unknown[] = [];
    room.lobby.open({ topic: lobby.topic, signaling: [] }).onHeard((note) => overheard.push(note));
    const visit = await goToDoor(await laptopIn(room));
    granted(await visit.knock(samira.profile, null));
    await letIn(visit);
    const notes = await Promise.all(overheard.map((note) => openNote(lobby, note)));
    expect(new Set(notes.map((note) => note?.kind))).toEqual(new Set(["knock", "answer", "reveal", "kept", "let-in"]));
    expect(JSON.stringify(notes)).not.toContain(samira.profile.name);
    expect(JSON.stringify(notes)).not.toContain(Buffer.from(samira.profile.name).toString("base64url"));
  });

  it("is not kept by whoever may not let anyone in", async () => {
    const visit = await goToDoor(await laptopIn(room));
    granted(await visit.knock(karim.profile, null));
    const karims = await letIn(visit);
    const next = await goToDoor(await laptopIn(room));
    granted(await next.knock(samira.profile, null));
    await soon(() => {
      expect(ellen.view().door.knocking).toHaveLength(1);
    });
    expect(karims.view().door.knocking).toEqual([]);
    const [knocking] = ellen.view().door.knocking;
    expect(await karims.letIn(knocking?.knock ?? "")).toEqual({ ok: false, reason: "nobody-there" });
    expect(await karims.changeDoor()).toEqual({ ok: false, reason: "not-admitted" });
    next.leave();
  });
});
