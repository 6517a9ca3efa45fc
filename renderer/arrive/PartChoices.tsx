import { Label } from "react-aria-components/Label";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { useTranslation } from "react-i18next";
import { isVoiceKind, PARTS, VOICE_KINDS, type Part } from "../../shared/meeting/shapes.ts";

/** What someone is here as: one of the voices, or, below them, there for someone else's words. */
export function PartChoices(props: { readonly value: Part; readonly onChange: (part: Part) => void }) {
  const { t } = useTranslation();
  const chosen = (value: string) => {
    const part = PARTS.find((one) => one === value);
    if (part !== undefined) props.onChange(part);
  };
  return (
    <RadioGroup className="choices" value={props.value} onChange={chosen}>
      <Label className="field__label">{t("voice.kind")}</Label>
      <Row parts={VOICE_KINDS} />
      <p className="field__hint">{t("forOthers.apart")}</p>
      <Row parts={PARTS.filter((part) => !isVoiceKind(part))} />
      {isVoiceKind(props.value) ? null : <p className="field__hint">{t("forOthers.means")}</p>}
    </RadioGroup>
  );
}

function Row({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useTranslation();
  return (
    <div className="choices__options">
      {parts.map((part) => (
        <RadioField key={part} value={part}>
          <RadioButton className="choice">{t(`voice.kinds.${part}`)}</RadioButton>
        </RadioField>
      ))}
    </div>
  );
}
