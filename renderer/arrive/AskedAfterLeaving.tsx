import { useTranslation } from "react-i18next";
import type { Answer } from "../../shared/consent/state.ts";

/** That a text asks a voice also now that it has left, what it has answered, and the way there. */
export function AskedAfterLeaving(props: {
  /** Whether words of its own stand in the text. */
  readonly hasWords: boolean;
  /** Null also where whoever else is at this laptop is not to see it. */
  readonly answer: Answer["answer"] | null;
  readonly readHref: string;
}) {
  const { t } = useTranslation();
  const { answer } = props;
  const asked = props.hasWords ? "leaving.askedOfWords" : "leaving.asked";
  return (
    <section className="left" aria-labelledby="asked-title">
      <h2 id="asked-title" className="area-title">
        {t("leaving.askedTitle")}
      </h2>
      <p>{t(answer === "yes" ? "leaving.saidYes" : answer === "not-yet" ? "leaving.saidNotYet" : asked)}</p>
      <div className="page__actions">
        <a className={answer === null ? "button button--main" : "button"} href={props.readHref}>
          {t(answer === null ? "leaving.read" : "leaving.readAgain")}
        </a>
      </div>
    </section>
  );
}
