import { useTranslation } from "react-i18next";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Notice } from "../ui/Notice.tsx";
import type { Taking } from "./use-taking.ts";

/** What is being made, what became of it, or why there is none. */
export function TakenNotices({ taking }: { readonly taking: Pick<Taking, "lasts" | "refused" | "taken"> }) {
  const { t } = useTranslation();
  const { lasts, refused, taken } = taking;
  return (
    <>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
      <Notice>{lasts ? t("agreed.making") : taken === null ? null : t(`agreed.taken.${taken}`)}</Notice>
    </>
  );
}
