import { useTranslation } from "react-i18next";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { useMeeting } from "./use-meeting.ts";

/** Above every page of a meeting but the room itself: which meeting this is, and the pause. */
export function PageBar({ session }: { readonly session: MeetingSession }) {
  const { t } = useTranslation();
  const name = useMeeting(session, (view) => view.state.begun?.name ?? "");
  const wish = useWish<Refusal>();
  return (
    <header className="page-bar">
      <span className="soft" dir="auto">
        {name === "" ? t("meeting.unnamed") : name}
      </span>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      <Button weight="quiet" onPress={() => void wish.run(() => session.pause())}>
        {t("meeting.pause")}
      </Button>
    </header>
  );
}
