import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";
import { LanguageField } from "./LanguageField.tsx";
import type { FillingIn } from "./NameFields.tsx";

/** What helps others to call someone rightly. It begins open only where something of it was filled in. */
export function MoreAboutMe(props: FillingIn) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  // Decided once: what is filled in or emptied in it does not close it under someone's hands.
  const [filledIn] = useState(value.spoken !== "" || value.language !== null);
  return (
    <details className="arrive__more" open={filledIn}>
      <summary>{t("calling.more")}</summary>
      <div className="arrive__column">
        <Field
          label={t("calling.spoken")}
          hint={t("calling.spokenHint")}
          value={value.spoken}
          maxLength={80}
          onChange={(spoken) => onChange({ ...value, spoken })}
        />
        <LanguageField value={value.language} onChange={(language) => onChange({ ...value, language })} />
      </div>
    </details>
  );
}
