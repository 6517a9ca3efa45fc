import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { useMeeting } from "./use-meeting.ts";

/** Wishes to remove someone, put before every other voice: one of them has to wish it too. */
export function Removals({ session }: { readonly session: MeetingSession }) {
  const { t } = useTranslation();
  const wishes = useMeeting(session, (view) => view.state.removalsProposed);
  const voices = useMeeting(session, (view) => view.state.voices);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const { run, refused } = useWish<Refusal>();
  const nameOf = (voice: VoiceId) => voices.get(voice)?.profile.name ?? t("record.unknownVoice");
  const mayAnswer = speakingAs !== null && voices.get(speakingAs)?.standing === "admitted";
  return (
    <>
      {wishes.map(({ feed, seq, voice, by }) => (
        <Notice
          key={`${feed}#${String(seq)}`}
          action={
            mayAnswer && speakingAs !== by && speakingAs !== voice ? (
              <Button onPress={() => void run(() => session.secondRemoval({ feed, seq }))}>
                {t("removal.second", { name: nameOf(voice) })}
              </Button>
            ) : null
          }
        >
          {t("removal.wished", { by: nameOf(by), name: nameOf(voice) })}
        </Notice>
      ))}
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </>
  );
}
