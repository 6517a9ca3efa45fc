import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Form } from "react-aria-components/Form";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

/** What the person at the centre wishes to call someone who is missing. It may stay empty. */
export function AbsentForm(props: {
  readonly label: string;
  /** Resolves to null where it could not be kept. */
  readonly keep: (called: string) => Promise<object | null>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [called, setCalled] = useState("");
  return (
    <Form
      aria-label={props.label}
      className="people__step"
      onSubmit={(event) => {
        event.preventDefault();
        void props.keep(called).then((kept) => {
          if (kept !== null) props.onDone();
        });
      }}
    >
      <Field
        label={t("absent.name")}
        hint={t("absent.nameHint")}
        value={called}
        maxLength={120}
        autoFocus
        onChange={setCalled}
      />
      <Button type="submit" weight="main">
        {t("absent.keep")}
      </Button>
      <Button weight="quiet" onPress={props.onDone}>
        {t("absent.notNow")}
      </Button>
    </Form>
  );
}
