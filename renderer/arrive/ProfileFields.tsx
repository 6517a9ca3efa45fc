import { useTranslation } from "react-i18next";
import { COLOURS, VOICE_KINDS } from "../../shared/meeting/shapes.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Field } from "../ui/Field.tsx";
import { MoreAboutMe } from "./MoreAboutMe.tsx";
import { PartChoices } from "./PartChoices.tsx";
import type { ProfileDraft } from "./profile-draft.ts";

/** Who you are in the room: a few questions, each of which may be passed over. */
export function ProfileFields(props: {
  readonly value: ProfileDraft;
  readonly onChange: (value: ProfileDraft) => void;
  /** Whether it is asked what they are here as, or only which kind of voice; `no-part` where that stays as it is. */
  readonly asking?: "anyone" | "no-part" | "voice";
}) {
  const { t } = useTranslation();
  const { value, onChange, asking = "anyone" } = props;
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
      {asking === "voice" ? (
        <Choices
          label={t("voice.kind")}
          value={value.kind}
          choices={VOICE_KINDS.map((kind) => ({ value: kind, label: t(`voice.kinds.${kind}`) }))}
          onChange={(kind) => onChange({ ...value, kind })}
        />
      ) : null}
      {asking === "anyone" ? (
        <PartChoices value={value.kind} onChange={(kind) => onChange({ ...value, kind })} />
      ) : null}
      <Choices
        label={t("voice.colour")}
        arranged="fours"
        value={value.colour}
        choices={COLOURS.map((colour) => ({
          value: colour,
          label: (
            <>
              <Avatar size="small" profile={{ name: value.name, colour }} />
              {t(`voice.colours.${colour}`)}
            </>
          ),
        }))}
        onChange={(colour) => onChange({ ...value, colour })}
      />
      <MoreAboutMe value={value} onChange={onChange} />
    </>
  );
}
