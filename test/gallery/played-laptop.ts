import { withGuests, type GuestMeetings, type Keeps } from "../../renderer/arrive/guest-meetings.ts";
import type { DoorVisit } from "../../renderer/session/door.ts";
import { keptMeetings } from "../../renderer/session/keyring.ts";
import { createMeetings, type Entering } from "../../renderer/session/local-meetings.ts";
import type { Meetings, MeetingSession } from "../../renderer/session/meeting-session.ts";
import { createGuestVault } from "../../renderer/shells/browser/guest-vault.ts";
import { parseInvitation } from "../../shared/door/invitation.ts";
import type { Pass } from "../../shared/door/pass.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import { ok } from "../../shared/result.ts";
import type { Hosting, Shell, Vault } from "../../shared/shell.ts";
import { granted } from "../cast/laptops.ts";
import type { MemoryRoom } from "../twins/memory-carrier.ts";
import { createMemoryVault, type MemoryVault } from "../twins/memory-vault.ts";
import { ToldCarrier } from "../twins/told-carrier.ts";

/**
 * One laptop in the room: the program's own session over a vault and a carrier in memory. The screen shown and the scene that
 * is played have the same session in hand; when the screen leaves the meeting, it is opened anew from what the vault kept.
 */
export class PlayedLaptop implements GuestMeetings {
  readonly vault: MemoryVault;
  readonly carrier: ToldCarrier;
  readonly shell: { -readonly [Part in keyof Shell]: Shell[Part] };
  /** What was saved as files or printed here: each name, and then what is in it. */
  readonly saved: string[] = [];
  readonly #room: MemoryRoom;
  readonly #kept: Readonly<Record<Keeps, Entering & Meetings>>;
  readonly #meetings: GuestMeetings;
  #session: MeetingSession | null = null;
  #meeting: MeetingId | null = null;

  private constructor(vault: MemoryVault, guestVault: Vault, room: MemoryRoom) {
    this.vault = vault;
    this.#room = room;
    room.vaults.add(vault);
    this.carrier = new ToldCarrier(room.open);
    this.shell = shellOver(vault, this.saved);
    const ways = { openCarrier: this.carrier.open, openLobby: room.lobby.open };
    this.#kept = {
      disk: createMeetings(this.shell, ways),
      window: createMeetings({ ...this.shell, vault: guestVault }, ways),
    };
    this.#meetings = withGuests(this.#kept.disk, this.#kept.window);
  }

  /** A laptop on which nothing is kept yet. */
  static async in(room: MemoryRoom): Promise<PlayedLaptop> {
    return new PlayedLaptop(await createMemoryVault(), await createGuestVault(), room);
  }

  /** The meeting as this laptop takes part in it. Throws where it does not just now. */
  get session(): MeetingSession {
    if (this.#session === null) throw new Error("this laptop has no meeting open");
    return this.#session;
  }

  get isInMeeting(): boolean {
    return this.#session !== null;
  }

  list: GuestMeetings["list"] = () => this.#meetings.list();
  isDecided: GuestMeetings["isDecided"] = (invitation) => this.#meetings.isDecided(invitation);

  begin: GuestMeetings["begin"] = async (wish, keeps) => this.#hold(await this.#meetings.begin(wish, keeps));
  join: GuestMeetings["join"] = async (invitation, keeps) => {
    const arrived = await this.#meetings.join(invitation, keeps);
    if (!arrived.ok) return arrived;
    if (arrived.value.at === "meeting") this.#hold(ok(arrived.value.session));
    else this.#holdOnceInside(arrived.value.visit);
    return arrived;
  };

  open: GuestMeetings["open"] = async (meeting) =>
    this.#session !== null && meeting === this.#meeting
      ? ok(this.#session)
      : this.#hold(await this.#meetings.open(meeting));

  /** Takes part in the meeting of this link, as if it had been let in at its door, without a voice yet. */
  async come(invitation: string, keeps: Keeps = "disk"): Promise<void> {
    const { meeting } = granted(parseInvitation(invitation));
    this.#hold(await this.#kept[keeps].enter(meeting, await this.#passTo(meeting)));
  }

  /** Hosts from now on, and opens the meeting it is in anew. */
  async host(hosting: Hosting): Promise<void> {
    this.shell.hosting = hosting;
    this.leave();
    await this.comeBack();
  }

  /** Is closed and goes away; it keeps what it has. */
  leave(): void {
    this.session.close();
  }

  /** Opens the meeting it left. */
  async comeBack(): Promise<void> {
    if (this.#meeting === null) throw new Error("this laptop was never in a meeting");
    granted(await this.open(this.#meeting));
  }

  async #passTo(meeting: MeetingId): Promise<Pass> {
    for (const vault of this.#room.vaults) {
      const kept = await keptMeetings(vault);
      const found = kept.ok ? kept.value.find((one) => one.meeting === meeting) : undefined;
      if (found !== undefined) return found;
    }
    throw new Error("nobody in this room has the meeting");
  }

  #holdOnceInside(visit: DoorVisit): void {
    visit.subscribe(() => {
      const { session } = visit.view();
      if (session !== null && session !== this.#session) this.#hold(ok(session));
    });
  }

  #hold<Opened extends { ok: true; value: MeetingSession } | { ok: false }>(opened: Opened): Opened {
    if (!opened.ok) return opened;
    const session = opened.value;
    this.#session?.close();
    this.#session = session;
    this.#meeting = session.view().meeting;
    const close = session.close.bind(session);
    session.close = () => {
      if (this.#session === session) this.#session = null;
      close();
    };
    return opened;
  }
}

function shellOver(vault: Vault, saved: string[]): Shell {
  return {
    kind: "browser",
    vault,
    saveFile: async ({ name, bytes }) => {
      saved.push(name, new TextDecoder().decode(bytes));
      return true;
    },
    printPaper: async ({ title, html }) => {
      saved.push(title, html);
      return { kind: "printing" };
    },
    signalingUrls: async () => ["ws://127.0.0.1:1/signaling"],
    invitationBase: async () => `${window.location.origin}/`,
  };
}
