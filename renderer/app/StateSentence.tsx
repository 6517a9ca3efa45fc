import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { isBlank } from "../../shared/meeting/document.ts";
import type { Hosting } from "../../shared/shell.ts";
import type { MeetingSession, MeetingView } from "../session/meeting-session.ts";
import { useUtteranceText } from "../record/use-utterance-text.ts";
import { textStandingOf } from "./text-standing.ts";
import { useDraft, useMeeting } from "./use-meeting.ts";
import { useStanding } from "./use-standing.ts";

/** How long everything has to have been saved before it is said, so that the sentence does not flicker at every key. */
const SETTLED_MS = 700;

/** What the text is, where it is safe and who has it. It stops saying "saved" at the first key and says it again when it is so. */
export function StateSentence(props: { readonly session: MeetingSession; readonly hosting: Hosting | undefined }) {
  const { t } = useTranslation();
  const { session } = props;
  const saving = useSettled(useMeeting(session, (view) => view.saving));
  const agreed = useMeeting(session, (view) => view.agreed);
  const openRevision = useMeeting(session, (view) => view.openRevision);
  const revisions = useMeeting(session, (view) => view.revisions);
  const draft = useDraft(session);
  const { key, name } = useStanding(session, props.hosting, saving);
  const kept = t(key, { name });
  return (
    <p className="soft" data-saving={saving}>
      {t(textStandingOf({ agreed, openRevision, revisions }))}{" "}
      {draft === null || draft.isSeen || saving !== "saved" ? (
        kept
      ) : (
        <KeptOrUnsaid session={session} utterance={draft.utterance} kept={kept} />
      )}
    </p>
  );
}

/** Where nobody else has seen what is being written here, that is what is said: not that everyone has it. */
function KeptOrUnsaid(props: {
  readonly session: MeetingSession;
  readonly utterance: UtteranceId;
  readonly kept: string;
}) {
  const { t } = useTranslation();
  return isBlank(useUtteranceText(props.session, props.utterance)) ? props.kept : t("standing.unsaid");
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
