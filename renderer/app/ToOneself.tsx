import { Margin } from "../margin/Margin.tsx";
import type { MeetingSession } from "../session/meeting-session.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { focusComposerAtEnd } from "./focus-composer.ts";
import { useMeeting, usePrivateNotes } from "./use-meeting.ts";

/** Joins the notes of the voice that speaks with the place they can be said from. Whoever has the laptop next begins anew. */
export function ToOneself({ session }: { readonly session: MeetingSession }) {
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const notes = usePrivateNotes(session);
  if (speakingAs === null) return null;
  return (
    <Margin
      key={speakingAs}
      notes={notes?.margin ?? null}
      keep={(change) => session.changePrivateNotes(({ margin }) => ({ margin: change(margin) }))}
      onSay={(words) => {
        const filled = session.fillDraft(words);
        // The panel holds the keyboard until it has gone.
        if (filled.ok) void afterPaint().then(focusComposerAtEnd);
        return filled;
      }}
    />
  );
}
