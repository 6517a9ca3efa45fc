import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { Wishing } from "../ui/use-wish.ts";

/** How every form here ends: it is kept, or left as if it had never been opened. */
export function FormEnd(props: {
  readonly wish: Wishing<Refusal>;
  readonly onDone: () => void;
  /** What else can be done with what is there already. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { refused } = props.wish;
  return (
    <>
      <div className="page__actions">
        <Button type="submit">{t("decide.keep")}</Button>
        <Button weight="quiet" onPress={props.onDone}>
          {t("decide.notNow")}
        </Button>
        {props.children}
      </div>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </>
  );
}
