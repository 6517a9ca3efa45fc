import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { DecisionId, VoiceId } from "../../shared/feed/ids.ts";
import type { Task } from "../../shared/meeting/decided.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { useWish } from "../ui/use-wish.ts";
import { FormEnd } from "./FormEnd.tsx";
import { sayersIn, type Room } from "./room.ts";
import { useSayer } from "./use-sayer.ts";
import { WhoSays } from "./WhoSays.tsx";

/** What a voice takes on in its own name, or what it has taken on and changes. */
export function TaskForm(props: {
  readonly room: Room;
  /** What it has taken on; null where it is something new. */
  readonly task: Task | null;
  readonly decision: DecisionId | null;
  readonly because: VoiceId | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { room, task, decision, because, onDone } = props;
  const sayers = sayersIn(room).filter(({ id }) => task === null || task.voice === id);
  const [voice, choose] = useSayer(sayers);
  const [what, setWhat] = useState(task?.what ?? "");
  const [until, setUntil] = useState(task?.until ?? "");
  const wish = useWish<Refusal>();
  if (voice === null) return null;
  const untouched = task === null ? because === null && what.trim() === "" : task.what === what && task.until === until;
  const keep = async () => {
    const change = { what: what.trim(), until: until.trim() };
    const wished = () =>
      task === null
        ? room.wishes.takeOn(voice.id, { decision, because, ...change })
        : room.wishes.changeTask(task.id, change);
    if (untouched || (await wish.run<unknown>(wished)) !== null) onDone();
  };
  const letGo = async (held: Task) => {
    if ((await wish.run(() => room.wishes.letGoOfTask(held.id))) !== null) onDone();
  };
  const { name } = voice.profile;
  return (
    <Form
      className="write-down"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <WhoSays sayers={sayers} chosen={voice} onChoose={choose} />
      <Field
        label={voice.seated ? t("decide.taskWordsAloud", { name }) : t("decide.taskWords")}
        {...(because === null ? {} : { hint: t("decide.taskWordsHint") })}
        value={what}
        onChange={setWhat}
        maxLength={1000}
        long
        autoFocus
      />
      <Field
        label={t("decide.taskUntil")}
        hint={t("decide.taskUntilHint")}
        value={until}
        onChange={setUntil}
        maxLength={120}
      />
      <FormEnd wish={wish} onDone={onDone}>
        {task === null ? null : (
          <Button weight="quiet" onPress={() => void letGo(task)}>
            {t("decide.letGo")}
          </Button>
        )}
      </FormEnd>
    </Form>
  );
}
