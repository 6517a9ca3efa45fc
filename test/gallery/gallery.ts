import type { MeetingSession } from "../../renderer/session/meeting-session.ts";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import type { Evening } from "./evening.ts";
import { sayElsewhere, type FromElsewhere } from "./from-elsewhere.ts";
import type { PlayedHosting } from "./played-hosting.ts";
import type { PlayedLaptop } from "./played-laptop.ts";
import type { PlayedLock } from "./played-lock.ts";
import type { PlayedMeeting } from "./played-meeting.ts";
import type { Player } from "./player.ts";

/** The scene on the page, and everyone in it: what a test plays from outside goes through the program's own sessions. */
export class Gallery {
  readonly meeting: PlayedMeeting;
  /** The laptop whose screen is on the page. */
  readonly shown: PlayedLaptop;
  readonly lock: PlayedLock;
  readonly #hosting: PlayedHosting | undefined;

  constructor({ meeting, shown, hosting }: Evening, lock: PlayedLock) {
    this.meeting = meeting;
    this.shown = shown;
    this.#hosting = hosting;
    this.lock = lock;
  }

  /** How the laptop on the page hosts. Throws where it does not. */
  get hosting(): PlayedHosting {
    if (this.#hosting === undefined) throw new Error("the laptop of this scene does not host");
    return this.#hosting;
  }

  /** The session behind the screen on the page. */
  get session(): MeetingSession {
    return this.shown.session;
  }

  /** Somebody, at the laptop they sit at: `as("Jo").say("…")`. */
  as = (name: string): Player => this.meeting.as(name);
  laptop = (name: string): PlayedLaptop => this.meeting.laptop(name);

  /** A new voice asks to be let in, from a laptop of its own. */
  knock = (profile: Profile) => this.meeting.knock(profile);

  /** Something that was written elsewhere arrives. */
  arrives = (said: FromElsewhere): Promise<UtteranceId> => sayElsewhere(this.meeting, said);
}
