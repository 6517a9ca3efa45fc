import { useTranslation } from "react-i18next";
import type { Verification } from "../../shared/export/verify-outcome.ts";
import { momentsIn } from "../i18n/dates.ts";

/** What a file says of itself: which record it is of, for whom, and who said yes to it, when and how. */
export function Facts({ verification, proven }: { readonly verification: Verification; readonly proven: boolean }) {
  const { t, i18n } = useTranslation();
  const { notice, meeting, reader, frozenAt, digest, voices, supersedes, madeBy, madeAt } = verification;
  const moment = momentsIn(i18n.language);
  const day = (iso: string) => moment.format(new Date(iso));
  // Keys are worth comparing where every yes was signed with them; a notice calls nobody by a name.
  const named = proven && !notice;
  const facts: readonly (readonly [label: string, fact: string])[] = [
    ...(notice || meeting === null
      ? []
      : [[t("check.meeting"), meeting.name === "" ? t("check.unnamed") : meeting.name] as const]),
    ...(notice ? [] : [[t("check.reader"), reader === "" ? t("agreed.room") : reader] as const]),
    ...(frozenAt === null ? [] : [[t("check.frozen"), day(frozenAt)] as const]),
    ...(madeAt === null ? [] : [[t("check.taken"), t("check.takenBy", { name: madeBy, day: day(madeAt) })] as const]),
  ];
  return (
    <>
      {proven ? null : <p className="soft">{t("check.says")}</p>}
      <dl className="check__facts">
        {facts.map(([label, fact]) => (
          <div key={label}>
            <dt className="soft">{label}</dt>
            <dd>
              <bdi>{fact}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t("agreed.consents")}</h3>
      <ul className="check__consents">
        {voices.map(({ id, name, saidYesAt, shortKey, aloud }) => (
          <li key={id}>
            {t("agreed.consented", { name, day: day(saidYesAt) })}
            {aloud === null ? null : <span className="soft">, {t("paper.saidAloud", aloud)}</span>}
            {!named ? null : (
              <small className="soft check__key">
                {t("check.key")}: <code>{shortKey}</code>
              </small>
            )}
          </li>
        ))}
      </ul>
      {named ? <p className="soft">{t("check.names")}</p> : null}
      {supersedes === null ? null : <p className="soft">{t("check.replaces")}</p>}
      <p className="soft">
        {t("agreed.fingerprint")}: <code className="check__digest">{digest}</code>
      </p>
    </>
  );
}
