import { useTranslation } from "react-i18next";
import { finishPdf } from "../../shared/export/pdf-attach.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import { Arrangements } from "../arrangements/Arrangements.tsx";
import { fileNameOf } from "../export/file-name.ts";
import { takePaper } from "../export/take-paper.ts";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";

/** The card of arrangements, joined with the session and with the shell's printing. */
export function CardPage({ session, meeting, shell }: InMeeting) {
  const { t, i18n } = useTranslation();
  const state = useMeeting(session, (view) => view.state);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const speaking = speakingAs === null ? undefined : state.voices.get(speakingAs);
  const name = t("card.fileName", { meeting: state.begun?.name ?? "" });
  return (
    <Arrangements
      key={speakingAs ?? "nobody"}
      state={state}
      // While off the record nothing is written down.
      mayWrite={speaking?.standing === "admitted" && isVoiceKind(speaking.profile.kind) && state.offTheRecord === null}
      wishes={session}
      print={({ title, html }) =>
        takePaper(shell, {
          name: fileNameOf(name, "pdf"),
          title,
          html,
          finish: (pdf) => finishPdf(pdf, { title, language: i18n.language, bundle: null }),
        })
      }
      backHref={fragmentOf({ screen: "meeting", meeting, part: "room" })}
    />
  );
}
