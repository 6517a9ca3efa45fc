import { useTranslation } from "react-i18next";
import { nextMeetingInWords } from "../../shared/meeting/deciding.ts";
import type { NextMeeting } from "../../shared/meeting/decided.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { WriteDown } from "./WriteDown.tsx";
import "./decide.css";

/** When to meet again, where, and who might come. */
export function NextTime(props: {
  readonly next: NextMeeting;
  readonly mayWrite: boolean;
  readonly set: (next: NextMeeting) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  const words = nextMeetingInWords(props.next);
  return (
    <section className="decisions" aria-label={t("decide.nextTime")}>
      <h3>{t("decide.nextTime")}</h3>
      {words === "" ? (
        <p className="soft">{t("decide.noNextTime")}</p>
      ) : (
        <p className="decision__words" dir="auto">
          {words}
        </p>
      )}
      {props.mayWrite ? (
        <InPlace label={t(words === "" ? "decide.setNextTime" : "decide.changeNextTime")}>
          {(done) => (
            <WriteDown
              label={t("decide.nextTimeWords")}
              initial={props.next.text}
              maxLength={1000}
              keep={(text) => props.set({ ...props.next, text })}
              onDone={done}
            />
          )}
        </InPlace>
      ) : null}
    </section>
  );
}
