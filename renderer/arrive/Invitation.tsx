import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Panel } from "../ui/Panel.tsx";

/** The link that brings another laptop to the door of this meeting. */
export function Invitation(props: { readonly link: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<"invitation.copied" | "invitation.notCopied" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.link);
      setCopied("invitation.copied");
    } catch {
      // The browser may keep the clipboard from a page; the link stands in the field and can be taken from there.
      setCopied("invitation.notCopied");
    }
  };
  return (
    <Panel button={t("invitation.button")} title={t("invitation.title")}>
      <p>{t("invitation.lead")}</p>
      <Field label={t("invitation.link")} value={props.link} readOnly onChange={() => undefined} />
      <Button weight="main" onPress={() => void copy()}>
        {t("invitation.copy")}
      </Button>
      <Notice>{copied === null ? null : t(copied)}</Notice>
    </Panel>
  );
}
