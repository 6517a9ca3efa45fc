import type { Unwitnessed } from "../../shared/consent/spoken.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import type { MeetingState, Voice } from "../../shared/meeting/state.ts";
import type { DecidingWishes } from "../session/deciding-wishes.ts";

/** What everything in this folder shows and may wish. */
export interface Room {
  readonly state: Pick<MeetingState, "decisions" | "nextMeeting" | "tasks" | "voices" | "wishes">;
  /** The voice that speaks on this laptop now. */
  readonly speaking: Voice | null;
  /** What was said aloud and waits for a witness, each with a sentence that says it. */
  readonly waiting: readonly (Unwitnessed & { readonly sentence: string })[];
  readonly wishes: DecidingWishes;
}

/** Who on this laptop may write at all. */
export function writerIn({ speaking }: Room): Voice | null {
  return speaking?.standing === "admitted" ? speaking : null;
}

/** The voice that speaks now, if it has words of its own here. */
export function ownVoiceIn(room: Room): Voice | null {
  const writer = writerIn(room);
  return writer !== null && isVoiceKind(writer.profile.kind) ? writer : null;
}

/** Who can say something from this laptop now: the voice that speaks, and aloud whoever has no device. */
export function sayersIn(room: Room): readonly Voice[] {
  if (writerIn(room) === null) return [];
  const own = ownVoiceIn(room);
  const aloud = [...room.state.voices.values()].filter(({ seated, standing }) => seated && standing === "admitted");
  return [...(own === null ? [] : [own]), ...aloud];
}

/** Whether what a voice has said can be changed from here: by itself, or aloud. */
export function isHeardHere(room: Room, voice: VoiceId): boolean {
  return sayersIn(room).some(({ id }) => id === voice);
}
