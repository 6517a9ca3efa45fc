import { useTranslation } from "react-i18next";
import type { Task } from "../../shared/meeting/decided.ts";
import { TakesOn } from "../ui/DecidedSentences.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { isHeardHere, sayersIn, type Room } from "./room.ts";
import { TaskForm } from "./TaskForm.tsx";
import { Waiting } from "./Waiting.tsx";

/** What voices have taken on apart from any decision. */
export function Tasks({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const tasks = [...room.state.tasks.values()].filter(
    ({ decision }) => decision === null || !room.state.decisions.has(decision),
  );
  return (
    <section className="decisions" aria-label={t("decide.tasks")}>
      <h3>{t("decide.tasks")}</h3>
      {tasks.length === 0 ? <p className="soft">{t("decide.noTasks")}</p> : null}
      <TaskLines room={room} tasks={tasks} />
      <Waiting
        room={room}
        about={(says) =>
          (says.kind === "task-taken-on" && says.decision === null) ||
          (says.kind === "task-let-go" && tasks.some(({ id }) => id === says.task))
        }
      />
      {sayersIn(room).length === 0 ? null : (
        <InPlace label={t("decide.takeOn")}>
          {(done) => <TaskForm room={room} task={null} decision={null} because={null} onDone={done} />}
        </InPlace>
      )}
    </section>
  );
}

/** Tasks as sentences. Whoever has taken one on may change it or let go of it. */
export function TaskLines(props: {
  readonly room: Room;
  readonly tasks: readonly Task[];
  /** They stand right below what they answer, so that need not be said again. */
  readonly answered?: boolean;
}) {
  const { t } = useTranslation();
  const { room, tasks } = props;
  if (tasks.length === 0) return null;
  return (
    <ul className="decision__said">
      {[...tasks]
        .sort((a, b) => a.at - b.at)
        .map((task) => {
          const name = room.state.voices.get(task.voice)?.profile.name ?? "";
          return (
            <li key={task.id}>
              <TakesOn {...task} because={props.answered === true ? null : task.because} writers={room.state.voices} />
              {isHeardHere(room, task.voice) ? (
                <InPlace label={t("decide.changeTask")} name={t("decide.changeTaskOf", { name })}>
                  {(done) => (
                    <TaskForm room={room} task={task} decision={task.decision} because={task.because} onDone={done} />
                  )}
                </InPlace>
              ) : null}
            </li>
          );
        })}
    </ul>
  );
}
