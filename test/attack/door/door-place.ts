import type { AtDoor, DoorVisit } from "../../../renderer/session/door.ts";
import { createMeetings, type OpenCarrier } from "../../../renderer/session/local-meetings.ts";
import type { MeetingSession } from "../../../renderer/session/meeting-session.ts";
import type { Carrier } from "../../../renderer/transport/carrier.ts";
import type { OpenLobby } from "../../../renderer/transport/lobby-line.ts";
import { parseInvitation } from "../../../shared/door/invitation.ts";
import { plainText } from "../../../shared/meeting/document.ts";
import type { Profile } from "../../../shared/meeting/shapes.ts";
import { layla } from "../../cast/seven-voices.ts";
import { createMemoryVault, type MemoryVault } from "../../twins/memory-vault.ts";
import { inAMeeting, type Attack, type Stage } from "../attack.ts";
import { granted, shellOver, until, type Place } from "../place.ts";
import { LinkHolder } from "./link-holder.ts";

/** Knocking and coming in takes a few round trips, and the making of some keys. */
const LEAST_PATIENCE_MS = 3000;

/** Somebody honest with the link, on a laptop of their own. */
export interface Guest {
  readonly visit: DoorVisit;
  readonly vault: MemoryVault;
}

/** A meeting with its door, which Ellen and Samira keep, and somebody who holds the invitation. */
export interface DoorPlace {
  readonly place: Place;
  readonly holder: LinkHolder;
  /** The invitation as it stands. */
  readonly link: () => string;
  /** Goes to the door on a laptop of one's own and knocks. */
  readonly knock: (wish?: { profile?: Profile; link?: string; openLobby?: OpenLobby }) => Promise<Guest>;
  /** Whoever a keeper sees at the door, with the laptop that shows it. */
  readonly knocking: () => readonly (AtDoor & { readonly session: MeetingSession })[];
  /** Waits until a keeper sees this guest with the pictures that the guest sees, and lets it in. */
  readonly letIn: (guest: Guest) => Promise<MeetingSession>;
}

interface Done {
  readonly tried: number;
  readonly harms?: readonly string[];
  /** The flood was such that only time, or a new invitation, lets others be heard again. */
  readonly readers?: "everyone invited" | "those who are in";
}

/**
 * An attack on the door. Afterwards nobody is in who was not let in, the record is what it was, and somebody honest who
 * comes with the invitation gets in and reads what was said.
 */
export function atTheDoor(
  name: string,
  promise: Attack["promise"],
  act: (door: DoorPlace, stage: Stage) => Promise<Done>,
): Attack {
  return inAMeeting(name, promise, async (place, stage) => {
    const arrivals = new Arrivals(place);
    const door = await openDoor(place, arrivals);
    try {
      const { tried, harms = [], readers } = await act(door, stage);
      door.holder.goAway();
      const late = await comesIn(door, layla.profile);
      place.lookAgain(readers);
      return { tried, harms: [...harms, ...late] };
    } finally {
      arrivals.close();
    }
  });
}

/** Brings somebody honest in; says what went wrong. */
async function comesIn(door: DoorPlace, profile: Profile): Promise<readonly string[]> {
  const guest = await door.knock({ profile });
  try {
    const session = await door.letIn(guest);
    const reads = () => session.view().state.order.some((id) => plainText(session.utteranceText(id)).includes("sleep"));
    await until("what was said", reads, door.place.patienceMs);
    return [];
  } catch (error) {
    return [`somebody who is let in does not come in any more: ${String(error)}`];
  }
}

/** The laptops that come to a door, whatever becomes of them. */
class Arrivals {
  readonly #visits: DoorVisit[] = [];
  readonly #carriers: Carrier[] = [];
  readonly #place: Place;
  #isClosed = false;

  constructor(place: Place) {
    this.#place = place;
  }

  async arrive(link: string, openLobby = this.#place.mesh.lobby.open): Promise<Guest> {
    const vault = await createMemoryVault();
    const arrived = granted(await createMeetings(shellOver(vault), { openLobby, openCarrier: this.#open }).join(link));
    if (arrived.at !== "door") throw new Error("a new laptop is in no meeting yet");
    this.#visits.push(arrived.visit);
    return { visit: arrived.visit, vault };
  }

  /** Everybody goes home, also who is only just coming in. */
  close(): void {
    this.#isClosed = true;
    for (const visit of this.#visits) {
      visit.view().session?.close();
      visit.leave();
    }
    for (const carrier of this.#carriers) carrier.close();
  }

  readonly #open: OpenCarrier = (options) => {
    const carrier = this.#place.mesh.open(options);
    this.#carriers.push(carrier);
    if (this.#isClosed) carrier.close();
    return carrier;
  };
}

async function openDoor(place: Place, arrivals: Arrivals): Promise<DoorPlace> {
  const { laptops, mesh } = place;
  const patienceMs = Math.max(place.patienceMs, LEAST_PATIENCE_MS);
  const [{ session }] = laptops;
  const link = () => session.view().invitation;
  const keepers = () => {
    const parsed = parseInvitation(link());
    return parsed.ok ? parsed.value.keepers.length : 0;
  };
  await until("an invitation that names both keepers", () => keepers() === 2);
  const knocking = () =>
    laptops.flatMap((laptop) =>
      laptop.session.view().door.knocking.map((one) => ({ ...one, session: laptop.session })),
    );
  return {
    ...{ place, link, knocking, holder: await LinkHolder.with(mesh.lobby, link()) },
    async knock({ profile = layla.profile, link: by = link(), openLobby } = {}) {
      const guest = await arrivals.arrive(by, openLobby);
      granted(await guest.visit.knock(profile, null));
      return guest;
    },
    async letIn({ visit }) {
      const seen = () => knocking().find(({ pictures }) => isSame(pictures, visit.view().pictures));
      await until("a keeper who sees the same pictures", () => seen() !== undefined, patienceMs);
      const shown = seen();
      granted(await (shown?.session.letIn(shown.knock) ?? Promise.reject(new Error("nobody is shown"))));
      await until("coming in", () => visit.view().session !== null, patienceMs);
      const { session: own } = visit.view();
      if (own === null) throw new Error("the newcomer is in");
      const [voice] = own.view().localVoices;
      const admitted = (at: MeetingSession) =>
        voice !== undefined && at.view().state.voices.get(voice)?.standing === "admitted";
      const all = [...laptops.map((laptop) => laptop.session), own];
      await until("being admitted", () => all.every(admitted), patienceMs);
      return own;
    },
  };
}

function isSame(one: Uint8Array, other: Uint8Array | null): boolean {
  return other !== null && Buffer.compare(one, other) === 0;
}
