import type { i18n } from "i18next";
import type { CardStrings } from "../../shared/export/arrangements-card.ts";

/** The sentences of the card, out of the catalogue and in the language of the screen. */
export function cardStrings({ t, language, dir }: Pick<i18n, "dir" | "language" | "t">): CardStrings {
  return {
    language,
    direction: dir(language),
    title: t("card.paperTitle"),
    meaning: t("card.paperMeaning"),
    nextHeading: t("text.nextTime"),
    when: t("decide.nextWhen"),
    where: t("decide.nextWhere"),
    who: t("decide.nextWho"),
    comesHeading: t("card.comes"),
    ringHeading: t("card.ring"),
    nothing: t("card.paperNothing"),
  };
}
