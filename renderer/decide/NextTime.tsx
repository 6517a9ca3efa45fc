import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { WriteDown } from "./WriteDown.tsx";
import "./decide.css";

/** When to meet again, where, and who might come. */
export function NextTime(props: {
  readonly text: string;
  readonly mayWrite: boolean;
  readonly set: (text: string) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  return (
    <section className="decisions" aria-label={t("decide.nextTime")}>
      <h3>{t("decide.nextTime")}</h3>
      {props.text === "" ? (
        <p className="soft">{t("decide.noNextTime")}</p>
      ) : (
        <p className="decision__words" dir="auto">
          {props.text}
        </p>
      )}
      {props.mayWrite ? (
        <InPlace label={t(props.text === "" ? "decide.setNextTime" : "decide.changeNextTime")}>
          {(done) => (
            <WriteDown
              label={t("decide.nextTimeWords")}
              initial={props.text}
              maxLength={1000}
              keep={props.set}
              onDone={done}
            />
          )}
        </InPlace>
      ) : null}
    </section>
  );
}
