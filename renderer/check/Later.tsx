import { useTranslation } from "react-i18next";
import { askedLater, type Successor, type VerifiedVoice } from "../../shared/export/verify-outcome.ts";
import { momentsIn } from "../i18n/dates.ts";

/** The record that takes the place of one. It may be agreed by fewer, or by others: who said yes to it is told, and who was not asked. */
export function Later({ later, before }: { readonly later: Successor; readonly before: readonly VerifiedVoice[] }) {
  const { t, i18n } = useTranslation();
  const day = momentsIn(i18n.language);
  const list = new Intl.ListFormat(i18n.language);
  const { agreed, notAsked, others } = askedLater(later, before);
  return (
    <p>
      {t("check.replaced", {
        day: day.format(new Date(later.agreedAt)),
        names: list.format([...agreed, ...(others > 0 ? [t("check.replacedByOthers")] : [])]),
      })}
      {notAsked.length === 0 ? null : ` ${t("check.notAsked", { names: list.format(notAsked) })}`}
    </p>
  );
}
