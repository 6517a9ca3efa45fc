import { useTranslation } from "react-i18next";
import type { Answer } from "../../shared/consent/state.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

/** The ways of a voice with its yes to a record that is agreed. */
export interface YesWishes {
  readonly withdrawConsent: (voice: Voice["id"]) => Promise<Result<null, Refusal>>;
  readonly consent: (voice: Voice["id"]) => Promise<Result<null, Refusal>>;
}

/**
 * What a voice can do with its yes once the text is agreed: take it back, after reading what that does and what it cannot
 * do; and say yes again. The record stays what was agreed.
 */
export function TakeYesBack(props: {
  readonly voice: Voice;
  readonly answer: Answer | undefined;
  /** Whether something it said of its yes was written down for it and waits for a witness. */
  readonly waits: boolean;
  readonly wishes: YesWishes;
}) {
  const { t } = useTranslation();
  const { voice, answer, wishes } = props;
  const wish = useWish<Refusal>();
  const { name } = voice.profile;
  if (answer === undefined || answer.answer === "not-yet") return null;
  const refused = <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>;

  if (props.waits) return <p role="status">{t("agreed.yes.waits", { name })}</p>;
  if (answer.answer === "withdrawn") {
    return (
      <div className="yes">
        <p role="status">{t(voice.seated ? "agreed.yes.hasTakenBack" : "agreed.yes.takenBack", { name })}</p>
        <div>
          <Button weight="quiet" onPress={() => void wish.run(() => wishes.consent(voice.id))}>
            {t(voice.seated ? "agreed.yes.againAloud" : "agreed.yes.again", { name })}
          </Button>
        </div>
        {refused}
      </div>
    );
  }
  const label = t(voice.seated ? "agreed.yes.openAloud" : "agreed.yes.open", { name });
  return (
    <InPlace label={label} name={voice.seated ? label : t("agreed.yes.openOf", { label, name })}>
      {(done) => (
        <div className="yes">
          <p>{t("agreed.yes.means")}</p>
          <p>{t("agreed.yes.copies")}</p>
          <div className="page__actions">
            <Button onPress={() => void wish.run(() => wishes.withdrawConsent(voice.id))}>
              {t(voice.seated ? "agreed.yes.takeAloud" : "agreed.yes.take", { name })}
            </Button>
            <Button weight="quiet" onPress={done}>
              {t("agreed.yes.leave")}
            </Button>
          </div>
          {refused}
        </div>
      )}
    </InPlace>
  );
}
