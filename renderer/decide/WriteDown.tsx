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

/** A few words to be kept, in place. Keeping nothing is the same as not writing. */
export function WriteDown(props: {
  readonly label: string;
  readonly initial: string;
  readonly maxLength: number;
  readonly keep: (text: string) => Promise<Result<unknown, Refusal>>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(props.initial);
  const wish = useWish<Refusal>();
  const keep = async () => {
    const words = text.trim();
    const kept = words === props.initial || (await wish.run(() => props.keep(words))) !== null;
    if (kept) props.onDone();
  };
  return (
    <Form
      className="write-down"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Field label={props.label} value={text} onChange={setText} maxLength={props.maxLength} long autoFocus />
      <div className="page__actions">
        <Button type="submit">{t("decide.keep")}</Button>
        <Button weight="quiet" onPress={props.onDone}>
          {t("decide.notNow")}
        </Button>
      </div>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </Form>
  );
}
