import { memo, useRef, type ComponentType, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { directionOf } from "../../shared/meeting/interpreting.ts";
import type { Colour } from "../../shared/meeting/shapes.ts";
import type { Stretch } from "../../shared/meeting/statements.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Said } from "../ui/Said.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";
import { Answer } from "./AnswerSome.tsx";
import { AnswersEarlier, PutDifferently } from "./Answered.tsx";
import { KeptOut, OwnWords, type OwnWordsAct } from "./OwnWords.tsx";
import { useAnsweredWords } from "./use-answered-words.ts";
import { useChosenWords } from "./use-chosen-words.ts";
import { useUtteranceText } from "./use-utterance-text.ts";
import { utteranceName } from "./utterance-name.ts";

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
  /** Whether its voice lets it go into the record. */
  readonly forRecord: boolean;
  /** Whether its voice can be heard at this laptop: by its own key, or aloud. */
  readonly speaksHere: boolean;
  readonly aloud: boolean;
  /** What its voice says of these words is written down and waits for a witness. */
  readonly waiting: boolean;
  /** The name of the voice it answers; empty when it answers none. */
  readonly answered: string;
  /** What it answers, and which words of that; null where it answers nothing, or all of it. */
  readonly answers: UtteranceId | null;
  readonly part: Stretch | null;
  /** Whether what it answers was put differently since. */
  readonly answersEarlier: boolean;
  /** The ids of its earlier wordings, the first first, with spaces between them. */
  readonly before: string;
  /** Who that is missing its voice imagines to be speaking; empty where it speaks for itself. */
  readonly imagines: string;
  /** Whether the keyboard is at this utterance. */
  readonly current: boolean;
  readonly canAnswer: boolean;
  readonly onAnswer: (utterance: UtteranceId, part: Stretch | null) => void;
  readonly onOwnWords: (utterance: UtteranceId, act: OwnWordsAct) => void;
  /** The language of the words, where that is known and not the meeting's; empty otherwise. */
  readonly language: string;
  /** In which languages the words stand. */
  readonly InLanguages?: ComponentType<UtteranceSlot>;
  /** The words with their renderings. */
  readonly Beside?: ComponentType<UtteranceSlot & { readonly children: ReactNode }>;
}) {
  const { t } = useTranslation();
  const { name, answered, said, scribe, confirmed, withdrawn, forRecord } = props;
  const paragraphs = useUtteranceText(props.session, props.id);
  const quote = useAnsweredWords(props.session, props.answers, props.part);
  const imagines = withdrawn ? "" : props.imagines;
  const { answersEarlier } = props;
  const putDifferently = props.before !== "";
  const made = { scribe, confirmed, said, withdrawn, putDifferently, forRecord };
  const told = { name, imagines, ...made, answered, quote, answersEarlier };
  const body = useRef<HTMLDivElement>(null);
  const chosen = useChosenWords(body);
  const classes = [
    "utterance",
    ...(said ? [] : ["utterance--writing"]),
    ...(confirmed ? [] : ["utterance--unconfirmed"]),
    ...(answered ? ["utterance--answer"] : []),
  ];

  const { InLanguages, Beside, language } = props;
  const slot = { session: props.session, id: props.id, focusable: props.current };
  const words = (
    <div className="words" ref={body}>
      {withdrawn ? (
        <p className="soft">{t("record.withdrawnHere")}</p>
      ) : (
        <Said paragraphs={paragraphs} {...(language !== "" && { direction: directionOf(language) })} />
      )}
    </div>
  );

  // Taking words back is in reach; what asks to be looked at stands under the words.
  const besideTheName = confirmed && !props.waiting;
  const isOwn = said && !withdrawn && props.speaksHere;
  const act = (wish: OwnWordsAct): void => props.onOwnWords(props.id, wish);
  const ownWords = isOwn ? (
    <OwnWords
      name={name}
      confirmed={confirmed}
      forRecord={forRecord}
      aloud={props.aloud}
      waiting={props.waiting}
      focusable={props.current}
      onAct={act}
    />
  ) : null;

  return (
    <article
      className={classes.join(" ")}
      style={voiceStyle(props.colour)}
      aria-label={utteranceName(t, told)}
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
          <>
            <span>{t(said ? "record.writtenDown" : "record.beingWrittenDown", { name: scribe })}</span>
            {confirmed || !said ? null : <span className="utterance__chip">{t("record.notConfirmed")}</span>}
          </>
        )}
        {InLanguages === undefined || withdrawn ? null : <InLanguages {...slot} />}
        {putDifferently && !withdrawn ? <span>{t("record.putDifferently")}</span> : null}
        {forRecord || withdrawn ? null : <span>{t("record.notForRecord")}</span>}
        {answered === "" ? null : <span>↳ {t("record.answering", { name: answered })}</span>}
        {quote === "" || withdrawn ? null : (
          <q className="utterance__quote" dir="auto">
            {quote}
          </q>
        )}
      </p>
      {withdrawn || Beside === undefined ? words : <Beside {...slot}>{words}</Beside>}
      {putDifferently && !withdrawn ? <PutDifferently {...slot} before={props.before} /> : null}
      {props.answers === null || !answersEarlier || withdrawn ? null : (
        <AnswersEarlier {...slot} answers={props.answers} />
      )}
      {besideTheName ? null : ownWords}
      {said && !withdrawn && props.canAnswer ? (
        <div className="utterance__actions">
          {besideTheName ? ownWords : null}
          <Answer {...slot} name={name} chosen={chosen} onAnswer={(part) => props.onAnswer(props.id, part)} />
        </div>
      ) : null}
      {isOwn && besideTheName && !forRecord ? (
        <KeptOut name={name} aloud={props.aloud} focusable={props.current} onAct={act} />
      ) : null}
    </article>
  );
});
