import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { usePutAside } from "../ui/use-put-aside.ts";
import { useWish } from "../ui/use-wish.ts";
import { useMeeting } from "./use-meeting.ts";

/** Wishes to remove someone, put before every other voice: one of them has to wish it too. */
export function Removals(props: {
  readonly session: MeetingSession;
  /** A wish was answered or put aside, and the button that was pressed is gone. */
  readonly onAnswered: () => void;
}) {
  const { session, onAnswered } = props;
  const { t } = useTranslation();
  const wishes = useMeeting(session, (view) => view.state.removalsProposed);
  const voices = useMeeting(session, (view) => view.state.voices);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const { run, refused } = useWish<Refusal>();
  const nameOf = (voice: VoiceId) => voices.get(voice)?.profile.name ?? t("record.unknownVoice");
  const mayAnswer = speakingAs !== null && voices.get(speakingAs)?.standing === "admitted";
  const { isAside, putAside } = usePutAside();
  const shown = wishes
    .map((wish) => ({ ...wish, key: `${wish.feed}#${String(wish.seq)}` }))
    .filter(({ key }) => !isAside(key));
  return (
    <>
      {shown.map(({ key, feed, seq, voice, by }) => (
        <Notice
          key={key}
          action={
            <>
              {mayAnswer && speakingAs !== by && speakingAs !== voice ? (
                <Button onPress={() => void run(() => session.secondRemoval({ feed, seq }), key).then(onAnswered)}>
                  {t("removal.second", { name: nameOf(voice) })}
                </Button>
              ) : null}
              <Button
                weight="quiet"
                onPress={() => {
                  putAside(key);
                  onAnswered();
                }}
              >
                {t("removal.leaveIt")}
              </Button>
            </>
          }
        >
          {t("removal.wished", { by: nameOf(by), name: nameOf(voice) })}
        </Notice>
      ))}
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </>
  );
}
