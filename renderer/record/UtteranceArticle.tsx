import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Colour } from "../../shared/meeting/statements.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Said } from "../ui/Said.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";
import { useUtteranceText } from "./use-utterance-text.ts";

/**
 * What one voice said, under its name, in its own direction. All properties but the session are plain values, so that it
 * is drawn again only when something about this utterance changed.
 */
export const UtteranceArticle = memo(function UtteranceArticle(props: {
  readonly session: MeetingSession;
  readonly id: UtteranceId;
  readonly name: string;
  readonly relation: string;
  readonly colour: Colour;
  readonly said: boolean;
  /** The name of the voice it answers; empty when it answers none. */
  readonly answered: string;
  /** Whether the keyboard is at this utterance. */
  readonly current: boolean;
  readonly canAnswer: boolean;
  readonly onAnswer: (utterance: UtteranceId) => void;
}) {
  const { t } = useTranslation();
  const { name, answered, said } = props;
  const paragraphs = useUtteranceText(props.session, props.id);
  const label = !said
    ? t("record.utteranceWriting", { name })
    : answered === ""
      ? t("record.utterance", { name })
      : t("record.utteranceAnswering", { name, answered });
  const classes = ["utterance", ...(said ? [] : ["utterance--writing"]), ...(answered ? ["utterance--answer"] : [])];

  return (
    <article
      className={classes.join(" ")}
      style={voiceStyle(props.colour)}
      aria-label={label}
      data-utterance={props.id}
      tabIndex={props.current ? 0 : -1}
    >
      <p className="utterance__who">
        <span className="voice-name" dir="auto">
          {name}
        </span>
        {said ? null : <span>{t("record.isWriting")}</span>}
        {props.relation === "" ? null : <span dir="auto">{props.relation}</span>}
        {answered === "" ? null : <span>↳ {t("record.answering", { name: answered })}</span>}
      </p>
      <div className="words">
        <Said paragraphs={paragraphs} />
      </div>
      {said && props.canAnswer ? (
        <div className="utterance__actions">
          <Button
            weight="quiet"
            excludeFromTabOrder={!props.current}
            aria-label={t("record.answerName", { name })}
            onPress={() => props.onAnswer(props.id)}
          >
            {t("record.answer")}
          </Button>
        </div>
      ) : null}
    </article>
  );
});
