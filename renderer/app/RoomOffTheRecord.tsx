import { useCallback, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { isWishedByAll } from "../../shared/meeting/off-the-record.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Elsewhere } from "../off-the-record/Elsewhere.tsx";
import { OffTheRecord } from "../off-the-record/OffTheRecord.tsx";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import type { Wishing } from "../ui/use-wish.ts";
import { useMeeting } from "./use-meeting.ts";

/** The time off the record that goes on, as the meeting's own page shows it. */
export function RoomOffTheRecord(props: {
  readonly session: MeetingSession;
  readonly refused: Refusal | null;
  readonly run: Wishing<Refusal>["run"];
}) {
  const { t } = useTranslation();
  const { session } = props;
  const time = useMeeting(session, (view) => view.state.offTheRecord);
  const voices = useMeeting(session, (view) => view.state.voices);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  const spoken = useSyncExternalStore(subscribe, () => session.spokenOff());
  if (time === null) return null;
  return (
    <OffTheRecord
      spoken={spoken.map(({ id, voice, words }) => {
        const profile = voices.get(voice)?.profile;
        return { id, words, name: profile?.name ?? t("record.unknownVoice"), colour: profile?.colour ?? "slate" };
      })}
      spoke={speakingAs !== null && time.spoke.has(speakingAs)}
      keeps={speakingAs !== null && time.keeps.has(speakingAs)}
      wishedByAll={isWishedByAll(time)}
      mayAct={speakingAs !== null && voices.get(speakingAs)?.standing === "admitted"}
      refused={props.refused === null ? null : t(refusalKey(props.refused))}
      onKeep={() => void props.run(() => session.keepWhatWasSaid(), `keep ${speakingAs ?? ""}`)}
      onBack={() => void props.run(() => session.backOnTheRecord(), "back")}
    />
  );
}

/** On every other page of the meeting, while it is off the record. */
export function OffTheRecordElsewhere(props: { readonly session: MeetingSession }) {
  const isOff = useMeeting(props.session, (view) => view.state.offTheRecord !== null);
  return isOff ? <Elsewhere /> : null;
}
