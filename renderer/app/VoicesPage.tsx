import type { UtteranceId } from "../../shared/feed/ids.ts";
import { Voices } from "../voices/Voices.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";
import { go } from "./use-route.ts";

/** Joins the picture of the voices with the record, where their words are. */
export function VoicesPage(props: InMeeting & { readonly lookAt: (utterance: UtteranceId) => void }) {
  const { session, meeting, lookAt } = props;
  const state = useMeeting(session, (view) => view.state);
  const room = { screen: "meeting", meeting, part: "room" } as const;
  return (
    <Voices
      state={state}
      voices={state.voices}
      onGo={(utterance) => {
        lookAt(utterance);
        go(room);
      }}
      backHref={fragmentOf(room)}
    />
  );
}
