import { useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

/** One field for a PIN. After another one it is empty again, with the keyboard in it. */
export function GivePin(props: {
  readonly name: string;
  readonly unlock: (pin: string) => Promise<Result<null, Refusal | VaultFailure>>;
}) {
  const { t } = useTranslation();
  const [pin, setPin] = useState("");
  const { run, refused, underWay } = useWish<Refusal | VaultFailure>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused !== null) form.current?.querySelector("input")?.focus();
  }, [refused]);

  const give = async () => {
    await run(async () => {
      // The work takes the whole page's attention: what is said about it has to be on the screen first.
      await afterPaint();
      const unlocked = await props.unlock(pin);
      // Before it is said that this was another: whoever reads that may be writing the next one already.
      setPin((now) => (now.startsWith(pin) ? now.slice(pin.length) : now));
      return unlocked;
    });
  };

  return (
    <Form
      ref={form}
      className="handover__pin"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <Field label={t("pin.giveFor", { name: props.name })} value={pin} onChange={setPin} secret="pin" autoFocus />
      <Button type="submit" weight="main">
        {t("pin.goOn")}
      </Button>
      <Notice>{underWay ? t("pin.underWay") : null}</Notice>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </Form>
  );
}
