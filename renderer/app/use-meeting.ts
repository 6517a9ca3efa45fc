import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingSession, MeetingView, PrivateNotes } from "../session/meeting-session.ts";
import type { PageShown } from "../session/own-pages-wishes.ts";
import type { Draft } from "../session/writing-wishes.ts";

/**
 * A part of the meeting's picture; the component is drawn again only when that part is another one. `select` must
 * return something that stands in the picture itself, or a plain value: nothing made anew.
 */
export function useMeeting<Part>(session: MeetingSession, select: (view: MeetingView) => Part): Part {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => select(session.view()));
}

/** The voices of this laptop for whom something can be done now: they are not locked. */
export function useVoicesAtHand(session: MeetingSession): readonly VoiceId[] {
  const localVoices = useMeeting(session, (view) => view.localVoices);
  const locked = useMeeting(session, (view) => view.locked);
  return useMemo(() => localVoices.filter((voice) => !locked.has(voice)), [localVoices, locked]);
}

/** What the voice that speaks keeps for itself. */
export function usePrivateNotes(session: MeetingSession): PrivateNotes | null {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => session.privateNotes());
}

/** The pages of the person's own that the voice that speaks may read. */
export function useSharedPages(session: MeetingSession): readonly PageShown[] {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  return useSyncExternalStore(subscribe, () => session.sharedPages());
}

/** The draft of the voice that speaks now; the same object until something about it is another. */
export function useDraft(session: MeetingSession): Draft | null {
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  const last = useRef<Draft | null>(null);
  return useSyncExternalStore(subscribe, () => {
    const draft = session.draft();
    if (!sameDraft(last.current, draft)) last.current = draft;
    return last.current;
  });
}

function sameDraft(a: Draft | null, b: Draft | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.utterance === b.utterance &&
    a.doc === b.doc &&
    a.isSeen === b.isSeen &&
    a.answers === b.answers &&
    a.part === b.part &&
    a.phase === b.phase &&
    a.speaker === b.speaker &&
    a.corrects === b.corrects &&
    a.imagines === b.imagines &&
    a.language === b.language
  );
}
