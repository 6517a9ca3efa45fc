import { createContext, useContext, type ReactNode } from "react";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import { useTranslation } from "react-i18next";
import { Beside, RenderThis } from "../interpret/Beside.tsx";
import { InLanguages, type ShownRendering } from "../interpret/InLanguages.tsx";
import { Render } from "../interpret/Render.tsx";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { UtteranceSlot } from "../record/UtteranceArticle.tsx";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { Said } from "../ui/Said.tsx";
import { useWish } from "../ui/use-wish.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { isWriting } from "../ui/is-writing.ts";
import { useMeeting } from "./use-meeting.ts";

/** How an interpreter comes from an utterance in the record to where it is rendered. */
export const AskToRender = createContext<(utterance: UtteranceId) => void>(() => undefined);

/** What the record shows of interpreting, as components that stay the same. */
export const interpreted = { InLanguages: LanguagesOf, Beside: WithRenderings };

function LanguagesOf({ session, id }: UtteranceSlot) {
  const renderings = useRenderings(session, id);
  const language = useMeeting(session, (view) => view.state.utterances.get(id)?.language ?? null);
  return <InLanguages language={language} renderings={renderings} />;
}

function WithRenderings({ session, id, focusable, children }: UtteranceSlot & { readonly children: ReactNode }) {
  const renderings = useRenderings(session, id);
  const state = useMeeting(session, (view) => view.state);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const ask = useContext(AskToRender);
  const utterance = state.utterances.get(id);
  const speaking = speakingAs === null ? undefined : state.voices.get(speakingAs);
  const mayRender =
    speaking?.standing === "admitted" &&
    speaking.profile.kind === "interpreter" &&
    utterance?.said === true &&
    state.offTheRecord === null;
  return (
    <>
      <Beside
        language={utterance?.language ?? state.begun?.language ?? ""}
        known={typeof utterance?.language === "string"}
        renderings={renderings}
      >
        {children}
      </Beside>
      {mayRender ? (
        <RenderThis
          name={nameIn(state, utterance.voice)}
          rendered={state.renderings.get(id)?.some(({ by }) => by === speakingAs) === true}
          focusable={focusable}
          onRender={() => ask(id)}
        />
      ) : null}
    </>
  );
}

/** Where the interpreter who speaks now renders an utterance. */
export function Rendering(props: {
  readonly session: MeetingSession;
  readonly utterance: UtteranceId;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { session, utterance: id } = props;
  const state = useMeeting(session, (view) => view.state);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const { run, refused } = useWish<Refusal>();
  const utterance = state.utterances.get(id);
  const own = [...state.renderings].flatMap(([of, renderings]) =>
    renderings.filter(({ by }) => by === speakingAs).map((rendering) => ({ of, ...rendering })),
  );
  const done = () => {
    props.onDone();
    void afterPaint().then(() => {
      if (!isWriting()) document.querySelector<HTMLElement>(`[data-utterance="${id}"]`)?.focus();
    });
  };
  const wish = (what: () => ReturnType<MeetingSession["render"]>) =>
    void run(what).then((granted) => {
      if (granted !== null) done();
    });
  const spokenHere = [...state.voices.values()].flatMap(({ profile }) => profile.language ?? []);
  const meetings = state.begun?.language ?? "en";
  return (
    <Render
      key={id}
      name={utterance === undefined ? "" : nameIn(state, utterance.voice)}
      said={<Said paragraphs={session.utteranceText(id)} />}
      language={intoWhich(own, id, utterance?.language ?? null, meetings)}
      spokenHere={[...spokenHere, meetings]}
      before={(language) => own.find((one) => one.of === id && one.language === language) ?? null}
      refused={refused === null ? null : t(refusalKey(refused))}
      onKeep={(rendered) => wish(() => session.render(id, rendered))}
      onTakeBack={(language) => wish(() => session.takeRenderingBack(id, language))}
      onNotNow={done}
    />
  );
}

/**
 * The language an interpreter is offered first: what they have rendered these words into; else what they last rendered any into,
 * unless the words are in it; else the meeting's.
 */
function intoWhich(
  own: readonly { readonly of: UtteranceId; readonly language: string; readonly at: number }[],
  id: UtteranceId,
  said: string | null,
  meetings: string,
): string {
  const before = own.find(({ of }) => of === id)?.language;
  const last = own.toSorted((a, b) => b.at - a.at).find(({ language }) => language !== said)?.language;
  return before ?? last ?? meetings;
}

function useRenderings(session: MeetingSession, id: UtteranceId): readonly ShownRendering[] {
  const renderings = useMeeting(session, (view) => view.state.renderings.get(id));
  const state = useMeeting(session, (view) => view.state);
  return (renderings ?? []).map((one) => ({ ...one, by: nameIn(state, one.by) }));
}

function nameIn(state: MeetingState, voice: Parameters<MeetingState["voices"]["get"]>[0]): string {
  return state.voices.get(voice)?.profile.name ?? "";
}
