import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

/** Leaving the meeting: what it means stands there before the wish is in reach. */
export function Leave(props: { readonly name: string; readonly leave: () => Promise<Result<null, Refusal>> }) {
  const { t } = useTranslation();
  const { run, refused } = useWish<Refusal>();
  return (
    <InPlace label={t("leaving.open")}>
      {(done) => (
        <div role="group" aria-label={t("leaving.open")} className="people__step">
          <p className="soft">{t("leaving.means")}</p>
          <Button onPress={() => void run(props.leave)}>{t("leaving.leave", { name: props.name })}</Button>
          <Button weight="quiet" onPress={done}>
            {t("leaving.stay")}
          </Button>
          <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
        </div>
      )}
    </InPlace>
  );
}
