import type { Revision } from "../../shared/consent/statements.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { useMeeting } from "./use-meeting.ts";

/** Those at this laptop whom a text asks, and who can answer now. */
export interface ReadersHere {
  readonly readers: readonly Voice[];
  /** Whether a voice here has a PIN: then whoever reads is whoever has the laptop. */
  readonly byPin: boolean;
  /** Whether the text asks others here too, who have to be given the laptop first. */
  readonly others: boolean;
}

/** Who at this laptop can answer a text now, those without a device among them where someone hosts. */
export function useReadersHere(session: MeetingSession, revision: Revision | undefined): ReadersHere {
  const voices = useMeeting(session, (view) => view.state.voices);
  const localVoices = useMeeting(session, (view) => view.localVoices);
  const withPin = useMeeting(session, (view) => view.withPin);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const asked = new Set(revision?.voices.map(({ id }) => id));
  const byPin = withPin.size > 0;
  const atHand = byPin ? localVoices.filter((id) => id === speakingAs) : localVoices;
  const hosts = atHand.some((id) => {
    const voice = voices.get(id);
    return voice?.hosting === true && voice.standing === "admitted";
  });
  // Those without a device are read to, and answer aloud, at the laptop of whoever hosts.
  const aloud = hosts ? [...voices.values()].filter(({ seated }) => seated).map(({ id }) => id) : [];
  const readers = [...atHand, ...aloud].flatMap((id) => {
    const voice = voices.get(id);
    return voice === undefined || !asked.has(id) ? [] : [voice];
  });
  return { readers, byPin, others: byPin && localVoices.some((id) => id !== speakingAs && asked.has(id)) };
}
