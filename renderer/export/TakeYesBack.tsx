import { useEffect, useRef } from "react";
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
  const now = props.waits ? "waits" : answer?.answer;
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(now);
  useEffect(() => {
    // The button that was pressed is gone: the keyboard stays where the answer now stands. Whoever is elsewhere stays there.
    if (before.current !== now && document.activeElement === document.body) {
      place.current?.focus({ preventScroll: true });
    }
    before.current = now;
  }, [now]);
  if (answer === undefined || answer.answer === "not-yet") return null;
  const takenBack = answer.answer === "withdrawn";

  return (
    <div ref={place} tabIndex={-1} className="yes">
      <Notice>
        {props.waits
          ? t("agreed.yes.waits", { name })
          : takenBack
            ? t(voice.seated ? "agreed.yes.hasTakenBack" : "agreed.yes.takenBack", { name })
            : null}
      </Notice>
      {props.waits ? null : takenBack ? (
        <div>
          <Button weight="quiet" onPress={() => void wish.run(() => wishes.consent(voice.id))}>
            {t(voice.seated ? "agreed.yes.againAloud" : "agreed.yes.again", { name })}
          </Button>
        </div>
      ) : (
        <TakingBack voice={voice} onTakeBack={() => void wish.run(() => wishes.withdrawConsent(voice.id))} />
      )}
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </div>
  );
}

/** The first step says what it does and what it cannot do; the second does it. */
function TakingBack({ voice, onTakeBack }: { readonly voice: Voice; readonly onTakeBack: () => void }) {
  const { t } = useTranslation();
  const { name } = voice.profile;
  const label = t(voice.seated ? "agreed.yes.openAloud" : "agreed.yes.open", { name });
  return (
    <InPlace label={label} name={voice.seated ? label : t("agreed.yes.openOf", { label, name })}>
      {(done) => (
        <div className="yes">
          <p>{t("agreed.yes.means")}</p>
          <p>{t("agreed.yes.copies")}</p>
          <div className="page__actions">
            <Button onPress={onTakeBack}>
              {t(voice.seated ? "agreed.yes.takeAloud" : "agreed.yes.take", { name })}
            </Button>
            <Button weight="quiet" onPress={done}>
              {t("agreed.yes.leave")}
            </Button>
          </div>
        </div>
      )}
    </InPlace>
  );
}
