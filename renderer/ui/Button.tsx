import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";

/** `main`: the one thing this place is for. `quiet`: there when wanted, never in the way. */
export type ButtonWeight = "main" | "plain" | "quiet";

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style"> {
  readonly weight?: ButtonWeight;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button. It keeps the focus where it is unless the person moves it. */
export function Button({ weight = "plain", ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`button button--${weight}`} />;
}
