import { useTranslation } from "react-i18next";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import { localeForDates } from "../i18n/dates.ts";
import { Avatar } from "../ui/Avatar.tsx";

/** Who has said yes and when. It is shown for an agreed record only: of a draft nobody is told who has not answered. */
export function Consents(props: { readonly proposed: ProposedRevision; readonly final: boolean }) {
  const { t, i18n } = useTranslation();
  const { proposed } = props;
  const day = new Intl.DateTimeFormat(localeForDates(i18n.language), { dateStyle: "long", timeStyle: "short" });
  if (!props.final) return null;
  return (
    <section className="consents" aria-labelledby="consents-title">
      <h2 id="consents-title">{t("agreed.consents")}</h2>
      <ul className="consents__list">
        {proposed.revision.voices.map(({ id, profile }) => {
          const answer = proposed.answers.get(id);
          return answer?.answer !== "yes" ? null : (
            <li key={id} className="consents__one">
              <Avatar profile={profile} size="small" />
              {t("agreed.consented", { name: profile.name, day: day.format(new Date(answer.document.givenAt)) })}
            </li>
          );
        })}
      </ul>
      <p className="soft">
        {t("agreed.fingerprint")}: <code className="consents__digest">{proposed.digest}</code>
      </p>
    </section>
  );
}
