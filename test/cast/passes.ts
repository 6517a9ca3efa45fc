import { keptMeetings } from "../../renderer/session/keyring.ts";
import type { Entering } from "../../renderer/session/local-meetings.ts";
import type { MeetingSession } from "../../renderer/session/meeting-session.ts";
import type { Pass } from "../../shared/door/pass.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import type { Vault } from "../../shared/shell.ts";

/** What a laptop gives whoever it lets in, as it is kept there. */
export async function passOf(vault: Vault, meeting: MeetingId): Promise<Pass> {
  const kept = await keptMeetings(vault);
  const found = kept.ok ? kept.value.find((one) => one.meeting === meeting) : undefined;
  if (found === undefined) throw new Error("this laptop is not in the meeting");
  return found;
}

/** Goes into a meeting as somebody does who was let in at its door, without a voice yet. */
export async function comeInWith(meetings: Entering, vault: Vault, meeting: MeetingId): Promise<MeetingSession> {
  const entered = await meetings.enter(meeting, await passOf(vault, meeting));
  if (!entered.ok) throw new Error(entered.reason);
  return entered.value;
}
