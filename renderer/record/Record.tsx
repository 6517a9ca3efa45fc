import { memo, type ComponentProps, useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Virtuoso, type VirtuosoHandle } from "react-virtuoso";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Unwitnessed } from "../../shared/consent/spoken.ts";
import { absentCalled } from "../../shared/meeting/called.ts";
import type { Stretch } from "../../shared/meeting/statements.ts";
import type { MeetingState, Utterance, Voice } from "../../shared/meeting/state.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Heard } from "./Heard.tsx";
import type { OwnWordsAct } from "./OwnWords.tsx";
import { rowsOf, type Row } from "./rows.ts";
import { useFollowing } from "./use-following.ts";
import { useOpening } from "./use-opening.ts";
import { useReadingPlace } from "./use-reading-place.ts";
import { useAfterAct } from "./use-after-act.ts";
import { UtteranceArticle } from "./UtteranceArticle.tsx";
import "./record.css";

export interface RecordProps {
  readonly session: MeetingSession;
  readonly order: readonly UtteranceId[];
  readonly utterances: ReadonlyMap<UtteranceId, Utterance>;
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly absent: MeetingState["absent"];
  readonly localVoices: readonly VoiceId[];
  /** What this laptop is writing now, or null. */
  readonly ownDraft: UtteranceId | null;
  readonly canAnswer: boolean;
  /** What was said aloud and waits for a witness. */
  readonly unwitnessed: readonly Unwitnessed[];
  /** Where the record opens, and the keyboard is then; null for its end. */
  readonly opensAt: UtteranceId | null;
  readonly onOpened: () => void;
  readonly onAnswer: (utterance: UtteranceId, part: Stretch | null) => void;
  readonly onOwnWords: (utterance: UtteranceId, act: OwnWordsAct) => void;
  /** What an interpreter adds to an utterance. The same components at every drawing. */
  readonly interpreted?: Pick<ComponentProps<typeof UtteranceArticle>, "Beside" | "InLanguages">;
}

/**
 * Everything that was said, in order. It follows the end only for someone who is at the end; for anyone else nothing on
 * the screen moves. Only what is in view is in the page, so an evening's record scrolls like a short one.
 */
export const Record = memo(function Record(props: RecordProps) {
  const { t } = useTranslation();
  const { session, utterances, voices, absent, localVoices, canAnswer, onAnswer, onOwnWords, interpreted } = props;
  const rows = useMemo(
    () => rowsOf(props.order, props.utterances, props.ownDraft),
    [props.order, props.utterances, props.ownDraft],
  );
  const list = useRef<VirtuosoHandle>(null);
  const place = useReadingPlace(rows, list);
  const opensAt = useOpening(rows, props.opensAt, props.onOpened);
  const following = useFollowing(rows, list, opensAt === null);
  const { current } = place;
  const waiting = useMemo(
    () => new Set(props.unwitnessed.flatMap(({ says }) => ("utterance" in says ? [says.utterance] : []))),
    [props.unwitnessed],
  );
  const whole = useRef<HTMLElement>(null);
  const acting = useAfterAct(rows, waiting, list, whole);
  const act = useCallback(
    (utterance: UtteranceId, wish: OwnWordsAct) => {
      // Whoever says them anew has the keyboard where those are written.
      if (wish !== "put-differently" && wish !== "not-so") acting(utterance);
      onOwnWords(utterance, wish);
    },
    [acting, onOwnWords],
  );

  const draw = useCallback(
    (_index: number, row: Row) => {
      const voice = voices.get(row.voice);
      const profile = voice?.profile;
      const aloud = voice?.seated === true;
      const answeredProfile = row.answersVoice === null ? undefined : voices.get(row.answersVoice)?.profile;
      const answered = row.answers === null ? "" : (answeredProfile?.name ?? t("record.unknownVoice"));
      const imagined = utterances.get(row.id)?.imagines ?? null;
      const opens = row.room === "opens" || row.room === "opens-and-closes";
      return (
        <div className="record__row" data-room={row.room ?? "none"}>
          {opens ? <h3 className="record__room">{t("record.reflection")}</h3> : null}
          <UtteranceArticle
            session={session}
            id={row.id}
            name={profile?.name ?? t("record.unknownVoice")}
            relation={profile?.relation ?? ""}
            colour={profile?.colour ?? "slate"}
            said={row.said}
            scribe={row.scribe === null ? "" : (voices.get(row.scribe)?.profile.name ?? t("record.unknownVoice"))}
            confirmed={row.confirmed}
            withdrawn={row.withdrawn}
            forRecord={row.forRecord}
            speaksHere={canAnswer && (aloud || localVoices.includes(row.voice))}
            aloud={aloud}
            waiting={waiting.has(row.id)}
            answered={answered}
            answers={row.answers}
            part={utterances.get(row.id)?.part ?? null}
            answersEarlier={row.answersEarlier}
            before={row.before.join(" ")}
            imagines={imagined === null ? "" : (absentCalled(absent, imagined) ?? t("absent.notHere"))}
            current={row.id === current}
            canAnswer={canAnswer}
            onAnswer={onAnswer}
            onOwnWords={act}
            language={utterances.get(row.id)?.language ?? ""}
            {...interpreted}
          />
        </div>
      );
    },
    [session, utterances, voices, absent, localVoices, canAnswer, onAnswer, act, waiting, current, interpreted, t],
  );

  return (
    <section ref={whole} tabIndex={-1} className="record" aria-labelledby="record-title" data-area="record">
      <h2 id="record-title" className="area-title">
        {t("record.title")}
      </h2>
      <Heard {...props} />
      {rows.length === 0 ? (
        <p className="record__empty words">{t("record.empty")}</p>
      ) : (
        <div className="record__list" onKeyDown={place.onKeyDown} onFocus={place.onFocus}>
          <Virtuoso
            ref={list}
            data={rows}
            computeItemKey={(_index, row) => row.id}
            itemContent={draw}
            initialTopMostItemIndex={
              opensAt === null ? { index: "LAST", align: "end" } : { index: opensAt, align: "center" }
            }
            increaseViewportBy={600}
            tabIndex={-1}
            rangeChanged={({ startIndex, endIndex }) => {
              place.onRange(startIndex - following.firstItemIndex, endIndex - following.firstItemIndex);
            }}
            {...following}
          />
        </div>
      )}
    </section>
  );
});
