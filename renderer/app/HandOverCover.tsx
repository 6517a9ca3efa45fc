import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import type { MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import { goesByCover } from "../../shared/meeting/hand-over.ts";
import { Cover } from "../handover/Cover.tsx";
import type { MeetingSession } from "../session/meeting-session.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { focusComposerFromNowhere } from "./focus-composer.ts";
import { fragmentOf } from "./route.ts";
import { HandOverContext, type HandOver } from "./use-hand-over.ts";
import { useMeeting } from "./use-meeting.ts";

/** While nobody has the laptop, the cover lies over whatever was on the screen; whoever comes in is where words are written. */
export function HandOverCover(props: {
  readonly session: MeetingSession;
  readonly meeting: MeetingId;
  readonly children: ReactNode;
}) {
  const { session, meeting } = props;
  const [to, setTo] = useState<VoiceId | null>(null);
  const voices = useMeeting(session, (view) => view.state.voices);
  const localVoices = useMeeting(session, (view) => view.localVoices);
  const locked = useMeeting(session, (view) => view.locked);
  const name = useMeeting(session, (view) => view.state.begun?.name ?? "");
  const covered = useMeeting(session, (view) => view.speakingAs === null);
  const wasCovered = useRef(covered);
  useEffect(() => {
    if (wasCovered.current && !covered) void afterPaint().then(focusComposerFromNowhere);
    wasCovered.current = covered;
  }, [covered]);

  const handOver = useCallback<HandOver>(
    (next) => {
      if (next !== null && !goesByCover(session.view(), next)) session.speakAs(next);
      else {
        setTo(next);
        session.handOver();
      }
    },
    [session],
  );

  return (
    <HandOverContext value={handOver}>
      <div inert={covered}>{props.children}</div>
      {covered ? (
        <Cover
          meetingName={name}
          voices={[...voices.values()].filter(({ id }) => localVoices.includes(id))}
          locked={locked}
          to={to}
          onTake={(voice) => session.speakAs(voice)}
          unlock={(voice, pin) => session.unlock(voice, pin)}
          anotherHref={fragmentOf({ screen: "meeting", meeting, part: "voice" })}
        />
      ) : null}
    </HandOverContext>
  );
}
