import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";
import type { ProfileDraft } from "./profile-draft.ts";

/** What part of a profile is filled in, and who is told of it. */
export interface FillingIn {
  readonly value: ProfileDraft;
  readonly onChange: (value: ProfileDraft) => void;
}

/** What someone is called, and who they are to the others. */
export function NameFields({ value, onChange }: FillingIn) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t("voice.name")}
        value={value.name}
        maxLength={80}
        onChange={(name) => onChange({ ...value, name })}
      />
      <Field
        label={t("voice.relation")}
        hint={t("voice.relationHint")}
        value={value.relation}
        maxLength={120}
        onChange={(relation) => onChange({ ...value, relation })}
      />
    </>
  );
}
