import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Stretch } from "../../shared/meeting/statements.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import { Knocks } from "../arrive/Knocks.tsx";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Aloud } from "../record/Aloud.tsx";
import type { OwnWordsAct } from "../record/OwnWords.tsx";
import { Record } from "../record/Record.tsx";
import type { Refusal } from "../session/meeting-session.ts";
import { prefer } from "../settings/preferences.ts";
import { usePreferences } from "../settings/use-preferences.ts";
import { SummaryPane } from "../summary/SummaryPane.tsx";
import { isWriting } from "../ui/is-writing.ts";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { focusAfterNotice, focusComposer, focusComposerAtEnd } from "./focus-composer.ts";
import { mayHost } from "./hosts.ts";
import { MeetingHeader } from "./MeetingHeader.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { Removals } from "./Removals.tsx";
import { fragmentOf } from "./route.ts";
import { RoomDeciding } from "./RoomDeciding.tsx";
import { useDraft, useMeeting, useVoicesAtHand } from "./use-meeting.ts";
import { useSaidAloud } from "./use-said-aloud.ts";
import { interpreted } from "./RoomInterpreting.tsx";
import { RoomWords } from "./RoomWords.tsx";
import { ScribingOffered } from "./ScribingOffered.tsx";
import { Writing } from "./Writing.tsx";

const Strip = lazy(async () => ({ default: (await import("../voices/Strip.tsx")).Strip }));

