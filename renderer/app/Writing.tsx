import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingId, UtteranceId } from "../../shared/feed/ids.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import { ok } from "../../shared/result.ts";
import { Imagining } from "../absent/Imagining.tsx";
import { BesideSomeone } from "../arrive/BesideSomeone.tsx";
import { ChangePin } from "../handover/ChangePin.tsx";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Prompts } from "../prompts/Prompts.tsx";
import { useAnsweredWords } from "../record/use-answered-words.ts";
import { YourWords } from "../record/YourWords.tsx";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import type { Draft } from "../session/writing-wishes.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { BesideWriting } from "./BesideWriting.tsx";
import {
  focusComposer,
  focusComposerAtEnd,
  focusComposerFromNowhere,
  focusComposerUnlessWriting,
} from "./focus-composer.ts";
import { fragmentOf } from "./route.ts";
import type { Editors } from "./slots.ts";
import { ToOneself } from "./ToOneself.tsx";
import { useHandOver } from "./use-hand-over.ts";
import { useMeeting } from "./use-meeting.ts";
import { HintsForDraft } from "./WhileWriting.tsx";

/** The footer of the meeting: joins the draft of the voice that speaks now with the editor it is written in. */
export function Writing(props: {
  readonly session: MeetingSession;
  readonly meeting: MeetingId;
  readonly Composer: Editors["Composer"];
  readonly draft: Draft | null;
  /** Somebody wanted to answer while in the middle of other words. */
  readonly answerLater: boolean;
  /** What stands where one would write, while nothing is to be written here. */
  readonly aside?: ReactNode;
  readonly openReflection?: ReactNode;
}) {
  const { t } = useTranslation();
  const { session, meeting, draft, Composer } = props;
  const voices = useMeeting(session, (view) => view.state.voices);
  const utterances = useMeeting(session, (view) => view.state.utterances);
  const absent = useMeeting(session, (view) => view.state.absent);
  const localVoices = useMeeting(session, (view) => view.localVoices);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const paused = useMeeting(session, (view) => view.state.pause !== null);
  const failed = useMeeting(session, (view) => view.saving === "failed");
  const withPin = useMeeting(session, (view) => view.withPin);
  const { run, refused } = useWish<Refusal>();
  const handOver = useHandOver();
  const [changingPin, setChangingPin] = useState(false);

  const speaking = speakingAs === null ? null : (voices.get(speakingAs) ?? null);
  const local = [...voices.values()].filter(({ id }) => localVoices.includes(id));
  // The next words have a box of their own from the very next key on: the keyboard is in it as soon as it is there.
  const drafted = draft?.utterance;
  const goesOn = useRef(false);
  useLayoutEffect(() => {
    if (goesOn.current) focusComposer();
    goesOn.current = false;
  }, [drafted]);
  const saying = useRef(0);
  const say = useCallback(() => {
    goesOn.current = true;
    const again = saying.current > 0;
    saying.current += 1;
    // The next words can be said while these are still being saved; pressing twice says these once.
    void run<UtteranceId | null>(async () => {
      const said = await session.say();
      return again && !said.ok && said.reason === "nothing-written" ? ok(null) : said;
    }, drafted)
      .then((done) =>
        requestAnimationFrame((done?.value ?? null) === null ? focusComposerUnlessWriting : focusComposerFromNowhere),
      )
      .finally(() => {
        saying.current -= 1;
      });
  }, [run, session, drafted]);
  const others = [...voices.values()].filter(
    ({ id, standing, profile }) => standing === "admitted" && id !== speakingAs && isVoiceKind(profile.kind),
  );
  const isForOthers = speaking?.standing === "admitted" && !isVoiceKind(speaking.profile.kind);
  const aside = props.aside ?? (isForOthers ? <BesideSomeone profile={speaking.profile} /> : undefined);
  const imagined = draft?.imagines ?? null;
  const speaker = draft?.speaker ?? null;
  const writtenFor = speaker === null ? null : (voices.get(speaker) ?? null);
  const answers = draft?.answers ?? null;
  const answeredVoice = answers === null ? undefined : utterances.get(answers)?.voice;

  const quote = useAnsweredWords(session, answers, draft?.part ?? null);

  return (
    <YourWords
      speaking={speaking}
      local={local}
      writing={
        draft === null
          ? null
          : {
              utterance: draft.utterance,
              phase: draft.phase,
              speaker: writtenFor,
              begun: utterances.has(draft.utterance),
              quote,
              differently: draft.corrects !== null,
              answered:
                draft.answers === null
                  ? null
                  : ((answeredVoice === undefined ? undefined : voices.get(answeredVoice)?.profile.name) ??
                    t("record.unknownVoice")),
            }
      }
      composer={
        draft === null || speaking === null ? (
          <p className="soft">{t(speaking?.standing === "removed" ? "speaking.removed" : "speaking.nobody")}</p>
        ) : (
          <Composer
            key={draft.utterance}
            session={session}
            draft={draft}
            label={
              writtenFor === null
                ? t("speaking.label", { name: speaking.profile.name })
                : t("speaking.labelFor", { name: writtenFor.profile.name, scribe: speaking.profile.name })
            }
            placeholder={
              writtenFor === null
                ? t("speaking.placeholder")
                : t("speaking.placeholderFor", { name: writtenFor.profile.name })
            }
            colour={(writtenFor ?? speaking).profile.colour}
            disabled={paused}
            onSubmit={say}
          />
        )
      }
      notice={
        <>
          {changingPin && speaking !== null ? (
            <ChangePin
              key={speaking.id}
              name={speaking.profile.name}
              hasPin={withPin.has(speaking.id)}
              change={(wish) => session.setPin(speaking.id, wish)}
              onDone={() => setChangingPin(false)}
            />
          ) : null}
          {draft === null || imagined === null ? null : (
            <Imagining
              called={absent.get(imagined)?.called ?? ""}
              stop={utterances.has(draft.utterance) ? null : () => session.shapeDraft({ imagines: null })}
            />
          )}
          <Notice>{props.answerLater ? t("speaking.answerLater") : null}</Notice>
          <Notice role="alert">
            {refused !== null ? t(refusalKey(refused)) : failed ? t(refusalKey("not-saved")) : null}
          </Notice>
        </>
      }
      {...(aside !== undefined && { aside })}
      {...(props.openReflection !== undefined && { openReflection: props.openReflection })}
      beneath={
        draft === null || speaking === null ? undefined : (
          <HintsForDraft session={session} draft={draft} kind={speaking.profile.kind} />
        )
      }
      anotherHref={fragmentOf({ screen: "meeting", meeting, part: "voice" })}
      mayHandOver={localVoices.length > 1 || withPin.size > 0}
      onSpeak={handOver}
      onHandOver={() => handOver(null)}
      onPin={() => setChangingPin(true)}
      toOneself={<ToOneself session={session} />}
      onSay={say}
      onStopAnswering={() => {
        session.shapeDraft({ answers: null, part: null });
        focusComposer();
      }}
      onPhase={(phase) => session.shapeDraft({ phase })}
      others={others}
      onSpeaker={(voice) => {
        session.shapeDraft({ speaker: voice });
        // The menu holds the keyboard until it has gone.
        void afterPaint().then(focusComposer);
      }}
      beside={
        draft === null || aside !== undefined ? undefined : (
          <BesideWriting
            session={session}
            draft={draft}
            writtenFor={writtenFor}
            others={others.filter(({ id, seated }) => id !== speaker && !seated)}
            beginWith={
              writtenFor !== null ? null : (
                <Prompts
                  onChoose={(words) => {
                    void run(() => Promise.resolve(session.fillDraft(words)));
                    // The panel holds the keyboard until it has gone.
                    void afterPaint().then(focusComposerAtEnd);
                  }}
                />
              )
            }
          />
        )
      }
      onStopDifferently={() =>
        void run(() => session.discardDraft()).then(() => requestAnimationFrame(focusComposerUnlessWriting))
      }
    />
  );
}
