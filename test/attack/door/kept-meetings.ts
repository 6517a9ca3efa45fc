import { keptMeetings } from "../../../renderer/session/keyring.ts";
import { createMeetings } from "../../../renderer/session/local-meetings.ts";
import { randomBytes } from "../../../shared/crypto/bytes.ts";
import { lobbyOf } from "../../../shared/door/door.ts";
import { encodeInvitation } from "../../../shared/door/invitation.ts";
import { answerKnock, letIn, readReveal } from "../../../shared/door/keeper.ts";
import { openNote, sealNote, type LobbyNote } from "../../../shared/door/notes.ts";
import { passOf } from "../../cast/passes.ts";
import { karim } from "../../cast/seven-voices.ts";
import type { Attack } from "../attack.ts";
import { granted, shellOver, until } from "../place.ts";
import { atTheDoor } from "./door-place.ts";

/** Whoever makes a link to a meeting that a laptop is in already. */
export const replacingWhatIsKept: readonly Attack[] = [
  atTheDoor("have a link, or what comes through it, take the place of what a laptop keeps", "P6", async (door) => {
    const { holder, place } = door;
    const { invitation } = holder;
    const harms: string[] = [];
    // A door of one's own, with oneself as keeper, to a meeting that is somebody else's.
    const bent = { ...invitation, door: randomBytes(32), keepers: [karim.id] };
    const link = encodeInvitation("http://127.0.0.1:1/", bent);
    const guest = await door.knock({ link });
    const lobby = await lobbyOf(bent.door);
    const at = { meeting: invitation.meeting, topic: lobby.topic };
    // The same laptop comes into the meeting properly, by another window, while it stands at that door.
    const meetings = createMeetings(shellOver(guest.vault), place.mesh.ways);
    const properly = granted(
      await meetings.enter(invitation.meeting, await passOf(place.laptops[0].vault, at.meeting)),
    );
    const knocks: LobbyNote[] = [];
    const line = place.mesh.lobby.open({ topic: lobby.topic, signaling: [] });
    line.onHeard((data) => void openNote(lobby, data).then((note) => note !== null && knocks.push(note)));
    const find = <Kind extends LobbyNote["kind"]>(kind: Kind) =>
      knocks.find((note): note is Extract<LobbyNote, { kind: Kind }> => note.kind === kind);
    await until("a knock", () => find("knock") !== undefined);
    const knock = find("knock");
    if (knock === undefined) throw new Error("it has knocked");
    const answered = await answerKnock(karim, at, knock);
    line.say(await sealNote(lobby, answered.note));
    await until("what it says of itself", () => find("reveal") !== undefined);
    const reveal = find("reveal");
    const met = reveal === undefined ? null : await readReveal(answered, reveal);
    if (met === null) throw new Error("it has said who it is");
    line.say(
      await sealNote(lobby, await letIn(karim, met, { secret: randomBytes(32), signaling: ["ws://127.0.0.1:1/"] })),
    );
    await until("an end", () => guest.visit.view().stage === "inside" || guest.visit.view().failed !== null);
    const kept = granted(await keptMeetings(guest.vault)).find((one) => one.meeting === invitation.meeting);
    const real = await passOf(place.laptops[0].vault, invitation.meeting);
    if (kept === undefined || Buffer.compare(kept.secret, real.secret) !== 0) {
      harms.push("the laptop has lost the secret of a meeting that it was in");
    }
    // And where it is in already, no link opens anything else.
    const again = granted(await meetings.join(link));
    if (again.at !== "meeting") harms.push("a laptop that is in a meeting was led to another door of it");
    else again.session.close();
    properly.close();
    return { tried: 2, harms };
  }),
];
