import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMeetings, type OpenCarrier } from "../../renderer/session/local-meetings.ts";
import type { MeetingSession } from "../../renderer/session/meeting-session.ts";
import type { Vault } from "../../shared/shell.ts";
import { becomeAPage } from "../attack/memory-page.ts";
import { granted } from "../attack/place.ts";
import { passOf } from "../cast/passes.ts";
import { MemoryLobby } from "../twins/memory-lobby.ts";
import { WireMesh } from "../attack/wire-mesh.ts";
import { shellOver } from "./shell-over.ts";
import { openWorkerVault, type WorkerVault } from "./worker-vault.ts";

/** One laptop of the program in this process: its real session over a real vault on the disk. */
export interface NodeLaptop {
  readonly session: MeetingSession;
  /** How many entries its vault was given, and how many bytes they are together. */
  readonly kept: { entries: number; bytes: number };
  /** Where its vault lies. */
  readonly folder: string;
}

/** Two laptops in one meeting, both let in. The first one is the host's. */
export interface TwoLaptops {
  readonly laptops: readonly [NodeLaptop, NodeLaptop];
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 300_000;

/** What leads from one laptop to the other. */
export interface Line {
  readonly open: readonly [OpenCarrier, OpenCarrier];
  /** Called again and again while the two get to know each other: lets go on what waits, where nothing moves by itself. */
  readonly move: () => void;
}

/**
 * The program's wire docs and links over data channels in memory. Nothing but what lies below a data channel is made up.
 */
export function openMesh(onError: (error: unknown) => void): Line {
  const mesh = new WireMesh(onError);
  return { open: [mesh.open, mesh.open], move: () => undefined };
}

/** Opens a meeting on two laptops of this process: the program's sessions, each over a SQLite vault. */
export async function openTwoLaptops(lead: (onError: (error: unknown) => void) => Line): Promise<TwoLaptops> {
  const faults: string[] = [];
  const leavePage = becomeAPage((error) => faults.push(String(error instanceof Error ? error.stack : error)));
  const folder = await mkdtemp(join(tmpdir(), "polyphony-trace-"));
  const { open, move } = lead((error) => faults.push(String(error)));
  const openLobby = new MemoryLobby().open;
  const vaults: WorkerVault[] = [];

  async function laptop(name: string, enter: (vault: Vault) => Promise<MeetingSession>): Promise<NodeLaptop> {
    const kept = { entries: 0, bytes: 0 };
    const own = join(folder, name);
    const sqlite = await openWorkerVault(own);
    vaults.push(sqlite);
    const vault: Vault = {
      ...sqlite,
      append(meeting, entries) {
        kept.entries += entries.length;
        for (const { bytes } of entries) kept.bytes += bytes.length;
        return sqlite.append(meeting, entries);
      },
    };
    return { session: await enter(vault), kept, folder: own };
  }

  const profile = { kind: "network", relation: "neighbour", colour: "blue" } as const;
  let hostVault: Vault | undefined;
  const host = await laptop("first", async (vault) => {
    hostVault = vault;
    const begun = {
      name: "A paper",
      personCalled: "Voice 1",
      language: "en",
      profile: { ...profile, name: "Voice 1" },
    };
    return granted(await createMeetings(shellOver(vault), { openCarrier: open[0], openLobby }).begin(begun));
  });
  const other = await laptop("second", async (vault) => {
    const { meeting } = host.session.view();
    if (hostVault === undefined) throw new Error("the first laptop is there before the second");
    const pass = await passOf(hostVault, meeting);
    return granted(await createMeetings(shellOver(vault), { openCarrier: open[1], openLobby }).enter(meeting, pass));
  });
  const voice = granted(await other.session.introduce({ ...profile, name: "Voice 2" }));
  const soon = (what: string, isSo: () => boolean) =>
    until(what, () => {
      move();
      return isSo();
    });
  await soon("the knock", () => host.session.view().state.voices.has(voice));
  granted(await host.session.admit(voice));
  await soon("being let in", () => other.session.view().state.voices.get(voice)?.standing === "admitted");
  await soon("everything is saved", () => [host, other].every(({ session }) => session.view().saving === "saved"));
  return {
    laptops: [host, other],
    async close() {
      for (const { session } of [host, other]) session.close();
      await Promise.all(vaults.map((vault) => vault.close()));
      leavePage();
      await rm(folder, { recursive: true, force: true });
      if (faults.length > 0) throw new Error(`something was not as it should be: ${faults.join("\n")}`);
    },
  };
}

/** Waits until something is so, letting everything else be done meanwhile. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await nextTurn();
  }
}

/** Resolves in the next turn of the event loop. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
