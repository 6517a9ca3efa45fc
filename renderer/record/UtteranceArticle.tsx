import { memo, type ComponentType, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { directionOf } from "../../shared/meeting/interpreting.ts";
import type { Colour } from "../../shared/meeting/shapes.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Said } from "../ui/Said.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";
import { OwnWords, type OwnWordsAct } from "./OwnWords.tsx";
import { useUtteranceText } from "./use-utterance-text.ts";

/** What another part of the program shows with an utterance. */
export interface UtteranceSlot {
  readonly session: MeetingSession;
  readonly id: UtteranceId;
  /** Whether its buttons are reached by the Tab key. */
  readonly focusable: boolean;
}

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
  /** The name of whoever wrote it down; empty where its own voice did. */
  readonly scribe: string;
  readonly confirmed: boolean;
  readonly withdrawn: boolean;
  /** Whether its voice can be heard at this laptop: by its own key, or aloud. */
  readonly speaksHere: boolean;
  readonly aloud: boolean;
  /** What its voice says of these words is written down and waits for a witness. */
  readonly waiting: boolean;
  /** The name of the voice it answers; empty when it answers none. */
  readonly answered: string;
  /** Who that is missing its voice imagines to be speaking; empty where it speaks for itself. */
  readonly imagines: string;
  /** Whether the keyboard is at this utterance. */
  readonly current: boolean;
  readonly canAnswer: boolean;
  readonly onAnswer: (utterance: UtteranceId) => void;
  readonly onOwnWords: (utterance: UtteranceId, act: OwnWordsAct) => void;
  /** The language of the words, where that is known and not the meeting's; empty otherwise. */
  readonly language: string;
  /** In which languages the words stand. */
  readonly InLanguages?: ComponentType<UtteranceSlot>;
  /** The words with their renderings. */
  readonly Beside?: ComponentType<UtteranceSlot & { readonly children: ReactNode }>;
}) {
  const { t } = useTranslation();
  const { name, answered, said, scribe, confirmed, withdrawn } = props;
  const paragraphs = useUtteranceText(props.session, props.id);
  const plainly = withdrawn
    ? t("record.withdrawn", { name })
    : !confirmed
      ? t("record.utteranceUnconfirmed", { name, scribe })
      : !said
        ? t("record.utteranceWriting", { name })
        : answered === ""
          ? t("record.utterance", { name })
          : t("record.utteranceAnswering", { name, answered });
  const imagines = withdrawn ? "" : props.imagines;
  const label = imagines === "" ? plainly : t("absent.utterance", { name: plainly, called: imagines });
  const classes = [
    "utterance",
    ...(said ? [] : ["utterance--writing"]),
    ...(confirmed ? [] : ["utterance--unconfirmed"]),
    ...(answered ? ["utterance--answer"] : []),
  ];

  const { InLanguages, Beside, language } = props;
  const slot = { session: props.session, id: props.id, focusable: props.current };
  const words = (
    <div className="words">
      {withdrawn ? (
        <p className="soft">{t("record.withdrawnHere")}</p>
      ) : (
        <Said paragraphs={paragraphs} {...(language !== "" && { direction: directionOf(language) })} />
      )}
    </div>
  );

  // Taking words back is in reach; what asks to be looked at stands under the words.
  const besideTheName = confirmed && !props.waiting;
  const ownWords =
    said && !withdrawn && props.speaksHere ? (
      <OwnWords
        name={name}
        confirmed={confirmed}
        aloud={props.aloud}
        waiting={props.waiting}
        focusable={props.current}
        onAct={(act) => props.onOwnWords(props.id, act)}
      />
    ) : null;

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
        {props.relation === "" ? null : <span dir="auto">{props.relation}</span>}
        {imagines === "" ? null : <span>{t("absent.said", { called: imagines })}</span>}
        {scribe === "" ? (
          said ? null : (
            <span>{t("record.isWriting")}</span>
          )
        ) : (
          <span>{t(confirmed ? "record.writtenDown" : "record.unconfirmed", { name: scribe })}</span>
        )}
        {InLanguages === undefined || withdrawn ? null : <InLanguages {...slot} />}
        {answered === "" ? null : <span>↳ {t("record.answering", { name: answered })}</span>}
      </p>
      {withdrawn || Beside === undefined ? words : <Beside {...slot}>{words}</Beside>}
      {besideTheName ? null : ownWords}
      {said && !withdrawn && props.canAnswer ? (
        <div className="utterance__actions">
          {besideTheName ? ownWords : null}
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
