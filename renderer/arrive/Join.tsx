import { useCallback, useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components/Form";
import { useTranslation } from "react-i18next";
import type { VaultFailure } from "../../shared/shell.ts";
import type { Meetings, MeetingSession } from "../session/meeting-session.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import "./arrive.css";

/** Opening a meeting with an invitation: pasted here, or brought along in the address. */
export function Join(props: {
  readonly join: Meetings["join"];
  readonly invitation: string | null;
  readonly onJoined: (session: MeetingSession) => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { join, invitation, onJoined } = props;
  const [link, setLink] = useState("");
  const { run, refused, underWay } = useWish<VaultFailure | "invitation-unreadable" | "not-saved">();

  const open = useCallback(
    async (text: string) => {
      const joined = await run(() => join(text));
      if (joined !== null) onJoined(joined.value);
    },
    [run, join, onJoined],
  );

  // An invitation that came with the address is opened once, even where React runs an effect twice.
  const brought = useRef<string | null>(null);
  useEffect(() => {
    if (invitation === null || brought.current === invitation) return;
    brought.current = invitation;
    void open(invitation);
  }, [invitation, open]);

  return (
    <main className="page">
      <header>
        <Title page={`${t("join.title")} · ${t("app.name")}`}>{t("join.title")}</Title>
        <p>{t("join.lead")}</p>
      </header>
      <Form
        className="arrive__column"
        onSubmit={(event) => {
          event.preventDefault();
          void open(link.trim());
        }}
      >
        <Field label={t("join.link")} value={link} onChange={setLink} />
        <div className="page__actions">
          <Button type="submit" weight="main">
            {t("join.open")}
          </Button>
          <a className="button" href={props.backHref}>
            {t("join.back")}
          </a>
        </div>
        <Notice>{underWay ? t("join.opening") : null}</Notice>
        <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
      </Form>
    </main>
  );
}
