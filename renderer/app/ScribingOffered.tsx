import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isBlank } from "../../shared/meeting/document.ts";
import { placeName } from "../../shared/meeting/stated.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { usePutAside } from "../ui/use-put-aside.ts";
import { focusAfterNotice, focusComposer } from "./focus-composer.ts";
import { useMeeting } from "./use-meeting.ts";

/** That somebody asks the voice that speaks here to go on writing for another. Nothing changes before it takes that up. */
export function ScribingOffered({ session }: { readonly session: MeetingSession }) {
  const { t } = useTranslation();
  const scribing = useMeeting(session, (view) => view.state.scribing);
  const voices = useMeeting(session, (view) => view.state.voices);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const { isAside, putAside } = usePutAside();
  const [inTheMiddle, setInTheMiddle] = useState(false);
  const nameOf = (id: typeof speakingAs) =>
    (id === null ? undefined : voices.get(id)?.profile.name) ?? t("record.unknownVoice");
  const offered = [...scribing].filter(
    ([, { to, feed, seq }]) => to === speakingAs && !isAside(placeName({ feed, seq })),
  );
  return offered.map(([speaker, { by, feed, seq }]) => (
    <Notice
      key={speaker}
      action={
        <>
          <Button
            onPress={() => {
              const draft = session.draft();
              // Words that are in the middle of being written stay whose they are.
              const isBegun = draft !== null && session.view().state.utterances.has(draft.utterance);
              const isFree = draft !== null && !isBegun && isBlank(session.utteranceText(draft.utterance));
              setInTheMiddle(!isFree);
              if (!isFree) return;
              putAside(placeName({ feed, seq }));
              session.shapeDraft({ speaker, answers: null, part: null });
              requestAnimationFrame(focusComposer);
            }}
          >
            {t("speaking.takeUp", { name: nameOf(speaker) })}
          </Button>
          <Button
            weight="quiet"
            onPress={() => {
              putAside(placeName({ feed, seq }));
              focusAfterNotice();
            }}
          >
            {t("speaking.notNow")}
          </Button>
        </>
      }
    >
      {t("speaking.asked", { by: nameOf(by), name: nameOf(speaker) })} {inTheMiddle ? t("refusal.in-the-middle") : null}
    </Notice>
  ));
}
