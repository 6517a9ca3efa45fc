import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { whatChanged } from "../../shared/consent/changes.ts";
import { agreedBefore } from "../../shared/consent/final.ts";
import { Changes } from "../consent/Changes.tsx";
import { answersWrittenDown } from "../consent/written-down.ts";
import { AgreedRecord } from "../export/AgreedRecord.tsx";
import { HasLeftContext } from "../ui/BackToMeeting.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";
import { useReadersHere } from "./use-readers-here.ts";

/** Joins the record one takes home with the newest text: the agreed one, or else the draft that is open. */
export function RecordPage({ session, meeting, shell }: InMeeting) {
  const { t } = useTranslation();
  const revisions = useMeeting(session, (view) => view.revisions);
  const agreed = useMeeting(session, (view) => view.agreed);
  const openRevision = useMeeting(session, (view) => view.openRevision);
  const unwitnessed = useMeeting(session, (view) => view.unwitnessed);
  const digest = agreed ?? openRevision;
  const proposed = digest === null ? undefined : revisions.get(digest);
  const hasLeft = useContext(HasLeftContext);
  const { readers } = useReadersHere(session, proposed?.revision);
  const before = proposed === undefined || digest !== agreed ? null : agreedBefore(revisions, proposed);
  const hrefOf = (part: "card" | "propose" | "read" | "room") => fragmentOf({ screen: "meeting", meeting, part });

  return (
    <AgreedRecord
      proposed={proposed ?? null}
      shell={shell}
      yeses={
        digest === null
          ? null
          : {
              voices: readers,
              waiting: new Set(answersWrittenDown(unwitnessed, digest).keys()),
              wishes: {
                consent: (voice) => session.consent(voice, digest),
                withdrawConsent: (voice) => session.withdrawConsent(voice, digest),
              },
            }
      }
      taking={session}
      replaced={
        before === null || proposed === undefined
          ? null
          : {
              before,
              changes: (
                <Changes
                  title={t("agreed.replaces")}
                  nothing={t("agreed.replacesUnchanged")}
                  changes={whatChanged(before.revision, proposed.revision)}
                  before={before.revision}
                  after={proposed.revision}
                />
              ),
            }
      }
      newerHref={openRevision === null || openRevision === digest ? null : hrefOf("read")}
      cardHref={hasLeft ? null : hrefOf("card")}
      checkHref={fragmentOf({ screen: "check" })}
      amendHref={hasLeft ? null : hrefOf("propose")}
      backHref={hrefOf("room")}
    />
  );
}
