import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";

/** A link that can be copied, or selected where the browser keeps the clipboard to itself. */
export function LinkToCopy(props: { readonly link: string; readonly weight: "main" | "plain" }) {
  const { t } = useTranslation();
  // What was said of one link is not so of another.
  const [copied, setCopied] = useState<{ readonly link: string; readonly isCopied: boolean } | null>(null);
  const copy = async () => {
    const { link } = props;
    try {
      await navigator.clipboard.writeText(link);
      setCopied({ link, isCopied: true });
    } catch {
      // The browser may keep the clipboard from a page; the link stands in the field and can be taken from there.
      setCopied({ link, isCopied: false });
    }
  };
  return (
    <>
      <Field label={t("invitation.link")} value={props.link} readOnly onChange={() => undefined} />
      <Button weight={props.weight} onPress={() => void copy()}>
        {t("invitation.copy")}
      </Button>
      <Notice>
        {copied?.link === props.link ? t(copied.isCopied ? "invitation.copied" : "invitation.notCopied") : null}
      </Notice>
    </>
  );
}
