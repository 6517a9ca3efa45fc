import { createMeetings } from "../../../renderer/session/local-meetings.ts";
import { open } from "../../../shared/crypto/seal.ts";
import type { MeetingSession } from "../../../renderer/session/meeting-session.ts";
import { comeInWith } from "../../cast/passes.ts";
import { jo } from "../../cast/seven-voices.ts";
import { createMemoryVault } from "../../twins/memory-vault.ts";
import { inAMeeting, type Attack } from "../attack.ts";
import { granted, shellOver, type, until, type Place } from "../place.ts";

const PIN = "4812";
const NOTE = "I think Karim is angry with me.";
const UNSAID = "What I do not dare to say yet";

/** Jo comes to a laptop of the clinic that others use too, writes something down for herself, and hands it over. */
async function handedOver(place: Place) {
  const vault = await createMemoryVault();
  const [{ session: host }] = place.laptops;
  const meetings = createMeetings(shellOver(vault), place.mesh.ways);
  const session = await comeInWith(meetings, place.laptops[0].vault, host.view().meeting);
  const id = granted(await session.introduce(jo.profile, PIN));
  await until("the knock", () => host.view().state.voices.has(id));
  granted(await host.admit(id));
  await until("being let in", () => session.view().state.voices.get(id)?.standing === "admitted");
  granted(await session.writeLive(false));
  type(session.draft()?.doc, UNSAID);
  granted(await session.changePrivateNotes({ margin: [{ id: "1", words: NOTE, atMs: 1 }] }));
  await new Promise((resolve) => setTimeout(resolve, 400));
  session.handOver();
  await place.settle();
  place.lookAgain();
  return { session, id, vault, meetings };
}

/** Everything that whoever sits there now may try to have said or done as Jo. */
async function actAs(session: MeetingSession, id: Place["ellenId"], place: Place): Promise<readonly boolean[]> {
  const { decision, proposed } = place;
  session.speakAs(id);
  const taken = { position: "agree", words: "", mayStand: false } as const;
  const wishes = [
    await session.consent(id, proposed),
    await session.withhold(id, proposed, "No."),
    await session.takePosition(id, decision, taken),
    await session.wordWish(id, "To leave."),
    await session.takeOn(id, { decision: null, because: null, what: "All of it.", until: "" }),
    await session.setPin(id, { present: null, next: null }),
    await session.setPin(id, { present: "0000", next: null }),
    await session.unlock(id, "0000"),
    await session.changePrivateNotes({ margin: [] }),
    await session.say(),
    await session.leave(id),
  ];
  return wishes.map(({ ok }) => ok);
}

/** The next person at a laptop that a voice with a PIN has handed over. */
export const takingTheNextTurn: readonly Attack[] = [
  inAMeeting("speak, consent or read as a voice whose PIN one does not have", "P2", async (place) => {
    const { session, id } = await handedOver(place);
    const [{ session: ellens }] = place.laptops;
    const granted = await actAs(session, id, place);
    const harms = granted.flatMap((isGranted, index) => (isGranted ? [`wish ${String(index)} is granted`] : []));
    if (session.privateNotes() !== null) harms.push("what Jo wrote for herself is shown");
    if (session.draft() !== null) harms.push("what Jo was writing is shown");
    await place.settle();
    if (ellens.view().revisions.get(place.proposed)?.answers.has(id) === true)
      harms.push("Jo is taken to have answered");
    return { tried: granted.length + 2, harms };
  }),
  inAMeeting("read a voice's key and notes from the disk, without its PIN", "P2", async (place) => {
    const { vault, session, meetings } = await handedOver(place);
    const records = granted(await vault.records(""));
    const stored = granted(await vault.read(session.view().meeting));
    const harms: string[] = [];
    const pieces = [...records, ...stored.entries.map(({ bytes }) => ({ name: "an entry", sealed: bytes }))];
    for (const { name, sealed } of pieces) {
      const opened = await open(await vault.sealingKey(), sealed);
      const texts = [sealed, ...(opened.ok ? [opened.value] : [])].map((bytes) =>
        Buffer.from(bytes).toString("latin1"),
      );
      if (texts.some((text) => text.includes(NOTE.slice(0, 12)) || text.includes(UNSAID)))
        harms.push(`${name} has her words`);
      // An Ed25519 private key in PKCS #8 begins so.
      if (texts.some((text) => text.includes("0.\u0002\u0001\u00000\u0005\u0006\u0003+ep")))
        harms.push(`${name} has her key`);
    }
    session.close();
    const again = granted(await meetings.open(session.view().meeting));
    if (again.view().speakingAs !== null) harms.push("opened again, the laptop is hers without her PIN");
    if (again.privateNotes() !== null || again.draft() !== null) harms.push("opened again, it shows what is hers");
    again.close();
    return { tried: pieces.length + 1, harms };
  }),
];
