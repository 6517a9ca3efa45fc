import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import { Readers } from "../readers/Readers.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";

/** Who will read it, joined with the session. */
export function ReadersPage({ session, meeting }: InMeeting) {
  const state = useMeeting(session, (view) => view.state);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const voice = speakingAs === null ? undefined : state.voices.get(speakingAs);
  const speaking = voice?.standing === "admitted" && isVoiceKind(voice.profile.kind) ? voice : null;
  const seated = [...state.voices.values()].filter((one) => one.seated && one.standing === "admitted");
  return (
    <Readers
      key={speakingAs ?? "nobody"}
      state={state}
      speaking={speaking}
      heardHere={new Set(speaking === null ? [] : [speaking, ...seated].map(({ id }) => id))}
      person={state.begun?.personCalled ?? ""}
      wishes={session}
      backHref={fragmentOf({ screen: "meeting", meeting, part: "room" })}
    />
  );
}
