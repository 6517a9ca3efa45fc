import { useTranslation } from "react-i18next";
import { isProven, outcomeOf, type Verification } from "../../shared/export/verify-outcome.ts";
import { namesOf } from "../../shared/export/voice-names.ts";
import { momentsIn } from "../i18n/dates.ts";
import { RevisionText } from "../ui/RevisionText.tsx";
import { faultSentence } from "./fault-sentence.ts";
import { Facts } from "./Facts.tsx";
import { Later } from "./Later.tsx";

/** As many as anyone reads; a file that was made to keep someone waiting could have any number. */
const MOST_FAULTS = 20;

/** What came of checking one file: whether it is what was agreed, who said yes, what has become of it, and its text. */
export function Checked(props: {
  readonly place: number;
  readonly name: string;
  readonly verification: Verification;
  /** Whether its text is open from the beginning: one text is at a time, so that none is taken for another. */
  readonly opens: boolean;
  /** Whether this laptop knows the record too. */
  readonly knowsMore: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { verification } = props;
  const { copy, faults, withdrawn, givenAgain, supersededBy, notice } = verification;
  const outcome = outcomeOf(verification);
  const proven = isProven(verification);
  const title = `checked-${String(props.place)}`;
  const day = momentsIn(i18n.language);
  return (
    <section className="sheet check__one" aria-labelledby={title} data-outcome={outcome}>
      <h2 id={title}>
        <bdi>{props.name}</bdi>
      </h2>
      <p className="check__outcome">{t(`check.outcome.${outcome}`)}</p>
      {faults.length === 0 ? null : (
        <>
          {outcome === "unknown" ? null : <h3>{t("check.faults")}</h3>}
          <ul>
            {faults.slice(0, MOST_FAULTS).map((fault) => (
              <li key={`${fault.part} ${fault.why}`}>{faultSentence(t, fault, verification)}</li>
            ))}
          </ul>
        </>
      )}
      {!proven ? null : (
        <div className="check__since">
          {withdrawn.length === 0 ? null : (
            <>
              <p>{t("check.withdrawnLead")}</p>
              {withdrawn.map(({ id, name, withdrawnAt }) => (
                <p key={id}>{t("agreed.withdrawn", { name, day: day.format(new Date(withdrawnAt)) })}</p>
              ))}
            </>
          )}
          {!notice
            ? null
            : givenAgain.map(({ id, name, withdrawnAt, givenAgainAt }) => (
                <p key={id}>
                  {t("check.givenAgain", {
                    name,
                    day: day.format(new Date(withdrawnAt)),
                    again: day.format(new Date(givenAgainAt)),
                  })}
                </p>
              ))}
          {supersededBy === null ? null : <Later later={supersededBy} before={verification.voices} />}
          {withdrawn.length > 0 || supersededBy !== null || notice || outcome === "around" ? null : (
            <p className="soft">{t(props.knowsMore ? "check.nothingSinceHere" : "check.nothingSince")}</p>
          )}
        </div>
      )}
      {outcome === "unknown" ? null : <Facts verification={verification} proven={proven} />}
      {copy === null ? null : (
        <details name="checked-text" className="check__text" open={proven && props.opens}>
          <summary>{t(proven ? "check.text" : "check.textClaimed")}</summary>
          {proven && verification.form !== "bundle" ? <p className="soft">{t("check.compare")}</p> : null}
          <RevisionText revision={toldApart(copy)} />
        </details>
      )}
    </section>
  );
}

/** The text with every voice called as no other, as on a paper of it. */
function toldApart(copy: NonNullable<Verification["copy"]>): NonNullable<Verification["copy"]> {
  const names = namesOf(copy.voices);
  const voices = copy.voices.map((voice) => {
    const { id, profile } = voice;
    return { ...voice, profile: { ...profile, name: names.get(id) ?? profile.name } };
  });
  return { ...copy, voices };
}
