import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { Called } from "../../shared/meeting/called.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

/** How one voice wishes to be called for one reader. */
export function NamingForm(props: {
  readonly question: string;
  readonly hint: string | null;
  /** What it has wished so far, or null. */
  readonly called: Called | null;
  readonly wish: (called: Called | null) => Promise<unknown>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [called, setCalled] = useState(props.called ?? { name: "", relation: "" });
  return (
    <Form
      aria-label={props.question}
      className="readers__form"
      onSubmit={(event) => {
        event.preventDefault();
        void props.wish(called.name.trim() === "" ? null : called);
      }}
    >
      <p>{props.question}</p>
      {props.hint === null ? null : <p className="soft">{props.hint}</p>}
      <Field
        label={t("readers.wishName")}
        value={called.name}
        maxLength={80}
        autoFocus
        onChange={(name) => setCalled({ ...called, name })}
      />
      <Field
        label={t("readers.wishRelation")}
        value={called.relation}
        maxLength={120}
        onChange={(relation) => setCalled({ ...called, relation })}
      />
      <div className="page__actions">
        <Button type="submit" weight="main">
          {t("readers.keep")}
        </Button>
        {props.called === null ? null : (
          <Button onPress={() => void props.wish(null)}>{t("readers.likeInRoom")}</Button>
        )}
        <Button weight="quiet" onPress={props.onDone}>
          {t("readers.notNow")}
        </Button>
      </div>
    </Form>
  );
}
