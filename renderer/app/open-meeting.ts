import type { MeetingId } from "../../shared/feed/ids.ts";
import { ok } from "../../shared/result.ts";
import type { Meetings, MeetingSession } from "../session/meeting-session.ts";

type Opened = Awaited<ReturnType<Meetings["open"]>>;

/** Holds the one meeting that is open on this screen, so that going from page to page in it does not leave the room. */
export class OpenMeeting {
  readonly #meetings: Meetings;
  #held: { readonly meeting: MeetingId; readonly opened: Promise<Opened> } | null = null;

  /** The session of whoever was let in at the door and has not seen the room yet. */
  #letIn: MeetingSession | null = null;

  constructor(meetings: Meetings) {
    this.#meetings = meetings;
  }

  /** Holds a meeting that was just begun or joined, perhaps by being let in at its door, and leaves the one before. Returns its id. */
  hold(session: MeetingSession, wasLetIn = false): MeetingId {
    const meeting = session.view().meeting;
    this.#letIn = wasLetIn ? session : null;
    const before = this.#held;
    this.#held = { meeting, opened: Promise.resolve(ok(session)) };
    void before?.opened.then((result) => {
      if (result.ok && result.value !== session) result.value.close();
    });
    return meeting;
  }

  /** The meeting, opened once however often it is asked for. */
  open(meeting: MeetingId): Promise<Opened> {
    if (this.#held?.meeting === meeting) return this.#held.opened;
    this.leave();
    const opened = this.#meetings.open(meeting);
    this.#held = { meeting, opened };
    return opened;
  }

  /** The meeting, taken over from the window that has it. */
  takeOver(meeting: MeetingId): Promise<Opened> {
    this.leave();
    const opened = this.#meetings.open(meeting, { takeOver: true });
    this.#held = { meeting, opened };
    return opened;
  }

  /** Whether this is the session of somebody who was let in at the door; it is so until the room is shown. */
  isJustLetIn(session: MeetingSession): boolean {
    return this.#letIn === session;
  }

  /** The meeting that is open, or null while none is. */
  async current(): Promise<MeetingSession | null> {
    const opened = await this.#held?.opened;
    return opened?.ok === true ? opened.value : null;
  }

  /** Leaves the room of the meeting that is open, if one is. Everything of it is kept. */
  leave(): void {
    const held = this.#held;
    this.#held = null;
    void held?.opened.then((result) => {
      if (result.ok) result.value.close();
    });
  }
}
