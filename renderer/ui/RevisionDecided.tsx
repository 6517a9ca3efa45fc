import { useTranslation } from "react-i18next";
import { WEIGHINGS } from "../../shared/meeting/deciding-statements.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import { Says, Stands, TakesOn, VoiceName } from "./DecidedSentences.tsx";
import type { Writers } from "./Said.tsx";
import { RevisionPart } from "./RevisionPart.tsx";

type FrozenDecision = Revision["decisions"][number];
type FrozenTasks = NonNullable<Revision["tasks"]>;

/** What was decided, or what was left open, whole: where voices stand, who takes what on, and how it came about. */
export function RevisionDecisions(props: {
  readonly title: string;
  readonly decisions: Revision["decisions"];
  readonly writers: Writers;
}) {
  if (props.decisions.length === 0) return null;
  return (
    <RevisionPart title={props.title}>
      {props.decisions.map((decision) => (
        <Decided key={decision.id} decision={decision} writers={props.writers} />
      ))}
    </RevisionPart>
  );
}

function Decided({ decision, writers }: { readonly decision: FrozenDecision; readonly writers: Writers }) {
  const { t } = useTranslation();
  const { text, wordedBy, positions, ways = [], matters = [], tasks = [], review = "" } = decision;
  const standing = new Set(positions.map(({ voice }) => voice));
  return (
    <div className="revision__decision">
      <p dir="auto">{text}</p>
      <p className="soft">
        {t("paper.wordedBy", { name: writers.get(wordedBy)?.profile.name ?? t("record.unknownVoice") })}
      </p>
      {positions.map(({ voice, position, words, mayStand }) => (
        <div key={voice} className="soft">
          <p>
            <Stands voice={voice} position={position} words={words} mayStand={mayStand ?? false} writers={writers} />
          </p>
          <TaskLines tasks={tasks.filter(({ because }) => because === voice)} answered writers={writers} />
        </div>
      ))}
      <div className="soft">
        <TaskLines
          tasks={tasks.filter(({ because }) => because === undefined || !standing.has(because))}
          writers={writers}
        />
      </div>
      {ways.length === 0 ? null : <h4>{t("decide.ways")}</h4>}
      {ways.map((way) => (
        <div key={way.id} className="revision__way">
          <p dir="auto">{way.text}</p>
          <p className="soft">
            {t("decide.wayBy", { name: writers.get(way.voice)?.profile.name ?? t("record.unknownVoice") })}
          </p>
          <SaidLines said={way.matters ?? []} writers={writers} />
        </div>
      ))}
      {matters.length === 0 ? null : <h4>{t("decide.matters")}</h4>}
      <SaidLines said={matters} writers={writers} />
      {review === "" ? null : (
        <p className="soft">
          {t("decide.review")}: <bdi>{review}</bdi>
        </p>
      )}
    </div>
  );
}

/** What voices have taken on apart from any decision. */
export function RevisionTasks({ tasks, writers }: { readonly tasks: FrozenTasks; readonly writers: Writers }) {
  const { t } = useTranslation();
  if (tasks.length === 0) return null;
  return (
    <RevisionPart title={t("decide.tasks")}>
      <TaskLines tasks={tasks} writers={writers} />
    </RevisionPart>
  );
}

/** Wishes of single voices, with what each voice has said of them. */
export function RevisionWishes(props: { readonly wishes: NonNullable<Revision["wishes"]>; readonly writers: Writers }) {
  const { t } = useTranslation();
  const { wishes, writers } = props;
  if (wishes.length === 0) return null;
  return (
    <RevisionPart title={t("wishes.title")}>
      {wishes.map(({ id, voice, text, weighed = [] }) => (
        <div key={id} className="revision__decision">
          <p className="soft">
            <VoiceName voice={voice} writers={writers} /> {t("wishes.wants")}
          </p>
          <p dir="auto">{text}</p>
          {WEIGHINGS.map((as) => {
            const said = weighed.filter((one) => one.as === as);
            return said.length === 0 ? null : (
              <div key={as}>
                <h4>{t(`wishes.weighings.${as}`)}</h4>
                <SaidLines said={said} writers={writers} />
              </div>
            );
          })}
        </div>
      ))}
    </RevisionPart>
  );
}

function TaskLines(props: { readonly tasks: FrozenTasks; readonly answered?: boolean; readonly writers: Writers }) {
  return props.tasks.map(({ id, voice, what, until, because = null }) => (
    <p key={id}>
      <TakesOn
        voice={voice}
        what={what}
        until={until}
        because={props.answered === true ? null : because}
        writers={props.writers}
      />
    </p>
  ));
}

function SaidLines(props: { readonly said: NonNullable<FrozenDecision["matters"]>; readonly writers: Writers }) {
  return props.said.map(({ voice, words }, index) => (
    <p key={index} className="soft">
      <Says voice={voice} words={words} writers={props.writers} />
    </p>
  ));
}
