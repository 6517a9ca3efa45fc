import { useTranslation } from "react-i18next";
import type { Copy, Revision } from "../../shared/consent/statements.ts";
import { VoiceName } from "./DecidedSentences.tsx";
import { RevisionDecisions, RevisionTasks, RevisionWishes } from "./RevisionDecided.tsx";
import { RevisionPart } from "./RevisionPart.tsx";
import { RevisionRendering } from "./RevisionRendering.tsx";
import { Said, type Writers } from "./Said.tsx";
import { WritersLegend } from "./WritersLegend.tsx";

/** The whole of a frozen text, or one reader's copy of it: with the names and the parts that are for them. */
type Readable = Omit<Copy, "format" | "reader">;

/** The voices of a frozen text as they are called in it. */
export function writersOf(revision: Pick<Readable, "voices">): Writers {
  return new Map(revision.voices.map((voice) => [voice.id, voice]));
}

/** A frozen text, whole: exactly what is asked about, or what one reader is given, in the names it was frozen with. */
export function RevisionText({ revision }: { readonly revision: Readable }) {
  const { t } = useTranslation();
  const writers = writersOf(revision);
  const { summary, decisions = [], utterances = [], nextMeeting = "" } = revision;
  const writing = new Set((summary ?? []).flatMap(({ runs }) => runs.flatMap(({ voice }) => voice ?? [])));
  const decided = decisions.filter((decision) => !decision.leftOpen);
  const leftOpen = decisions.filter((decision) => decision.leftOpen);
  return (
    <div className="revision words" lang={revision.language} data-whose-words="on">
      {summary === undefined ? null : (
        <RevisionPart title={t("text.summary")}>
          {summary.length === 0 ? (
            <p className="soft">{t("text.emptySummary")}</p>
          ) : (
            <>
              <WritersLegend writers={writers} only={writing} />
              <Said paragraphs={summary} writers={writers} headingLevel={4} />
            </>
          )}
        </RevisionPart>
      )}
      <RevisionWishes wishes={revision.wishes ?? []} writers={writers} />
      <RevisionDecisions title={t("text.decisions")} decisions={decided} writers={writers} />
      <RevisionDecisions title={t("text.leftOpen")} decisions={leftOpen} writers={writers} />
      <RevisionTasks tasks={revision.tasks ?? []} writers={writers} />
      {nextMeeting === "" ? null : (
        <RevisionPart title={t("text.nextTime")}>
          <p dir="auto">{nextMeeting}</p>
        </RevisionPart>
      )}
      {utterances.length === 0 ? null : (
        <RevisionPart title={t("text.words")}>
          {utterances.map((utterance) => (
            <Uttered key={utterance.id} utterance={utterance} among={utterances} writers={writers} />
          ))}
        </RevisionPart>
      )}
    </div>
  );
}

function Uttered(props: {
  readonly utterance: Revision["utterances"][number];
  readonly among: Revision["utterances"];
  readonly writers: Writers;
}) {
  const { t } = useTranslation();
  const { utterance, among, writers } = props;
  const scribeName = utterance.scribe === undefined ? undefined : writers.get(utterance.scribe)?.profile.name;
  const answered = among.find((one) => one.id === utterance.answers);
  const answeredName = answered === undefined ? undefined : writers.get(answered.voice)?.profile.name;
  return (
    <div className="revision__utterance">
      <p className="soft">
        <VoiceName voice={utterance.voice} writers={writers} />
        {scribeName === undefined ? null : `, ${t("text.writtenDownBy", { name: scribeName })}`}
        {utterance.imagines === undefined
          ? null
          : `, ${t("absent.said", { called: utterance.imagines === "" ? t("absent.notHere") : utterance.imagines })}`}
        {utterance.phase === "reflection" ? `, ${t("text.reflection")}` : null}
        {answeredName === undefined ? null : `, ${t("text.answering", { name: answeredName })}`}
      </p>
      <Said paragraphs={utterance.paragraphs} />
      {(utterance.renderings ?? []).map((rendering) => (
        <RevisionRendering key={`${rendering.language} ${rendering.by}`} rendering={rendering} />
      ))}
    </div>
  );
}
