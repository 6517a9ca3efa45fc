import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Profile } from "../../shared/meeting/shapes.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { draftOfProfile, profileOf } from "./profile-draft.ts";
import { ProfileFields } from "./ProfileFields.tsx";
import "./arrive.css";

/** Being called something else from now on. What one is here as stays as it is. */
export function CallMyselfAnew(props: {
  readonly profile: Profile;
  readonly call: (profile: Profile) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  return <InPlace label={t("calling.change")}>{(done) => <CallingForm {...props} onDone={done} />}</InPlace>;
}

function CallingForm(props: Parameters<typeof CallMyselfAnew>[0] & { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOfProfile(props.profile));
  const { run, refused } = useWish<Refusal>();
  const call = async (): Promise<void> => {
    if ((await run(() => props.call(profileOf(draft, props.profile.name)))) !== null) props.onDone();
  };
  return (
    <div role="group" aria-label={t("calling.change")} className="arrive__column">
      <p className="soft">{t("calling.changeMeans")}</p>
      <ProfileFields asksKind={false} value={draft} onChange={setDraft} />
      <div className="page__actions">
        <Button weight="main" onPress={() => void call()}>
          {t("calling.keep")}
        </Button>
        <Button weight="quiet" onPress={props.onDone}>
          {t("calling.notNow")}
        </Button>
      </div>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </div>
  );
}
