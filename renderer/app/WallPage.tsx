import { useTranslation } from "react-i18next";
import { nextMeetingInWords } from "../../shared/meeting/deciding.ts";
import { Wall } from "../wall/Wall.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";

/** Joins the view for a projector with the meeting. It is given nothing that belongs to this laptop alone. */
export function WallPage({ session, meeting }: InMeeting) {
  const { t } = useTranslation();
  const state = useMeeting(session, (view) => view.state);
  const name = state.begun?.name ?? "";
  return (
    <Wall
      session={session}
      name={name === "" ? t("meeting.unnamed") : name}
      state={state}
      nextMeeting={nextMeetingInWords(state.nextMeeting)}
      leaveHref={fragmentOf({ screen: "meeting", meeting, part: "room" })}
    />
  );
}
