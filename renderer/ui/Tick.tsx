import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components/Checkbox";

/** Something to take in or leave out. */
export function Tick(props: {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Checkbox className="tick" isSelected={props.isSelected} onChange={props.onChange}>
      <span className="tick__box" aria-hidden="true" />
      <span>{props.children}</span>
    </Checkbox>
  );
}
