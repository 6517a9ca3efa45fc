import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { PassphraseFailure, VaultFailure } from "../../shared/shell.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import "./unlock.css";

/** A lock that asks for a passphrase. */
export interface Lock {
  open(passphrase: string): Promise<Result<null, PassphraseFailure>>;
  /** Erases everything that is kept here. */
  startEmpty(): Promise<Result<null, VaultFailure>>;
}

/** What stands before everything else where a person has set a passphrase. It counts nothing and locks nobody out. */
export function Unlock(props: { readonly lock: Lock; readonly onOpened: () => void; readonly onEmptied: () => void }) {
  const { t } = useTranslation();
  const { lock, onOpened } = props;
  const [passphrase, setPassphrase] = useState("");
  const { run, refused, underWay } = useWish<PassphraseFailure>();

  const open = async () => {
    const opened = await run(async () => {
      await afterPaint();
      return lock.open(passphrase);
    });
    if (opened === null) setPassphrase("");
    else onOpened();
  };

  return (
    <main className="page page--column">
      <header>
        <Title page={t("app.name")}>{t("unlock.title")}</Title>
        <p>{t("unlock.lead")}</p>
      </header>
      <Form
        className="unlock"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Field label={t("unlock.passphrase")} value={passphrase} onChange={setPassphrase} secret="present" />
        <div className="page__actions">
          <Button type="submit" weight="main">
            {t("unlock.open")}
          </Button>
        </div>
      </Form>
      <Notice>{underWay ? t("unlock.opening") : null}</Notice>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
      <InPlace label={t("unlock.forgotten")}>
        {(done) => <StartEmpty lock={lock} onEmptied={props.onEmptied} onBack={done} />}
      </InPlace>
    </main>
  );
}

/** What can be done without the passphrase, said as it is, and asked once more before it is done. */
function StartEmpty(props: { readonly lock: Lock; readonly onEmptied: () => void; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const { run, refused } = useWish<VaultFailure>();
  const erase = async () => {
    if ((await run(() => props.lock.startEmpty())) !== null) props.onEmptied();
  };
  return (
    <section aria-labelledby="unlock-forgotten" className="unlock__forgotten">
      <h2 id="unlock-forgotten">{t("unlock.forgotten")}</h2>
      <p>{t("unlock.nobodyCan")}</p>
      <p>{t(sure ? "unlock.sure" : "unlock.startEmptyLead")}</p>
      <div className="page__actions">
        {sure ? (
          <Button onPress={() => void erase()}>{t("unlock.erase")}</Button>
        ) : (
          <Button onPress={() => setSure(true)}>{t("unlock.startEmpty")}</Button>
        )}
        <Button weight="quiet" onPress={props.onBack}>
          {t("unlock.leaveIt")}
        </Button>
      </div>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </section>
  );
}
