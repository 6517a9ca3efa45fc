import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Decision, Position, Task } from "../../shared/meeting/decided.ts";
import { Stands } from "../ui/DecidedSentences.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { MoreAboutThis } from "./MoreAboutThis.tsx";
import { PositionForm } from "./PositionForm.tsx";
import { sayersIn, type Room } from "./room.ts";
import { TaskForm } from "./TaskForm.tsx";
import { TaskLines } from "./Tasks.tsx";
import { Waiting } from "./Waiting.tsx";

/**
 * One decision, where each voice stands towards it in that voice's words, and who takes what on. Those who have not spoken are
 * not listed.
 */
export function DecisionCard({ room, decision }: { readonly room: Room; readonly decision: Decision }) {
  const { t } = useTranslation();
  const sayers = sayersIn(room);
  const tasks = [...room.state.tasks.values()].filter((task) => task.decision === decision.id);
  const answers = (task: Task) => task.because !== null && decision.positions.has(task.because);
  const first = sayers[0];
  return (
    <article className="decision" aria-label={decision.text}>
      <p className="decision__words" dir="auto">
        {decision.text}
      </p>
      {decision.positions.size === 0 ? null : (
        <ul className="decision__said">
          {[...decision.positions].map(([voice, position]) => (
            <li key={voice}>
              <Stands voice={voice} {...position} writers={room.state.voices} />
              <TaskLines room={room} tasks={tasks.filter(({ because }) => because === voice)} answered />
              <Answer room={room} decision={decision} voice={voice} position={position} />
            </li>
          ))}
        </ul>
      )}
      <TaskLines room={room} tasks={tasks.filter((task) => !answers(task))} />
      {decision.review === "" ? null : (
        <p className="soft">
          {t("decide.review")}: <bdi>{decision.review}</bdi>
        </p>
      )}
      <Waiting
        room={room}
        about={(says) =>
          ((says.kind === "position-taken" || says.kind === "task-taken-on") && says.decision === decision.id) ||
          (says.kind === "task-let-go" && tasks.some(({ id }) => id === says.task))
        }
      />
      <div className="decision__acts">
        {first === undefined ? null : (
          <InPlace key={first.id} label={t("decide.standHere", { name: first.profile.name })}>
            {(done) => <PositionForm room={room} decision={decision} onDone={done} />}
          </InPlace>
        )}
        <MoreAboutThis room={room} decision={decision} />
      </div>
    </article>
  );
}

/**
 * Beside a reservation with words in it: somebody else may take on what it asks for, once. Who is about to goes on when the
 * other stands elsewhere meanwhile.
 */
function Answer(props: {
  readonly room: Room;
  readonly decision: Decision;
  readonly voice: VoiceId;
  readonly position: Position;
}) {
  const { t } = useTranslation();
  const { room, decision, voice, position } = props;
  const [isTaking, setTaking] = useState(false);
  const sayer = sayersIn(room)[0]?.id;
  const taken = [...room.state.tasks.values()].some(
    (task) => task.decision === decision.id && task.because === voice && task.voice === sayer,
  );
  const asks = position.position === "with-reservation" && position.words !== "";
  const isOffered = asks && !taken && sayer !== undefined && sayer !== voice;
  if (!isOffered && !isTaking) return null;
  const name = room.state.voices.get(voice)?.profile.name ?? t("record.unknownVoice");
  return (
    <InPlace label={t("decide.takeThisOn")} name={t("decide.takeThisOnFor", { name })} onOpen={setTaking}>
      {(done) => <TaskForm room={room} task={null} decision={decision.id} because={voice} onDone={done} />}
    </InPlace>
  );
}
