import type { VoiceId } from "../feed/ids.ts";
import type { Authority } from "./authority.ts";
import { isOnly } from "./kinds.ts";
import type { MeetingState, Voice } from "./state.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

/** Whether a voice may let others in: one that hosts, or the person at the centre, as long as it takes part. */
export function isKeeper({ standing, seated, hosting, kinds }: Voice): boolean {
  const isPerson = kinds.size === 1 && kinds.has("person");
  return standing === "admitted" && !seated && (hosting || isPerson);
}

/** The voices that may let others in, those who host first. */
export function keepersOf({ voices }: Pick<MeetingState, "voices">): readonly VoiceId[] {
  const keepers = [...voices.values()].filter(isKeeper);
  return keepers.toSorted((a, b) => Number(b.hosting) - Number(a.hosting)).map(({ id }) => id);
}

/**
 * The name of the door that invitations lead to now: the last one that somebody made who may let others in, or the first.
 * Statements come in their order, and only those that count.
 */
export function doorNameOf(counting: readonly Stated<MeetingStatement>[], { hosting, kinds }: Authority): string {
  let name = "";
  for (const { voice, body } of counting) {
    if (body.kind === "door-changed" && (hosting.has(voice) || isOnly(kinds, voice, ["person"]))) name = body.door;
  }
  return name;
}
