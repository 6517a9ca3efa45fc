import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

/** Has everyone let go of what was crossed out of the text: it says first what that means, because nobody can undo it. */
export function ForgetCrossedOut(props: { readonly forget: () => Promise<Result<null, Refusal>> }) {
  const { t } = useTranslation();
  const { run, refused } = useWish<Refusal>();
  const [asked, setAsked] = useState(false);
  const forget = async (done: () => void): Promise<void> => {
    if ((await run(props.forget)) === null) return;
    setAsked(true);
    done();
  };
  return (
    <div className="summary__forget">
      <InPlace label={t("summary.forget")}>
        {(done) => (
          <div role="group" aria-label={t("summary.forget")}>
            <p className="soft">{t("summary.forgetMeans")}</p>
            <Button onPress={() => void forget(done)}>{t("summary.forgetNow")}</Button>
            <Button weight="quiet" onPress={done}>
              {t("summary.forgetNot")}
            </Button>
          </div>
        )}
      </InPlace>
      <Notice>{asked ? t("summary.forgotten") : null}</Notice>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </div>
  );
}
