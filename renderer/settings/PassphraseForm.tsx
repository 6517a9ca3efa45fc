import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import { isSameSecret } from "../../shared/crypto/one-spelling.ts";
import { no } from "../../shared/result.ts";
import type { PassphraseFailure, PassphraseLock } from "../../shared/shell.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

/** Setting a passphrase, changing it, taking it away: what is written is in this form and nowhere else. */
export function PassphraseForm(props: {
  readonly wish: "change" | "remove" | "set";
  readonly lock: PassphraseLock;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { t } = useTranslation();
  const { wish, lock } = props;
  const [present, setPresent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const { run, refused, underWay } = useWish<PassphraseFailure | "different" | "nothingWritten">();

  const carryOut = async () => {
    const done = await run(async () => {
      if (wish !== "remove" && next === "") return no("nothingWritten");
      if (wish !== "remove" && !isSameSecret(next, again)) return no("different");
      await afterPaint();
      return lock.change({
        present: wish === "set" ? null : present,
        next: wish === "remove" ? null : next,
      });
    });
    if (done !== null) props.onDone();
  };

  return (
    <Form
      className="settings__form"
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut();
      }}
    >
      {wish === "set" ? <p>{t("keeping.setLead")}</p> : null}
      {wish === "set" ? null : (
        <Field label={t("keeping.present")} value={present} onChange={setPresent} secret="present" autoFocus />
      )}
      {wish === "remove" ? null : (
        <>
          <Field
            label={t(wish === "set" ? "keeping.next" : "keeping.another")}
            value={next}
            onChange={setNext}
            secret="new"
            autoFocus={wish === "set"}
          />
          <Field label={t("keeping.again")} value={again} onChange={setAgain} secret="new" />
        </>
      )}
      <div className="page__actions">
        <Button type="submit" weight="main">
          {t(`keeping.${WORDS[wish]}`)}
        </Button>
        <Button weight="quiet" onPress={props.onBack}>
          {t("keeping.leaveIt")}
        </Button>
      </div>
      <Notice>{underWay ? t("keeping.underWay") : null}</Notice>
      <Notice role="alert">
        {refused === null
          ? null
          : t(refused === "different" || refused === "nothingWritten" ? `keeping.${refused}` : refusalKey(refused))}
      </Notice>
    </Form>
  );
}

const WORDS = { set: "lock", change: "changeIt", remove: "removeIt" } as const;
