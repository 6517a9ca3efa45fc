import type { MeetingId } from "../../shared/feed/ids.ts";
import { parseInvitation } from "../../shared/door/invitation.ts";
import { ok } from "../../shared/result.ts";
import type { Meetings } from "../session/meeting-session.ts";

/** Where a meeting is kept: on this laptop, or only for as long as the window is open. */
export type Keeps = "disk" | "window";

/** Meetings of which some leave nothing on this laptop. Which, is decided when a meeting is begun or joined. */
export interface GuestMeetings extends Meetings {
  begin(wish: Parameters<Meetings["begin"]>[0], keeps?: Keeps): ReturnType<Meetings["begin"]>;
  join(invitation: string, keeps?: Keeps): ReturnType<Meetings["join"]>;
  /** Whether there is nothing to decide: the meeting is here already, or what was given is no invitation. */
  isDecided(invitation: string): Promise<boolean>;
}

/** The meetings that `disk` keeps and those that `window` does, as one. A meeting that is here already stays where it is. */
export function withGuests(disk: Meetings, window: Meetings): GuestMeetings {
  const has = async (meetings: Meetings, meeting: MeetingId): Promise<boolean> => {
    const found = await meetings.list();
    return found.ok && found.value.some((one) => one.meeting === meeting);
  };
  const home = async (invitation: string): Promise<Meetings | null> => {
    const parsed = parseInvitation(invitation);
    if (!parsed.ok) return disk;
    const { meeting } = parsed.value;
    if (await has(window, meeting)) return window;
    return (await has(disk, meeting)) ? disk : null;
  };
  return {
    async list() {
      const [kept, guests] = [await disk.list(), await window.list()];
      if (!kept.ok || !guests.ok) return kept;
      return ok([...kept.value, ...guests.value].toSorted((a, b) => b.lastOpenedMs - a.lastOpenedMs));
    },
    begin: (wish, keeps) => (keeps === "window" ? window : disk).begin(wish),
    join: async (invitation, keeps) =>
      ((await home(invitation)) ?? (keeps === "window" ? window : disk)).join(invitation),
    open: async (meeting, wish) => ((await has(window, meeting)) ? window : disk).open(meeting, wish),
    isDecided: async (invitation) => (await home(invitation)) !== null,
  };
}
