import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import { Said, type Writers } from "./Said.tsx";
import { WritersLegend } from "./WritersLegend.tsx";
import { voiceStyle } from "./voice-colour.ts";

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
      <Decided title={t("text.decisions")} decisions={decided} writers={writers} />
      <Decided title={t("text.leftOpen")} decisions={leftOpen} writers={writers} />
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

function Decided(props: {
  readonly title: string;
  readonly decisions: Revision["decisions"];
  readonly writers: Writers;
}) {
  const { t } = useTranslation();
  if (props.decisions.length === 0) return null;
  return (
    <section className="revision__part" aria-label={props.title}>
      <h3>{props.title}</h3>
      {props.decisions.map((decision) => (
        <div key={decision.id} className="revision__decision">
          <p dir="auto">{decision.text}</p>
          {decision.positions.map(({ voice, position, words }) => (
            <p key={voice} className="soft">
              <Name voice={voice} writers={props.writers} /> {t(`decide.stands.${position}`)}
              {words === "" ? "." : ": "}
              {words === "" ? null : <q dir="auto">{words}</q>}
            </p>
          ))}
        </div>
      ))}
    </section>
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
        <Name voice={utterance.voice} writers={writers} />
        {scribeName === undefined ? null : `, ${t("text.writtenDownBy", { name: scribeName })}`}
        {utterance.phase === "reflection" ? `, ${t("text.reflection")}` : null}
        {answeredName === undefined ? null : `, ${t("text.answering", { name: answeredName })}`}
      </p>
      <Said paragraphs={utterance.paragraphs} />
    </div>
  );
}

function Name(props: { readonly voice: VoiceId; readonly writers: Writers }) {
  const { t } = useTranslation();
  const profile = props.writers.get(props.voice)?.profile;
  return (
    <span className="voice-name" dir="auto" style={voiceStyle(profile?.colour ?? "slate")}>
      {profile?.name ?? t("record.unknownVoice")}
    </span>
  );
}
