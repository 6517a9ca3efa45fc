import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { WriteDown } from "./WriteDown.tsx";
import "./decide.css";

/** When to meet again, where, and who might come. */
export function NextTime(props: {
  readonly text: string;
  readonly mayWrite: boolean;
  readonly set: (text: string) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  return (
    <section className="decisions" aria-label={t("decide.nextTime")}>
      <h3>{t("decide.nextTime")}</h3>
      {writing ? (
        <WriteDown
          label={t("decide.nextTimeWords")}
          initial={props.text}
          maxLength={1000}
          keep={props.set}
          onDone={() => setWriting(false)}
        />
      ) : (
        <>
          {props.text === "" ? (
            <p className="soft">{t("decide.noNextTime")}</p>
          ) : (
            <p className="decision__words" dir="auto">
              {props.text}
            </p>
          )}
          {props.mayWrite ? (
            <div>
              <Button weight="quiet" onPress={() => setWriting(true)}>
                {t(props.text === "" ? "decide.setNextTime" : "decide.changeNextTime")}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}
