import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Decision, Position } from "../../shared/meeting/decided.ts";
import { POSITIONS, type PositionKind } from "../../shared/meeting/shapes.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Field } from "../ui/Field.tsx";
import { useWish } from "../ui/use-wish.ts";
import { FormEnd } from "./FormEnd.tsx";
import { sayersIn, type Room } from "./room.ts";
import { useSayer } from "./use-sayer.ts";
import { WhoSays } from "./WhoSays.tsx";

/** What is filled in for one voice, as long as it is not kept. */
interface Filled {
  readonly position: PositionKind | null;
  readonly mayStand: "no" | "yes" | null;
  readonly words: string;
}

/** Where one voice stands, in its words if it likes. Nobody has to stand anywhere. */
export function PositionForm(props: { readonly decision: Decision; readonly room: Room; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { decision, room, onDone } = props;
  const sayers = sayersIn(room);
  const [voice, choose] = useSayer(sayers);
  const [filled, setFilled] = useState<ReadonlyMap<VoiceId, Filled>>(new Map());
  const wish = useWish<Refusal>();
  if (voice === null) return null;
  const standing = decision.positions.get(voice.id);
  const now = filled.get(voice.id) ?? filledFrom(standing);
  const fill = (change: Partial<Filled>) => setFilled((all) => new Map(all).set(voice.id, { ...now, ...change }));
  const { name } = voice.profile;
  const keep = async () => {
    const { position } = now;
    const taken = position === null ? null : { position, words: now.words.trim(), mayStand: now.mayStand === "yes" };
    const kept =
      taken === null || (await wish.run(() => room.wishes.takePosition(voice.id, decision.id, taken))) !== null;
    if (kept) onDone();
  };
  const takeBack = async () => {
    if ((await wish.run(() => room.wishes.takeBackPosition(voice.id, decision.id))) !== null) onDone();
  };
  return (
    <Form
      className="write-down"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <WhoSays sayers={sayers} chosen={voice} onChoose={choose} />
      <Choices
        autoFocus
        label={t(voice.seated ? "decide.questionAloud" : "decide.question", { name })}
        value={now.position}
        choices={POSITIONS.map((value) => ({ value, label: t(`decide.positions.${value}`) }))}
        onChange={(position) => fill({ position })}
      />
      {now.position === "do-not-agree" ? (
        <Choices
          label={t("decide.mayStand")}
          value={now.mayStand}
          choices={[
            { value: "yes", label: t("decide.mayStandYes") },
            { value: "no", label: t("decide.mayStandNo") },
          ]}
          onChange={(mayStand) => fill({ mayStand })}
        />
      ) : null}
      <Field
        label={voice.seated ? t("decide.wordsAloud", { name }) : t("decide.words")}
        value={now.words}
        onChange={(words) => fill({ words })}
        maxLength={2000}
        long
      />
      <FormEnd wish={wish} onDone={onDone}>
        {standing === undefined ? null : (
          <Button weight="quiet" onPress={() => void takeBack()}>
            {t("decide.takeBackPosition")}
          </Button>
        )}
      </FormEnd>
    </Form>
  );
}

function filledFrom(standing: Position | undefined): Filled {
  if (standing === undefined) return { position: null, mayStand: null, words: "" };
  const { position, mayStand, words } = standing;
  return { position, mayStand: mayStand ? "yes" : null, words };
}
