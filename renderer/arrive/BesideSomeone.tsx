import { useTranslation } from "react-i18next";
import type { Voice } from "../../shared/meeting/state.ts";

/** What a supporter can do, where the others write. */
export function BesideSomeone({ profile }: Pick<Voice, "profile">) {
  const { t } = useTranslation();
  return <p className="soft">{t("forOthers.supporter", { name: profile.name })}</p>;
}
