import { useTranslation } from "react-i18next";
import type { Answer, ProposedRevision } from "../../shared/consent/state.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { momentsIn } from "../i18n/dates.ts";
import { Avatar } from "../ui/Avatar.tsx";

/** Who has said yes, when and how, and who has taken it back since. Shown for an agreed record only: of a draft nobody is told who has not answered. */
export function Consents(props: { readonly proposed: ProposedRevision; readonly final: boolean }) {
  const { t } = useTranslation();
  const { proposed } = props;
  if (!props.final) return null;
  return (
    <section className="consents" aria-labelledby="consents-title">
      <h2 id="consents-title">{t("agreed.consents")}</h2>
      <ul className="consents__list">
        {proposed.revision.voices.map(({ id, profile }) => {
          const answer = proposed.answers.get(id);
          return answer === undefined || answer.answer === "not-yet" ? null : (
            <li key={id} className="consents__one">
              <Avatar profile={profile} size="small" />
              <Consented proposed={proposed} name={profile.name} answer={answer} />
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

function Consented(props: {
  readonly proposed: ProposedRevision;
  readonly name: string;
  readonly answer: Exclude<Answer, { readonly answer: "not-yet" }>;
}) {
  const { t, i18n } = useTranslation();
  const { name, answer } = props;
  const { document, witness } = answer;
  const day = momentsIn(i18n.language);
  const nameOf = (voice: VoiceId) =>
    props.proposed.revision.voices.find(({ id }) => id === voice)?.profile.name ?? t("record.unknownVoice");
  return (
    <div>
      <p>{t("agreed.consented", { name, day: day.format(new Date(document.givenAt)) })}</p>
      {document.scribe === undefined || witness === null ? null : (
        <p className="soft">
          {t("paper.saidAloud", { scribe: nameOf(document.scribe), witness: nameOf(witness.witness) })}
        </p>
      )}
      {answer.answer === "withdrawn" ? (
        <p>{t("agreed.withdrawn", { name, day: day.format(new Date(answer.withdrawal.withdrawnAt)) })}</p>
      ) : null}
    </div>
  );
}
