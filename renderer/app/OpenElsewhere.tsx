import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Title } from "../ui/Title.tsx";
import { useMeeting } from "./use-meeting.ts";

/** Says that another tab has this meeting, and lets whoever is here go on here. */
export function OpenElsewhere({ takeOver }: { readonly takeOver: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="page waiting">
      <Title page={t("app.name")}>{t("meeting.elsewhere")}</Title>
      <p>{t(refusalKey("open-elsewhere"))}</p>
      <div className="page__actions">
        <Button weight="main" onPress={takeOver}>
          {t("meeting.useHere")}
        </Button>
        <a className="button" href="#/">
          {t("start.back")}
        </a>
      </div>
    </main>
  );
}

/** The meeting, as long as this tab has it. */
export function HereOrElsewhere(props: {
  readonly session: MeetingSession;
  readonly takeOver: () => void;
  readonly children: ReactNode;
}) {
  const elsewhere = useMeeting(props.session, (view) => view.elsewhere);
  return elsewhere ? <OpenElsewhere takeOver={props.takeOver} /> : props.children;
}
