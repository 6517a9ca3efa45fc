import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

/** A line of the card: who, and when they come or how they are reached. */
export interface Line {
  readonly who: string;
  readonly said: string;
}

/** What a line of one kind is asked for. */
export interface Asked {
  readonly who: string;
  readonly said: string;
  readonly saidHint?: string;
  readonly longest: number;
}

/** One line to be written, or rewritten. Left empty, nothing is written. */
export function LineForm(props: {
  readonly label: string;
  readonly asked: Asked;
  readonly begins: Line;
  /** Writes the line; null takes out the one that is there. */
  readonly note: (line: Line | null) => Promise<Result<null, Refusal>>;
  readonly canTakeOut: boolean;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const { asked, begins, note, onDone } = props;
  const [line, setLine] = useState(begins);
  const wish = useWish<Refusal>();
  const keep = async (next: Line | null) => {
    if ((await wish.run(() => note(next))) !== null) onDone();
  };
  const says = line.who.trim() !== "" || line.said.trim() !== "";
  return (
    <Form
      aria-label={props.label}
      className="arrangements__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (says) void keep(line);
        else onDone();
      }}
    >
      <Field
        label={asked.who}
        value={line.who}
        maxLength={120}
        autoFocus
        onChange={(who) => setLine({ ...line, who })}
      />
      <Field
        label={asked.said}
        {...(asked.saidHint === undefined ? {} : { hint: asked.saidHint })}
        value={line.said}
        maxLength={asked.longest}
        onChange={(said) => setLine({ ...line, said })}
      />
      <div className="page__actions">
        <Button type="submit" weight="main">
          {t("card.keep")}
        </Button>
        {props.canTakeOut ? <Button onPress={() => void keep(null)}>{t("card.takeOut")}</Button> : null}
        <Button weight="quiet" onPress={onDone}>
          {t("card.notNow")}
        </Button>
      </div>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </Form>
  );
}
