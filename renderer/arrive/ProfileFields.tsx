import { useTranslation } from "react-i18next";
import { VOICE_KINDS } from "../../shared/meeting/shapes.ts";
import { Choices } from "../ui/Choices.tsx";
import { AppearanceFields } from "./AppearanceFields.tsx";
import { NameFields, type FillingIn } from "./NameFields.tsx";

/** Who someone is in the room, one question under the other, each of which may be passed over. */
export function ProfileFields(
  props: FillingIn & {
    /** Whether it is asked which kind of voice they are; where it is not, that stays as it is. */
    readonly asksKind: boolean;
  },
) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  return (
    <>
      <NameFields value={value} onChange={onChange} />
      {props.asksKind ? (
        <Choices
          label={t("voice.kind")}
          value={value.kind}
          choices={VOICE_KINDS.map((kind) => ({ value: kind, label: t(`voice.kinds.${kind}`) }))}
          onChange={(kind) => onChange({ ...value, kind })}
        />
      ) : null}
      <AppearanceFields value={value} onChange={onChange} />
    </>
  );
}
