import { useTranslation } from "react-i18next";
import type { Voice } from "../../shared/meeting/state.ts";

/** What someone who is not here to speak for themselves can do, where the others write. */
export function ForOthersWords({ profile }: Pick<Voice, "profile">) {
  const { t } = useTranslation();
  const { name, kind } = profile;
  return (
    <p className="soft">{t(kind === "interpreter" ? "forOthers.interpreter" : "forOthers.supporter", { name })}</p>
  );
}
