import { no, ok } from "../../shared/result.ts";
import { changePin, openVoice } from "./keyring.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { MeetingSession } from "./meeting-session.ts";

type SharedLaptop = Pick<
  MeetingSession,
  "changePrivateNotes" | "handOver" | "privateNotes" | "setPin" | "speakAs" | "unlock"
>;

/** One laptop, several voices: who has it, the PIN that asks the next pair of hands, and what a voice keeps for itself. */
export function sharedLaptop(live: LiveMeeting): SharedLaptop {
  const { meeting, vault } = live.ports;
  return {
    speakAs: (voice) => {
      live.turn.speakAs(voice);
    },
    async unlock(voice, pin) {
      const kept = await openVoice(vault, meeting, voice, pin);
      if (!kept.ok) return kept;
      await live.turn.unlock(kept.value);
      return ok(null);
    },
    async setPin(voice, wish) {
      // Only whoever has the laptop in hand: nobody is to lock another voice up.
      if (live.voices.speakingAs !== voice) return no("not-yours");
      const changed = await changePin(vault, meeting, voice, wish);
      if (changed.ok) live.turn.pinChanged(voice, wish.next !== null);
      return changed;
    },
    handOver: () => {
      live.turn.handOver();
    },
    privateNotes: () => live.notes.now,
    changePrivateNotes: (change) => live.notes.change(change),
  };
}
