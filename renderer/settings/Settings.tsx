import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Tick } from "../ui/Tick.tsx";
import { Title } from "../ui/Title.tsx";
import { KeptHere, type KeyKeeping } from "./KeptHere.tsx";
import { prefer, TEXT_PERCENTS, type Preferences } from "./preferences.ts";
import { usePreferences } from "./use-preferences.ts";
import "./settings.css";

const THEMES: readonly Preferences["theme"][] = ["system", "light", "dark"];

/** How the program looks on this laptop, and who can read what it keeps. */
export function Settings(props: { readonly keyKeeping: KeyKeeping; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { theme, textPercent, whoseWords, languageHints } = usePreferences();
  return (
    <main className="page">
      <Title page={`${t("settings.title")} · ${t("app.name")}`}>{t("settings.title")}</Title>
      <Choices
        label={t("settings.theme")}
        value={theme}
        choices={THEMES.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        onChange={(chosen) => prefer({ theme: chosen })}
      />
      <Choices
        label={t("settings.textSize")}
        value={String(textPercent)}
        choices={TEXT_PERCENTS.map((percent) => ({
          value: String(percent),
          label: t("settings.textSizeValue", { percent }),
        }))}
        onChange={(percent) => prefer({ textPercent: Number(percent) })}
      />
      <Tick isSelected={whoseWords} onChange={(shown) => prefer({ whoseWords: shown })}>
        {t("settings.whoseWords")}
      </Tick>
      <Tick
        isSelected={languageHints}
        hint={t("settings.languageHintsMean")}
        onChange={(shown) => prefer({ languageHints: shown })}
      >
        {t("settings.languageHints")}
      </Tick>
      <section aria-labelledby="reading-aloud" className="settings__kept">
        <h2 id="reading-aloud">{t("settings.readingAloud")}</h2>
        <p>{t("settings.readingAloudMeans")}</p>
      </section>
      <KeptHere keyKeeping={props.keyKeeping} />
      <div>
        <Button onPress={props.onBack}>{t("settings.back")}</Button>
      </div>
    </main>
  );
}
