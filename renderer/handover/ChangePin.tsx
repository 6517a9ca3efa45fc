import { useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Form } from "react-aria-components/Form";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";
import { isSameSecret } from "../../shared/crypto/one-spelling.ts";
import { no, type Result } from "../../shared/result.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

export interface ChangePinProps {
  readonly name: string;
  readonly hasPin: boolean;
  readonly change: (wish: {
    readonly present: string | null;
    readonly next: string | null;
  }) => Promise<Result<null, Refusal | VaultFailure>>;
  readonly onDone: () => void;
}

/** Setting one's PIN, changing it, taking it away, on a small page over the meeting. */
export function ChangePin(props: ChangePinProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && props.onDone()} isDismissable>
      <Modal className="modal">
        <Dialog className="popover__dialog">
          <Heading slot="title" level={2}>
            {t("pin.title", { name: props.name })}
          </Heading>
          <ChangePinForm {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ChangePinForm({ name, hasPin, change, onDone }: ChangePinProps) {
  const { t } = useTranslation();
  const [present, setPresent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const { run, refused, underWay } = useWish<Refusal | VaultFailure | "different">();

  const carryOut = async (wished: string | null) => {
    const done = await run(async () => {
      if (wished !== null && !isSameSecret(wished, again)) return no("different");
      await afterPaint();
      return change({ present: hasPin ? present : null, next: wished });
    });
    if (done !== null) onDone();
  };

  return (
    <Form
      className="handover__change"
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut(next);
      }}
    >
      <p>{t("pin.lead", { name })}</p>
      <p className="soft">{t("pin.honest")}</p>
      {hasPin ? <Field label={t("pin.present")} value={present} onChange={setPresent} secret="pin" autoFocus /> : null}
      <Field
        label={t(hasPin ? "pin.another" : "pin.next")}
        value={next}
        onChange={setNext}
        secret="pin"
        autoFocus={!hasPin}
      />
      <Field label={t("pin.again")} value={again} onChange={setAgain} secret="pin" />
      <div className="page__actions">
        <Button type="submit" weight="main">
          {t(hasPin ? "pin.change" : "pin.set")}
        </Button>
        {hasPin ? <Button onPress={() => void carryOut(null)}>{t("pin.remove")}</Button> : null}
        <Button weight="quiet" onPress={onDone}>
          {t("pin.leaveIt")}
        </Button>
      </div>
      <Notice>{underWay ? t("pin.underWay") : null}</Notice>
      <Notice role="alert">
        {refused === null ? null : refused === "different" ? t("pin.different") : t(refusalKey(refused))}
      </Notice>
    </Form>
  );
}
