import type { Door } from "../../shared/door/door.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import { keepersOf } from "../../shared/meeting/keepers.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** What an invitation is made from. Each is the same object until it changes. */
interface LinkPorts {
  readonly meeting: MeetingId;
  readonly state: () => MeetingState;
  readonly whereabouts: Pick<Whereabouts, "linkOf" | "signalingForOthers">;
}

interface Made {
  readonly door: Door;
  readonly state: MeetingState;
  readonly signaling: readonly string[];
  readonly link: string;
}

/** The invitation as a link. It is asked for at every key, and made again only when something in it may be another. */
export class InvitationLink {
  readonly #ports: LinkPorts;
  #made: Made | null = null;

  constructor(ports: LinkPorts) {
    this.#ports = ports;
  }

  /** The link that leads to a door now. */
  to(door: Door): string {
    const { meeting, whereabouts } = this.#ports;
    const [state, signaling] = [this.#ports.state(), whereabouts.signalingForOthers()];
    const made = this.#made;
    if (made?.door === door && made.state === state && made.signaling === signaling) return made.link;
    const link = whereabouts.linkOf({ meeting, door, keepers: keepersOf(state), signaling });
    this.#made = { door, state, signaling, link };
    return link;
  }
}
