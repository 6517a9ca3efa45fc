import { useTranslation } from "react-i18next";
import { Field } from "../ui/Field.tsx";

/** A PIN somebody may choose on arriving, typed twice, as nobody can bring it back. */
export interface PinDraft {
  readonly next: string;
  readonly again: string;
}

/** No PIN: nothing is asked for. */
export const NO_PIN: PinDraft = { next: "", again: "" };

/** Two fields that may stay empty. */
export function PinFields(props: {
  readonly value: PinDraft;
  readonly onChange: (value: PinDraft) => void;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  return (
    <div className="arrive__pin">
      <Field
        label={t("pin.arriving")}
        hint={t("pin.arrivingHint")}
        value={value.next}
        secret="pin"
        autoFocus={props.autoFocus ?? false}
        onChange={(next) => onChange({ ...value, next })}
      />
      {value.next === "" ? null : (
        <Field
          label={t("pin.again")}
          value={value.again}
          secret="pin"
          onChange={(again) => onChange({ ...value, again })}
        />
      )}
      {value.next === "" ? null : <p className="soft">{t("pin.honest")}</p>}
    </div>
  );
}
