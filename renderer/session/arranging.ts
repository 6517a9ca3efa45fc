import { arranged } from "../../shared/meeting/arrangements.ts";
import { MOST_LINES } from "../../shared/meeting/room-statements.ts";
import { no } from "../../shared/result.ts";
import type { ArrangingWishes } from "./arranging-wishes.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { Permission } from "./permission.ts";

/** Wishes about who comes when and whom to ring, carried out on a live meeting. */
export function arranging(live: LiveMeeting, permission: Permission): ArrangingWishes {
  return {
    async noteArrangement(change) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      const { comes, ring } = arranged(live.state.meeting.arrangements, change);
      if (comes.length > MOST_LINES || ring.length > MOST_LINES) return no("card-full");
      return permission.declared(local, { kind: "arrangements-noted", comes: [...comes], ring: [...ring] });
    },
  };
}
