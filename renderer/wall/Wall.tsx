import { useCallback, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Rendering } from "../../shared/meeting/in-the-room.ts";
import { absentCalled } from "../../shared/meeting/called.ts";
import type { MeetingState, Utterance } from "../../shared/meeting/state.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Said } from "../ui/Said.tsx";
import { Title } from "../ui/Title.tsx";
import { Spoken } from "./Spoken.tsx";
import { useEnd } from "./use-end.ts";
import "./wall.css";

/** So much of the record can be scrolled back to on the wall. All of it is in the meeting. */
const LAST = 40;
const NONE: readonly Rendering[] = [];

/** The meeting for everyone in the room: what was said last, what we want to remember, what we will do. Nothing to press but the way out. */
export function Wall(props: {
  readonly session: MeetingSession;
  readonly name: string;
  readonly state: Pick<MeetingState, "absent" | "decisions" | "order" | "renderings" | "utterances" | "voices">;
  readonly nextMeeting: string;
  readonly leaveHref: string;
}) {
  const { t } = useTranslation();
  const { session, name } = props;
  const { order, utterances, voices, absent, decisions, renderings } = props.state;
  const record = useRef<HTMLDivElement>(null);
  const together = useRef<HTMLDivElement>(null);
  useEnd(record);
  useEnd(together);
  const nameOf = useCallback(
    (voice: VoiceId) => voices.get(voice)?.profile.name ?? t("record.unknownVoice"),
    [voices, t],
  );
  const answeredBy = ({ answers }: Utterance): string => {
    const answered = answers === null ? undefined : utterances.get(answers);
    return answered === undefined ? "" : nameOf(answered.voice);
  };
  const shown = order
    .flatMap((id) => utterances.get(id) ?? [])
    .filter(({ said, correctedBy }) => said && correctedBy === null);
  return (
    <div className="wall">
      <header className="wall__head">
        <Title page={`${name} · ${t("app.name")}`}>{name}</Title>
        <a className="button button--quiet" href={props.leaveHref}>
          {t("wall.leave")}
        </a>
      </header>
      <main className="wall__main">
        <div ref={record} className="wall__column" role="region" aria-label={t("wall.record")} tabIndex={0}>
          <div className="wall__record">
            {shown.length === 0 ? <p>{t("wall.nothing")}</p> : null}
            {shown.slice(-LAST).map((one) => (
              <Spoken
                key={one.id}
                session={session}
                id={one.id}
                name={nameOf(one.voice)}
                colour={voices.get(one.voice)?.profile.colour ?? "slate"}
                answered={answeredBy(one)}
                scribe={one.scribe === null ? "" : nameOf(one.scribe)}
                imagines={one.imagines === null ? "" : (absentCalled(absent, one.imagines) ?? t("absent.notHere"))}
                confirmed={one.confirmed}
                withdrawn={one.withdrawn}
                reflection={one.phase === "reflection"}
                renderings={renderings.get(one.id) ?? NONE}
                nameOf={nameOf}
              />
            ))}
          </div>
        </div>
        <div ref={together} className="wall__column" role="region" aria-label={t("summary.title")} tabIndex={0}>
          <div className="wall__together">
            <h2>{t("summary.title")}</h2>
            <Remembered session={session} />
            <Decided title={t("decide.decisions")} decisions={decisions} leftOpen={false} nameOf={nameOf} />
            <Decided title={t("decide.leftOpen")} decisions={decisions} leftOpen nameOf={nameOf} />
            {props.nextMeeting === "" ? null : (
              <section>
                <h2>{t("decide.nextTime")}</h2>
                <p dir="auto">{props.nextMeeting}</p>
              </section>
            )}
          </div>
        </div>
      </main>
    </div>
  );
}

function Remembered({ session }: { readonly session: MeetingSession }) {
  const subscribe = useCallback((listener: () => void) => session.subscribeToText("summary", listener), [session]);
  const paragraphs = useSyncExternalStore(subscribe, () => session.summaryText());
  return <Said paragraphs={paragraphs} />;
}

/** What was decided, or left open, with the words of those who have a reservation. */
function Decided(props: {
  readonly title: string;
  readonly decisions: MeetingState["decisions"];
  readonly leftOpen: boolean;
  readonly nameOf: (voice: VoiceId) => string;
}) {
  const { t } = useTranslation();
  const decisions = [...props.decisions.values()]
    .filter(({ leftOpen }) => leftOpen === props.leftOpen)
    .sort((a, b) => a.wordedAt - b.wordedAt);
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2>{props.title}</h2>
      {decisions.map(({ id, text, positions }) => (
        <div key={id} className="wall__decision">
          <p dir="auto">{text}</p>
          {[...positions].map(([voice, { position, words }]) => (
            <p key={voice} className="wall__position">
              <bdi>{props.nameOf(voice)}</bdi> {t(`decide.stands.${position}`)}
              {words === "" ? "." : ": "}
              {words === "" ? null : <q dir="auto">{words}</q>}
            </p>
          ))}
        </div>
      ))}
    </section>
  );
}
