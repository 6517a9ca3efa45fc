import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

/** Taking an invitation back: another one takes its place, and whoever holds the one before knocks at no door. */
export function NewInvitation(props: { readonly changeDoor: () => Promise<Result<null, Refusal>> }) {
  const { t } = useTranslation();
  const wish = useWish<Refusal>();
  const [isDone, setIsDone] = useState(false);
  const changeDoor = async () => {
    const changed = await wish.run(() => props.changeDoor());
    setIsDone(changed !== null);
  };
  return (
    <div className="invitation__close">
      <p className="soft">{t("invitation.anewMeans")}</p>
      <Button onPress={() => void changeDoor()}>{t("invitation.anew")}</Button>
      <Notice>{isDone ? t("invitation.anewDone") : null}</Notice>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </div>
  );
}
