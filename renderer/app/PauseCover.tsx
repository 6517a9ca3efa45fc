import { useEffect, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import { focusComposerAtEnd } from "./focus-composer.ts";
import { useMeeting } from "./use-meeting.ts";

/** While the meeting pauses, a calm page lies over whatever was on the screen; afterwards everyone is where they were. */
export function PauseCover(props: { readonly session: MeetingSession; readonly children: ReactNode }) {
  const paused = useMeeting(props.session, (view) => view.state.pause !== null);
  const focused = useRef<Element | null>(null);
  const wasWriting = useRef(false);
  useEffect(() => {
    if (!paused) return;
    return () => {
      // The box one writes in is taken away while nobody may write, and is another one afterwards.
      if (wasWriting.current) requestAnimationFrame(focusComposerAtEnd);
      else if (focused.current instanceof HTMLElement) focused.current.focus({ preventScroll: true });
    };
  }, [paused]);
  return (
    <>
      <div
        className="under-cover"
        inert={paused}
        onFocus={(event) => {
          focused.current = event.target;
          wasWriting.current = event.target.closest(".composer") !== null;
        }}
      >
        {props.children}
      </div>
      {paused ? <Paused session={props.session} /> : null}
    </>
  );
}

function Paused({ session }: { readonly session: MeetingSession }) {
  const { t } = useTranslation();
  const name = useMeeting(session, ({ state }) =>
    state.pause === null ? "" : (state.voices.get(state.pause.by)?.profile.name ?? ""),
  );
  const meeting = useMeeting(session, (view) => view.state.begun?.name ?? "");
  const wish = useWish<Refusal>();
  return (
    <section className="cover" aria-label={t("paused.title")}>
      <div className="cover__words">
        <Title page={`${t("paused.title")} · ${meeting}`}>{t("paused.title")}</Title>
        {name === "" ? null : <p>{t("paused.by", { name })}</p>}
        <p>{t("paused.words")}</p>
        <Button weight="main" onPress={() => void wish.run(() => session.resume())}>
          {t("paused.resume")}
        </Button>
        <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      </div>
    </section>
  );
}
