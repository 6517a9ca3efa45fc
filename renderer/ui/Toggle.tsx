import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";

/** A button that stays pressed. Its name does not change with its state; the state is said by `aria-pressed`. */
export function Toggle(props: {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly weight?: "plain" | "quiet";
  readonly children: ReactNode;
}) {
  return (
    <ToggleButton
      className={`button button--${props.weight ?? "plain"}`}
      isSelected={props.isSelected}
      onChange={props.onChange}
    >
      {props.children}
    </ToggleButton>
  );
}
