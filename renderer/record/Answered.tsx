import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Said } from "../ui/Said.tsx";
import { useUtteranceText } from "./use-utterance-text.ts";

/** That what this answers was put differently since, and a way to look at what was said when it was answered. */
export function AnswersEarlier(props: {
  readonly session: MeetingSession;
  readonly answers: UtteranceId;
  readonly focusable: boolean;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <div className="utterance__since soft">
      <span>{t("record.answersEarlierSentence")}</span>{" "}
      <Button
        weight="quiet"
        excludeFromTabOrder={!props.focusable}
        aria-expanded={shown}
        onPress={() => setShown(!shown)}
      >
        {t("record.lookAtEarlier")}
      </Button>
      {shown ? <EarlierWords session={props.session} id={props.answers} /> : null}
    </div>
  );
}

/** That these words were put differently, and how they were put before. */
export function PutDifferently(props: {
  readonly session: MeetingSession;
  /** The ids of the earlier wordings, the first first, with spaces between them. */
  readonly before: string;
  readonly focusable: boolean;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <div className="utterance__since soft">
      <Button
        weight="quiet"
        excludeFromTabOrder={!props.focusable}
        aria-expanded={shown}
        onPress={() => setShown(!shown)}
      >
        {t("record.howBefore")}
      </Button>
      {shown
        ? // Only the ids of rows are ever put together there.
          (props.before.split(" ") as UtteranceId[]).map((id) => (
            <EarlierWords key={id} session={props.session} id={id} />
          ))
        : null}
    </div>
  );
}

function EarlierWords(props: { readonly session: MeetingSession; readonly id: UtteranceId }) {
  return (
    <blockquote className="utterance__earlier words">
      <Said paragraphs={useUtteranceText(props.session, props.id)} />
    </blockquote>
  );
}
