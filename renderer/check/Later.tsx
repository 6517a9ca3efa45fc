import { useTranslation } from "react-i18next";
import type { Successor, VerifiedVoice } from "../../shared/export/verify-outcome.ts";
import { localeForDates } from "../i18n/dates.ts";

/** The record that takes the place of one. It may be agreed by fewer, or by others: who said yes to it is told, and who was not asked. */
export function Later({ later, before }: { readonly later: Successor; readonly before: readonly VerifiedVoice[] }) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(localeForDates(i18n.language), { dateStyle: "long", timeStyle: "short" });
  const list = new Intl.ListFormat(i18n.language);
  const asked = new Set(later.voices);
  const known = before.filter(({ id }) => asked.has(id)).map(({ name }) => name);
  const notAsked = before.filter(({ id }) => !asked.has(id)).map(({ name }) => name);
  const others = known.length < asked.size ? [t("check.replacedByOthers")] : [];
  return (
    <p>
      {t("check.replaced", {
        day: day.format(new Date(later.agreedAt)),
        names: list.format([...known, ...others]),
      })}
      {notAsked.length === 0 ? null : ` ${t("check.notAsked", { names: list.format(notAsked) })}`}
    </p>
  );
}
