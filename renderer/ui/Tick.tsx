import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import { Text } from "react-aria-components/Text";

/** Something to take in or leave out. */
export function Tick(props: {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  /** What it means, beneath it. */
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <CheckboxField isSelected={props.isSelected} onChange={props.onChange}>
      <CheckboxButton className="tick">
        <span className="tick__box" aria-hidden="true" />
        <span>{props.children}</span>
      </CheckboxButton>
      {props.hint === undefined ? null : (
        <Text slot="description" elementType="p" className="tick__hint soft">
          {props.hint}
        </Text>
      )}
    </CheckboxField>
  );
}
