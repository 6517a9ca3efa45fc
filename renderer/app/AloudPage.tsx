import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { ReadAloud } from "../aloud/ReadAloud.tsx";
import { createSpeaker } from "../aloud/speaker.ts";
import { BackToMeeting } from "../ui/BackToMeeting.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";

/** Joins reading aloud with the text that is open, or else with the agreed one. A newer one never takes its place unasked. */
export function AloudPage({ session, meeting }: InMeeting) {
  const { t } = useTranslation();
  const revisions = useMeeting(session, (view) => view.revisions);
  const newest = useMeeting(session, (view) => view.openRevision ?? view.agreed);
  const paused = useMeeting(session, (view) => view.state.pause !== null);
  // As a plain value, so that what others say meanwhile does not begin the text anew.
  const languages = useMeeting(session, ({ state }) =>
    [...state.utterances.values()].flatMap(({ id, language }) => (language === null ? [] : `${id} ${language}`)).join(),
  );
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const ownLanguage = useMeeting(session, ({ state, speakingAs: voice }) =>
    voice === null ? null : (state.voices.get(voice)?.profile.language ?? null),
  );
  const [speaker] = useState(createSpeaker);
  const [opened, setOpened] = useState(newest);
  const spokenIn = useCallback(
    (id: UtteranceId) =>
      languages
        .split(",")
        .find((one) => one.startsWith(`${id} `))
        ?.slice(id.length + 1) ?? null,
    [languages],
  );
  const digest = opened ?? newest;
  const proposed = digest === null ? undefined : revisions.get(digest);
  const roomHref = fragmentOf({ screen: "meeting", meeting, part: "room" });
  if (proposed === undefined) {
    return (
      <main className="page waiting">
        <Title page={t("app.name")}>{t("consent.nothing")}</Title>
        <BackToMeeting className="button" href={roomHref} />
      </main>
    );
  }
  return (
    <>
      <Notice action={<Button onPress={() => setOpened(newest)}>{t("consent.readNewer")}</Button>}>
        {newest === null || newest === digest ? null : t("consent.newer")}
      </Notice>
      <ReadAloud
        key={digest}
        revision={proposed.revision}
        speaker={speaker}
        spokenIn={spokenIn}
        ownLanguage={ownLanguage}
        isHushed={paused || speakingAs === null}
        answerHref={fragmentOf({ screen: "meeting", meeting, part: "read" })}
        backHref={roomHref}
      />
    </>
  );
}
