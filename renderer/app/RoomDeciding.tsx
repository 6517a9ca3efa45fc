import { useMemo } from "react";
import { Decisions } from "../decide/Decisions.tsx";
import { NextTime } from "../decide/NextTime.tsx";
import type { Room } from "../decide/room.ts";
import { Tasks } from "../decide/Tasks.tsx";
import { Wishes } from "../decide/Wishes.tsx";
import type { MeetingSession } from "../session/meeting-session.ts";
import type { SaidAloud } from "./use-said-aloud.ts";
import { useMeeting } from "./use-meeting.ts";

/** What someone wants, what we will do, what was left open, who takes what on, and the next time. */
export function RoomDeciding(props: {
  readonly session: MeetingSession;
  readonly sentenceOf: SaidAloud;
  readonly cardHref: string;
}) {
  const { session, sentenceOf } = props;
  const state = useMeeting(session, (view) => view.state);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const unwitnessed = useMeeting(session, (view) => view.unwitnessed);
  const isOff = state.offTheRecord !== null;
  const room = useMemo(
    (): Room => ({
      state,
      speaking: speakingAs === null ? null : (state.voices.get(speakingAs) ?? null),
      waiting: unwitnessed.map((one) => ({ ...one, sentence: sentenceOf(one, true) })),
      wishes: session,
    }),
    [state, speakingAs, unwitnessed, sentenceOf, session],
  );
  // While off the record nothing is written down, and what somebody was in the middle of is there again afterwards.
  return (
    <>
      <div hidden={isOff}>
        <Parts room={room} cardHref={props.cardHref} />
      </div>
      {isOff ? <Parts room={{ ...room, speaking: null }} cardHref={props.cardHref} /> : null}
    </>
  );
}

function Parts({ room, cardHref }: { readonly room: Room; readonly cardHref: string }) {
  return (
    <>
      <Wishes room={room} />
      <Decisions room={room} />
      <Tasks room={room} />
      <NextTime room={room} cardHref={cardHref} />
    </>
  );
}
