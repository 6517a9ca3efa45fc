import { useCallback, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { LONGEST_OFF_THE_RECORD } from "../../shared/meeting/presence.ts";
import { leavesSpace } from "../../shared/meeting/reflecting.ts";
import { cameAsHelper } from "../../shared/meeting/shapes.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { SayOff } from "../off-the-record/SayOff.tsx";
import { ReflectionBar, SpaceFirst } from "../reflect/ReflectionBar.tsx";
import { lastReflection } from "../reflect/to-answer.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import type { Draft } from "../session/writing-wishes.ts";
import { Button } from "../ui/Button.tsx";
import { useWish } from "../ui/use-wish.ts";
import { AskToRender, Rendering } from "./RoomInterpreting.tsx";
import { RoomOffTheRecord } from "./RoomOffTheRecord.tsx";
import { useMeeting } from "./use-meeting.ts";

/** What the place where one writes is told: what stands there instead, and what may be opened. */
export interface WritingExtras {
  readonly aside?: ReactNode;
  readonly openReflection?: ReactNode;
}

/**
 * The words of the meeting and the place where one writes, with what goes on in the room between them: a reflection, a time off
 * the record, or an interpreter at work.
 */
export function RoomWords(props: {
  readonly session: MeetingSession;
  readonly draft: Draft | null;
  readonly record: ReactNode;
  readonly writing: (extras: WritingExtras) => ReactNode;
  readonly onAnswer: (utterance: UtteranceId) => void;
}) {
  const { t } = useTranslation();
  const { session, draft } = props;
  const state = useMeeting(session, (view) => view.state);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const { run, refused } = useWish<Refusal>();
  const off = useWish<Refusal>();
  const [rendered, setRendered] = useState<UtteranceId | null>(null);
  const ask = useCallback((utterance: UtteranceId) => setRendered(utterance), []);

  const speaking = speakingAs === null ? undefined : state.voices.get(speakingAs);
  const part = speaking?.profile.kind;
  const mayAct = speaking?.standing === "admitted";
  const isHelper = cameAsHelper(part);
  const stage = state.reflection?.stage ?? null;
  const speaker = draft?.speaker ?? null;
  const writtenFor = speaker === null ? part : state.voices.get(speaker)?.profile.kind;
  const isPutAside = leavesSpace(state.reflection, part, writtenFor);
  const toRender =
    rendered !== null && part === "interpreter" && state.utterances.get(rendered)?.withdrawn === false
      ? rendered
      : null;

  const footer = (): ReactNode => {
    if (state.offTheRecord !== null) {
      return (
        <>
          <RoomOffTheRecord session={session} refused={off.refused} run={off.run} />
          {props.writing({
            aside:
              !mayAct || part === "interpreter" || part === "supporter" ? (
                <span />
              ) : (
                <SayOff
                  key={speakingAs}
                  name={speaking.profile.name}
                  maxLength={LONGEST_OFF_THE_RECORD}
                  onSay={async (words) => (await off.run(() => session.speakOff(words), {})) !== null}
                />
              ),
          })}
        </>
      );
    }
    if (toRender !== null) return null;
    return (
      <>
        <ReflectionBar
          stage={stage}
          helps={isHelper || part === "interpreter" || part === "supporter"}
          toAnswer={
            stage === "space"
              ? lastReflection(state.order, state.utterances).map(({ id, voice }) => ({
                  id,
                  name: state.voices.get(voice)?.profile.name ?? t("record.unknownVoice"),
                }))
              : []
          }
          mayAct={mayAct}
          refused={refused === null ? null : t(refusalKey(refused))}
          onEnd={() => void run(() => session.endReflection())}
          onAnswer={props.onAnswer}
          onPass={() => void run(() => session.passSpace())}
        />
        {props.writing({
          ...(isPutAside && {
            aside: <SpaceFirst mayAct={mayAct} onPass={() => void run(() => session.passSpace())} />,
          }),
          ...(part === "interpreter" && { aside: <p className="soft">{t("interpret.nothingChosen")}</p> }),
          ...(isHelper &&
            stage !== "listening" && {
              openReflection:
                stage === "space" ? (
                  <></>
                ) : (
                  <Button onPress={() => void run(() => session.openReflection())}>{t("reflect.open")}</Button>
                ),
            }),
        })}
      </>
    );
  };

  return (
    <AskToRender value={ask}>
      <div className="room__words">
        {props.record}
        <div className="room__footer">
          {toRender === null ? null : (
            // What an interpreter was in the middle of is there again after a time off the record.
            <div hidden={state.offTheRecord !== null}>
              <Rendering
                key={toRender}
                session={session}
                utterance={toRender}
                onDone={() => setRendered((now) => (now === toRender ? null : now))}
              />
            </div>
          )}
          {footer()}
        </div>
      </div>
    </AskToRender>
  );
}
