import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingSession, MeetingView } from "../session/meeting-session.ts";
import { standingOf } from "./standing.ts";
import { useMeeting } from "./use-meeting.ts";

/** How long everything has to have been saved before it is said, so that the sentence does not flicker at every key. */
const SETTLED_MS = 700;

/** What the text is and where it is safe. It stops saying "saved" at the first key and says it again when it is so. */
export function StateSentence({ session }: { readonly session: MeetingSession }) {
  const { t } = useTranslation();
  const saving = useSettled(useMeeting(session, (view) => view.saving));
  const agreed = useMeeting(session, (view) => view.agreed);
  const openRevision = useMeeting(session, (view) => view.openRevision);
  const peers = useMeeting(session, (view) => Math.min(view.peers, 1));
  const keeps = useMeeting(session, (view) => view.keeps);
  const standing = standingOf({ agreed, keeps, openRevision, peers, saving });
  return (
    <p className="soft" data-saving={saving}>
      {t(standing.text)} {t(standing.kept)}
    </p>
  );
}

function useSettled(saving: MeetingView["saving"]): MeetingView["saving"] {
  const [settled, setSettled] = useState(saving);
  if (saving !== "saved" && settled !== saving) setSettled(saving);
  useEffect(() => {
    if (saving !== "saved") return;
    const timer = setTimeout(() => setSettled("saved"), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [saving]);
  return saving === "saved" ? settled : saving;
}
