import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** One of a few: all in view, moved through with the arrow keys. */
export function Choices<Value extends string>(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: Value | null;
  /** `fours`: small pictures, four to a line. */
  readonly arranged?: "fours" | "in-line";
  /** Puts the keyboard on what is chosen, or on the first choice. */
  readonly autoFocus?: boolean;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}) {
  const chosen = (value: string) => {
    const choice = props.choices.find((one) => one.value === value);
    if (choice !== undefined) props.onChange(choice.value);
  };
  return (
    <RadioGroup className={`choices choices--${props.arranged ?? "in-line"}`} value={props.value} onChange={chosen}>
      <Label className="field__label">{props.label}</Label>
      {props.hint === undefined ? null : (
        <Text slot="description" className="field__hint">
          {props.hint}
        </Text>
      )}
      <div className="choices__options">
        {props.choices.map((choice, index) => (
          <RadioField
            key={choice.value}
            value={choice.value}
            autoFocus={props.autoFocus === true && (props.value === null ? index === 0 : choice.value === props.value)}
          >
            <RadioButton className="choice">{choice.label}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
