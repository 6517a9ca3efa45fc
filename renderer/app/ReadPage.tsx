import { useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { isFinal } from "../../shared/consent/final.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import { Reading } from "../consent/Reading.tsx";
import { answersWrittenDown } from "../consent/written-down.ts";
import { TakeYesBack } from "../export/TakeYesBack.tsx";
import { BackToMeeting, HasLeftContext } from "../ui/BackToMeeting.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useHandOver } from "./use-hand-over.ts";
import { useMeeting } from "./use-meeting.ts";
import { useReadersHere } from "./use-readers-here.ts";
import { go } from "./use-route.ts";

/** Joins the reading with the revision that is open. A newer one never takes the place of what someone is reading. */
export function ReadPage({ session, meeting }: InMeeting) {
  const { t } = useTranslation();
  const revisions = useMeeting(session, (view) => view.revisions);
  const openRevision = useMeeting(session, (view) => view.openRevision);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const hasLeft = useContext(HasLeftContext);
  const handOver = useHandOver();
  const unwitnessed = useMeeting(session, (view) => view.unwitnessed);
  const [opened, setOpened] = useState(openRevision);
  const digest = opened ?? openRevision;
  const proposed = digest === null ? undefined : revisions.get(digest);
  const { readers, byPin, others } = useReadersHere(session, proposed?.revision);
  const room = { screen: "meeting", meeting, part: "room" } as const;

  if (digest === null || proposed === undefined) {
    return (
      <main className="page waiting">
        <Title page={t("app.name")}>{t("consent.nothing")}</Title>
        <BackToMeeting className="button" href={fragmentOf(room)} />
      </main>
    );
  }
  const answeredBefore = (voice: VoiceId): Revision | null => {
    const earlier = [...revisions.values()].filter((one) => one.digest !== digest && one.answers.has(voice));
    const last = earlier.sort((a, b) => (a.answers.get(voice)?.at ?? 0) - (b.answers.get(voice)?.at ?? 0)).at(-1);
    return last?.revision ?? null;
  };
  return (
    <>
      <Notice action={<Button onPress={() => setOpened(openRevision)}>{t("consent.readNewer")}</Button>}>
        {openRevision === null || openRevision === digest ? null : t("consent.newer")}
      </Notice>
      <nav className="read-aloud" aria-label={t("readAloud.title")}>
        <a className="button button--quiet" href={fragmentOf({ ...room, part: "aloud" })}>
          {t("readAloud.open")}
        </a>
      </nav>
      <Reading
        key={byPin ? `${digest} ${speakingAs ?? ""}` : digest}
        proposed={proposed}
        final={isFinal(proposed)}
        readers={readers}
        answeredBefore={answeredBefore}
        writtenDown={answersWrittenDown(unwitnessed, digest)}
        answers={{
          consent: (voice) => session.consent(voice, digest),
          withhold: (voice, words) => session.withhold(voice, digest, words),
          takeBack: (voice) => session.takeBack(voice, digest),
        }}
        afterAgreed={(reader) => (
          <TakeYesBack
            voice={reader}
            answer={proposed.answers.get(reader.id)}
            waits={false}
            wishes={{
              consent: (voice) => session.consent(voice, digest),
              withdrawConsent: (voice) => session.withdrawConsent(voice, digest),
            }}
          />
        )}
        onDone={() => (others || (hasLeft && byPin) ? handOver(null) : go(room))}
        backHref={fragmentOf(room)}
      />
    </>
  );
}
