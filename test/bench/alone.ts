import { createMeetings, type Ways } from "../../renderer/session/local-meetings.ts";
import type { MeetingSession } from "../../renderer/session/meeting-session.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import type { Vault } from "../../shared/shell.ts";
import { granted } from "../attack/place.ts";
import { MemoryLobby } from "../twins/memory-lobby.ts";
import { createHeldLine } from "./held-line.ts";
import { shellOver } from "./shell-over.ts";
import { until } from "./two-laptops.ts";

/** Begins a meeting of one voice on a laptop of this process that nobody else can reach, and closes it again. */
export async function beginAlone(vault: Vault): Promise<{
  readonly meeting: MeetingId;
  /** Opens it as the program does, from whatever vault holds what this one held. */
  readonly reopen: (vault: Vault, meeting: MeetingId) => Promise<MeetingSession>;
}> {
  const profile = { name: "Voice 1", kind: "network", relation: "neighbour", colour: "blue" } as const;
  const begun = { name: "A long one", personCalled: "Voice 1", language: "en", profile };
  const session = granted(await createMeetings(shellOver(vault), nowhere).begin(begun));
  const { meeting } = session.view();
  await until("it has begun", () => session.view().state.voices.size === 1 && session.view().saving === "saved");
  session.close();
  return {
    meeting,
    reopen: async (kept, id) => granted(await createMeetings(shellOver(kept), nowhere).open(id)),
  };
}

const nowhere: Ways = { openCarrier: () => createHeldLine()[0].carrier, openLobby: new MemoryLobby().open };
