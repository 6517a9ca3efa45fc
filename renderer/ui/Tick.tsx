import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";

/** Something to take in or leave out. */
export function Tick(props: {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <CheckboxField isSelected={props.isSelected} onChange={props.onChange}>
      <CheckboxButton className="tick">
        <span className="tick__box" aria-hidden="true" />
        <span>{props.children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
