import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { standingOf, SURE_AFTER_MS, type RoomStanding } from "../../shared/room/standing.ts";
import type { Hosting } from "../../shared/shell.ts";
import type { MeetingSession, MeetingView } from "../session/meeting-session.ts";
import { useHosting } from "../ui/use-hosting.ts";
import { useMeeting } from "./use-meeting.ts";
import { whoIsElsewhere } from "./who-is-reached.ts";

/** How this laptop stands with the others, now. `saving` is given by whoever shows it, at the pace at which it is shown. */
export function useStanding(
  session: MeetingSession,
  hosting: Hosting | undefined,
  saving: MeetingView["saving"],
): RoomStanding {
  const voices = useMeeting(session, (view) => view.state.voices);
  const localVoices = useMeeting(session, (view) => view.localVoices);
  const present = useMeeting(session, (view) => view.present);
  const keeps = useMeeting(session, (view) => view.keeps);
  // How many there are beyond one says nothing here, so their coming and going draws nothing anew.
  const direct = useMeeting(session, (view) => Math.min(view.direct, 1));
  const relayed = useMeeting(session, (view) => Math.min(view.relayed, 1));
  const seen = useMeeting(session, (view) => Math.min(view.seen, 1));
  const signaling = useMeeting(session, (view) => view.signaling);
  const via = useMeeting(session, (view) => view.via);
  const room = useHosting(hosting);
  const isOnline = useOnline();
  const elsewhere = useMemo(() => whoIsElsewhere(voices, localVoices, present), [voices, localVoices, present]);
  const forMs = {
    seen: useForLong(seen > 0 && signaling) ? SURE_AFTER_MS + 1 : 0,
    unanswered: useForLong(!signaling) ? SURE_AFTER_MS + 1 : 0,
  };
  return standingOf({
    ...elsewhere,
    saving,
    keeps,
    peers: { direct, relayed, seen },
    signaling,
    isOnline,
    hosting: room,
    viaName: via === null ? null : (voices.get(via)?.profile.name ?? null),
    forMs,
  });
}

/** Whether something has been so without a break for longer than what may pass by itself. */
function useForLong(isSo: boolean): boolean {
  const [forLong, setForLong] = useState(false);
  if (!isSo && forLong) setForLong(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setForLong(true), SURE_AFTER_MS + 1);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && forLong;
}

function useOnline(): boolean {
  return useSyncExternalStore(subscribeToOnline, () => navigator.onLine);
}

function subscribeToOnline(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
