import { keptMeetings } from "../../renderer/session/keyring.ts";
import { createMeetings, type Entering } from "../../renderer/session/local-meetings.ts";
import type { MeetingSession, Meetings } from "../../renderer/session/meeting-session.ts";
import { plainText } from "../../shared/meeting/document.ts";
import type { Shell } from "../../shared/shell.ts";
import type { MemoryRoom } from "../twins/memory-carrier.ts";
import { createMemoryVault, type MemoryVault } from "../twins/memory-vault.ts";
import { comeInWith } from "./passes.ts";
import { typeAtEnd } from "./typing.ts";

/** One laptop: its meetings and its vault. */
export interface Laptop {
  readonly meetings: Entering & Meetings;
  readonly room: MemoryRoom;
  readonly vault: MemoryVault;
}

/** A laptop with an empty vault whose meetings are carried through this room. */
export async function laptopIn(room: MemoryRoom): Promise<Laptop> {
  const vault = await createMemoryVault();
  const shell: Shell = {
    kind: "browser",
    vault,
    saveFile: () => Promise.resolve(true),
    printPaper: () => Promise.resolve({ kind: "printing" }),
    signalingUrls: () => Promise.resolve(["ws://127.0.0.1:1/signaling"]),
    invitationBase: () => Promise.resolve("http://127.0.0.1:1/"),
  };
  room.vaults.add(vault);
  return { meetings: createMeetings(shell, room.ways), vault, room };
}

/** A laptop of the room comes into somebody's meeting as if it had been let in at the door, without a voice yet. */
export async function comeIn({ meetings, room }: Laptop, host: MeetingSession): Promise<MeetingSession> {
  const { meeting } = host.view();
  for (const vault of room.vaults) {
    const kept = await keptMeetings(vault);
    if (kept.ok && kept.value.some((one) => one.meeting === meeting)) return comeInWith(meetings, vault, meeting);
  }
  throw new Error("nobody in this room has the meeting");
}

/** The value of a wish that was granted. */
export function granted<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** Types into the draft of the voice that speaks now, as the editor would. */
export function type(session: MeetingSession, words: string): void {
  const doc = session.draft()?.doc;
  if (doc === undefined) throw new Error("nobody here may write");
  typeAtEnd(doc, words);
}

/** Types as someone whose words the others see as they are written. */
export async function typeLive(session: MeetingSession, words: string): Promise<void> {
  granted(await session.writeLive(true));
  type(session, words);
}

/** The record as it stands: each utterance with the name of its voice. */
export function recordOf(session: MeetingSession): string[] {
  const { state } = session.view();
  return state.order.map((id) => {
    const utterance = state.utterances.get(id);
    const voice = utterance === undefined ? undefined : state.voices.get(utterance.voice);
    return `${voice?.profile.name ?? "?"}: ${plainText(session.utteranceText(id))}`;
  });
}

/** Types and says it. */
export async function say(session: MeetingSession, words: string) {
  type(session, words);
  return granted(await session.say());
}
