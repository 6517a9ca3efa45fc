import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { voicesIn } from "../../shared/consent/revision.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { isBehindPin } from "../../shared/meeting/hand-over.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { AskedAfterLeaving } from "../arrive/AskedAfterLeaving.tsx";
import { Left, WhoseLeft } from "../arrive/Left.tsx";
import { Yeses } from "../export/Yeses.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf, type MeetingPart } from "./route.ts";
import { useHandOver } from "./use-hand-over.ts";
import { useMeeting } from "./use-meeting.ts";

/** What stands in the place of the room where everyone at this laptop has left: the page of whoever has it. */
export function LeftPage({ session, meeting }: Pick<InMeeting, "meeting" | "session">) {
  const voices = useMeeting(session, (view) => view.state.voices);
  const localVoices = useMeeting(session, (view) => view.localVoices);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const left = localVoices.flatMap((id) => {
    const voice = voices.get(id);
    return voice?.standing === "left" ? [voice] : [];
  });
  const handOver = useHandOver();
  // Nobody has it: nothing of anyone's lies beneath the cover.
  if (speakingAs === null) return null;
  const voice = left.find(({ id }) => id === speakingAs);
  if (voice === undefined) {
    const backHref = fragmentOf({ screen: "meeting", meeting, part: "room" });
    return <WhoseLeft left={left} onOther={handOver} backHref={backHref} />;
  }
  const others = left.filter((one) => one !== voice);
  return <PageAfterLeaving key={voice.id} session={session} meeting={meeting} voice={voice} others={others} />;
}

function PageAfterLeaving(
  props: Pick<InMeeting, "meeting" | "session"> & { readonly voice: Voice; readonly others: readonly Voice[] },
) {
  const { t } = useTranslation();
  const { session, meeting, voice } = props;
  const state = useMeeting(session, (view) => view.state);
  const agreed = useMeeting(session, (view) => view.agreed);
  const openRevision = useMeeting(session, (view) => view.openRevision);
  const revisions = useMeeting(session, (view) => view.revisions);
  const withPin = useMeeting(session, (view) => view.withPin);
  const localVoices = useMeeting(session, (view) => view.localVoices);
  const handOver = useHandOver();
  const said = useMemo(
    () =>
      state.order.flatMap((id) => {
        const utterance = state.utterances.get(id);
        const isOwn = utterance?.voice === voice.id && utterance.said && !utterance.withdrawn;
        return isOwn ? [{ id, paragraphs: session.utteranceText(id) }] : [];
      }),
    [state, session, voice.id],
  );
  const hrefOf = (part: MeetingPart) => fragmentOf({ screen: "meeting", meeting, part });
  const record = agreed === null ? undefined : asking(revisions.get(agreed), voice.id);
  const open =
    openRevision === null || openRevision === agreed ? undefined : asking(revisions.get(openRevision), voice.id);
  const answer = open?.answers.get(voice.id)?.answer;
  const isPrivate = isBehindPin({ localVoices, withPin }, voice.id);
  return (
    <Left
      profile={voice.profile}
      said={said}
      asked={
        open === undefined ? null : (
          <AskedAfterLeaving
            hasWords={voicesIn(open.revision).has(voice.id)}
            answer={isPrivate && (answer === "yes" || answer === "not-yet") ? answer : null}
            readHref={hrefOf("read")}
          />
        )
      }
      yes={
        record === undefined ? null : (
          <>
            <div className="page__actions">
              <a className="button" href={hrefOf("record")}>
                {t("leaving.record")}
              </a>
            </div>
            <Yeses
              proposed={record}
              voices={[voice]}
              waiting={new Set()}
              wishes={{
                consent: (one) => session.consent(one, record.digest),
                withdrawConsent: (one) => session.withdrawConsent(one, record.digest),
              }}
            />
          </>
        )
      }
      others={props.others}
      onOther={handOver}
      onHandOver={withPin.size > 0 ? () => handOver(null) : null}
      takeBack={(utterance) => session.withdraw(utterance, false)}
      comeAgainHref={hrefOf("voice")}
      homeHref="#/"
    />
  );
}

/** The text, if it asks this voice. */
function asking(proposed: ProposedRevision | undefined, voice: VoiceId): ProposedRevision | undefined {
  return proposed?.revision.voices.some(({ id }) => id === voice) === true ? proposed : undefined;
}
