import { memo, useCallback, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Colour } from "../../shared/meeting/shapes.ts";
import type { Rendering } from "../../shared/meeting/in-the-room.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Said } from "../ui/Said.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";

/** What one voice has said, under its name. Drawn again only when something about it changed. */
export const Spoken = memo(function Spoken(props: {
  readonly session: MeetingSession;
  readonly id: UtteranceId;
  readonly name: string;
  readonly colour: Colour;
  /** The name of the voice it answers; empty when it answers none. */
  readonly answered: string;
  /** The name of whoever wrote it down; empty where its own voice did. */
  readonly scribe: string;
  /** Who that is missing it imagines to be speaking; empty where it speaks for itself. */
  readonly imagines: string;
  readonly confirmed: boolean;
  readonly withdrawn: boolean;
  readonly reflection: boolean;
  /** The same in other languages. */
  readonly renderings: readonly Rendering[];
  readonly nameOf: (voice: VoiceId) => string;
}) {
  const { t } = useTranslation();
  const { session, id, name, answered, scribe, imagines, confirmed, withdrawn } = props;
  const subscribe = useCallback((listener: () => void) => session.subscribeToText(id, listener), [session, id]);
  const paragraphs = useSyncExternalStore(subscribe, () => session.utteranceText(id));
  const beside = [
    ...(imagines === "" || withdrawn ? [] : [t("absent.said", { called: imagines })]),
    ...(scribe === "" ? [] : [t(confirmed ? "record.writtenDown" : "record.unconfirmed", { name: scribe })]),
    ...(answered === "" ? [] : [`↳ ${t("record.answering", { name: answered })}`]),
  ];
  return (
    <article
      className={confirmed ? "wall__spoken" : "wall__spoken wall__spoken--unconfirmed"}
      data-reflection={props.reflection ? "" : undefined}
      style={voiceStyle(props.colour)}
      aria-label={imagines === "" || withdrawn ? name : t("absent.utterance", { name, called: imagines })}
    >
      <p className="wall__who">
        <span className="voice-name" dir="auto">
          {name}
        </span>
        {beside.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      {withdrawn ? <p className="wall__gone">{t("record.withdrawnHere")}</p> : <Said paragraphs={paragraphs} />}
      {withdrawn
        ? null
        : props.renderings.map(({ by, language, text }) => (
            <p key={`${language} ${by}`} className="wall__rendering">
              <span className="wall__by">{t("wall.renderedBy", { name: props.nameOf(by) })}</span>{" "}
              <span lang={language} dir="auto">
                {text}
              </span>
            </p>
          ))}
    </article>
  );
});