/** The meeting: what each voice said, what we want to remember, and a place to write. */
export function MeetingRoom(
  props: InMeeting & {
    /** What somebody came to look at; null where they came to the meeting as it is. */
    readonly lookedAt: UtteranceId | null;
    readonly onLookedAt: () => void;
  },
) {
  const { session, meeting, editors } = props;
  const { t } = useTranslation();
  const state = useMeeting(session, (view) => view.state);
  const door = useMeeting(session, (view) => view.door);
  const localVoices = useVoicesAtHand(session);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const quarantines = useMeeting(session, (view) => view.quarantines);
  const openRevision = useMeeting(session, (view) => view.openRevision);
  const agreed = useMeeting(session, (view) => view.agreed !== null);
  const draft = useDraft(session);
  const { whoseWords } = usePreferences();
  const unwitnessed = useMeeting(session, (view) => view.unwitnessed);
  const revisions = useMeeting(session, (view) => view.revisions);
  const damaged = useMeeting(session, (view) => view.damaged);
  const saidAloud = useSaidAloud(session, state);
  const pausing = useWish<Refusal>();
  const { run: runWords, refused: wordsRefused } = useWish<Refusal>();

  const speaking = speakingAs === null ? null : (state.voices.get(speakingAs) ?? null);
  const mayWrite =
    speaking?.standing === "admitted" && isVoiceKind(speaking.profile.kind) && state.offTheRecord === null;
  const voices = [...state.voices.values()];
  const writers = useMemo(
    () =>
      new Map(
        [...state.voices].filter(([, { standing, profile }]) => standing !== "waiting" && isVoiceKind(profile.kind)),
      ),
    [state.voices],
  );
  const hosts = mayHost(state.voices, localVoices);
  const drafted = draft?.utterance ?? null;
  const begun = drafted !== null && state.utterances.has(drafted);
  const [answerLater, setAnswerLater] = useState(false);
  const answer = useCallback(
    (utterance: UtteranceId, part: Stretch | null = null) => {
      setAnswerLater(begun);
      if (!begun) session.shapeDraft({ answers: utterance, part });
      focusComposer();
      // A panel in which words were chosen looks, for a frame, for where the keyboard was before it.
      if (part !== null) void afterPaint().then(focusComposer);
    },
    [session, begun],
  );
  const ownWords = useCallback(
    (utterance: UtteranceId, act: OwnWordsAct) => {
      const acts = {
        confirm: () => session.confirmWords(utterance),
        "keep-out": () => session.letIntoRecord(utterance, false),
        "let-in": () => session.letIntoRecord(utterance, true),
        "put-differently": () => Promise.resolve(session.putDifferently(utterance)),
        "not-so": () => session.sayItAsISaidIt(utterance),
        refuse: () => session.refuseWords(utterance),
        withdraw: () => session.withdraw(utterance, false),
        "withdraw-visibly": () => session.withdraw(utterance, true),
      };
      const goesOn = act === "put-differently" || act === "not-so";
      // A panel that has gone with its words still looks, for a frame, for where the keyboard was before it.
      void runWords(acts[act], `${utterance} ${act}`).then(async () => {
        if (!goesOn) return;
        await afterPaint();
        if (!isWriting()) focusComposerAtEnd();
      });
    },
    [session, runWords],
  );
  const nameOf = (voice: VoiceId) => state.voices.get(voice)?.profile.name ?? t("record.unknownVoice");
  const readHref = fragmentOf({ screen: "meeting", meeting, part: "read" });
  const recordHref = fragmentOf({ screen: "meeting", meeting, part: "record" });
  const cardHref = fragmentOf({ screen: "meeting", meeting, part: "card" });
  const voicesHref = fragmentOf({ screen: "meeting", meeting, part: "voices" });
  // The picture follows when there is time for it: it never makes a key wait.
  const quietly = useDeferredValue(state);
  const proposeHref = fragmentOf({ screen: "meeting", meeting, part: "propose" });

  return (
    <div className="room">
      <MeetingHeader
        session={session}
        meeting={meeting}
        hosting={props.shell.hosting}
        onPause={() => void pausing.run(() => session.pause())}
      />
      <section className="room__notices" aria-label={t("meeting.notices")} tabIndex={-1}>
        <Knocks
          waiting={hosts ? voices.filter((voice) => voice.standing === "waiting") : []}
          admit={(voice) => session.admit(voice)}
          door={door}
          letIn={(knock) => session.letIn(knock)}
        />
        <Aloud
          unwitnessed={unwitnessed}
          revisions={revisions}
          sentenceOf={saidAloud}
          witness={mayWrite ? speaking : null}
          onWitness={(place) =>
            void runWords(() => session.witness(place), `${place.feed} ${String(place.seq)}`).then(focusAfterNotice)
          }
          onPutAside={focusAfterNotice}
        />
        <Removals session={session} onAnswered={focusAfterNotice} />
        <ScribingOffered session={session} />
        <Notice role="alert">{pausing.refused === null ? null : t(refusalKey(pausing.refused))}</Notice>
        <Notice role="alert">{wordsRefused === null ? null : t(refusalKey(wordsRefused))}</Notice>
        <Notice>{damaged ? t("meeting.damaged") : null}</Notice>
        <Notice>
          {quarantines.length === 0
            ? null
            : quarantines.map(({ voice }) => t("meeting.quarantine", { name: nameOf(voice) })).join(" ")}
        </Notice>
      </section>
      <main className="room__main">
        <RoomWords
          session={session}
          draft={draft}
          onAnswer={answer}
          record={
            <Record
              interpreted={interpreted}
              session={session}
              order={state.order}
              utterances={state.utterances}
              absent={state.absent}
              voices={state.voices}
              localVoices={localVoices}
              ownDraft={drafted}
              canAnswer={mayWrite}
              unwitnessed={unwitnessed}
              opensAt={props.lookedAt}
              onOpened={props.onLookedAt}
              onAnswer={answer}
              onOwnWords={ownWords}
            />
          }
          writing={(extras) => (
            <Writing
              {...extras}
              session={session}
              meeting={meeting}
              Composer={editors.Composer}
              draft={draft}
              answerLater={answerLater && begun}
            />
          )}
        />
        <div className="room__together">
          <div className="room__remember">
            <SummaryPane
              editor={<editors.Summary session={session} label={t("summary.label")} readOnly={!mayWrite} />}
              writers={writers}
              whoseWords={whoseWords}
              onForget={mayWrite ? () => session.forgetCrossedOut() : null}
              onWhoseWords={(shown) => prefer({ whoseWords: shown })}
            />
            <RoomDeciding session={session} sentenceOf={saidAloud} cardHref={cardHref} />
          </div>
          <nav className="room__onwards" aria-label={t("meeting.onwards")}>
            {agreed ? (
              <a className="button button--main" href={recordHref}>
                {t("meeting.openRecord")}
              </a>
            ) : null}
            {openRevision === null ? null : (
              <a className={`button button--${agreed ? "quiet" : "main"}`} href={readHref}>
                {t("decide.toRead")}
              </a>
            )}
            {openRevision === null ? null : (
              <a className="button" href={fragmentOf({ screen: "meeting", meeting, part: "aloud" })}>
                {t("readAloud.open")}
              </a>
            )}
            {speaking !== null && !isVoiceKind(speaking.profile.kind) ? null : (
              <a className="button" href={proposeHref}>
                {t("decide.toPropose")}
              </a>
            )}
          </nav>
          <div className="room__voices">
            <Suspense fallback={null}>
              <Strip state={quietly} voices={quietly.voices} href={voicesHref} />
            </Suspense>
          </div>
        </div>
      </main>
    </div>
  );
}
