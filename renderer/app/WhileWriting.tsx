import type { Part } from "../../shared/meeting/shapes.ts";
import { mayHaveHints } from "../../shared/meeting/language-hints.ts";
import { LanguageHints } from "../language-hints/LanguageHints.tsx";
import { useUtteranceText } from "../record/use-utterance-text.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import type { Draft } from "../session/writing-wishes.ts";
import { usePreferences } from "../settings/use-preferences.ts";
import { plainTextOf } from "../ui/Said.tsx";
import { focusComposer } from "./focus-composer.ts";
import { useMeeting } from "./use-meeting.ts";

/** Language hints beneath a draft, where whoever writes it may have them. */
export function HintsForDraft(props: { readonly session: MeetingSession; readonly draft: Draft; readonly kind: Part }) {
  const { session, draft, kind } = props;
  const words = plainTextOf(useUtteranceText(session, draft.utterance));
  const said = useMeeting(session, (view) => view.state.utterances.get(draft.utterance)?.said ?? false);
  const { languageHints } = usePreferences();
  if (!mayHaveHints({ kind, ownWords: draft.speaker === null, wished: languageHints, said })) return null;
  return <LanguageHints draft={draft.utterance} words={words} onPutAside={focusComposer} />;
}
