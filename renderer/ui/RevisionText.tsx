import { useTranslation } from "react-i18next";
import type { Revision } from "../../shared/consent/statements.ts";
import { VoiceName } from "./DecidedSentences.tsx";
import { RevisionDecisions, RevisionTasks, RevisionWishes } from "./RevisionDecided.tsx";
import { RevisionRendering } from "./RevisionRendering.tsx";
import { Said, type Writers } from "./Said.tsx";
import { WritersLegend } from "./WritersLegend.tsx";

/** The voices of a revision as they were known when it was frozen. */
export function writersOf(revision: Revision): Writers {
  return new Map(revision.voices.map((voice) => [voice.id, voice]));
}

/** A frozen text, whole: exactly what is asked about, in the names it was frozen with. */
export function RevisionText({ revision }: { readonly revision: Revision }) {
  const { t } = useTranslation();
  const writers = writersOf(revision);
  const writing = new Set(revision.summary.flatMap(({ runs }) => runs.flatMap(({ voice }) => voice ?? [])));
  const decided = revision.decisions.filter((decision) => !decision.leftOpen);
  const leftOpen = revision.decisions.filter((decision) => decision.leftOpen);
  return (
    <div className="revision words" lang={revision.language} data-whose-words="on">
      <section className="revision__part" aria-label={t("text.summary")}>
        <h3>{t("text.summary")}</h3>
        {revision.summary.length === 0 ? (
          <p className="soft">{t("text.emptySummary")}</p>
        ) : (
          <>
            <WritersLegend writers={writers} only={writing} />
            <Said paragraphs={revision.summary} writers={writers} headingLevel={4} />
          </>
        )}
      </section>
      <RevisionWishes wishes={revision.wishes ?? []} writers={writers} />
      <RevisionDecisions title={t("text.decisions")} decisions={decided} writers={writers} />
      <RevisionDecisions title={t("text.leftOpen")} decisions={leftOpen} writers={writers} />
      <RevisionTasks tasks={revision.tasks ?? []} writers={writers} />
      {revision.nextMeeting === "" ? null : (
        <section className="revision__part" aria-label={t("text.nextTime")}>
          <h3>{t("text.nextTime")}</h3>
          <p dir="auto">{revision.nextMeeting}</p>
        </section>
      )}
      {revision.utterances.length === 0 ? null : (
        <section className="revision__part" aria-label={t("text.words")}>
          <h3>{t("text.words")}</h3>
          {revision.utterances.map((utterance) => (
            <Uttered key={utterance.id} utterance={utterance} revision={revision} writers={writers} />
          ))}
        </section>
      )}
    </div>
  );
}

function Uttered(props: {
  readonly utterance: Revision["utterances"][number];
  readonly revision: Revision;
  readonly writers: Writers;
}) {
  const { t } = useTranslation();
  const { utterance, revision, writers } = props;
  const scribeName = utterance.scribe === undefined ? undefined : writers.get(utterance.scribe)?.profile.name;
  const answered = revision.utterances.find((one) => one.id === utterance.answers);
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
