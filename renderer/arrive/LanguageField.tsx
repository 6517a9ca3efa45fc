import { useMemo } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { useTranslation } from "react-i18next";
import { namedLanguages } from "./languages.ts";

/** The language someone mostly speaks, found by its own name or by the screen's for it. It can stay empty. */
export function LanguageField(props: {
  readonly value: string | null;
  readonly onChange: (language: string | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const languages = useMemo(() => namedLanguages(i18n.language, props.value), [i18n.language, props.value]);
  return (
    <ComboBox
      className="field"
      defaultItems={languages}
      value={props.value}
      menuTrigger="input"
      onChange={(key) => props.onChange(typeof key === "string" ? key : null)}
    >
      <Label className="field__label">{t("calling.language")}</Label>
      <Text slot="description" className="field__hint">
        {t("calling.languageHint")}
      </Text>
      <Input className="field__input" autoComplete="off" dir="auto" />
      <Popover className="popover arrive__languages">
        <ListBox className="menu" aria-label={t("calling.languages")}>
          {({ language, own, here }: (typeof languages)[number]) => (
            <ListBoxItem id={language} className="menu__item" textValue={own === here ? own : `${own} – ${here}`}>
              <span lang={language} dir="auto">
                {own}
              </span>
              {own === here ? null : <span className="soft">{here}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
