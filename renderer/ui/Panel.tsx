import type { ReactNode } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { Button } from "./Button.tsx";

/** A button and, on asking, a small page beside it. Escape or a click elsewhere puts it away. */
export function Panel(props: {
  readonly button: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly weight?: "quiet";
  /** Whether the button is reached by the tab key; in a list with one place for the keyboard only where that is. */
  readonly focusable?: boolean;
}) {
  return (
    <DialogTrigger>
      <Button {...(props.weight && { weight: props.weight })} excludeFromTabOrder={props.focusable === false}>
        {props.button}
      </Button>
      <Popover className="popover" placement="bottom end" isNonModal>
        <Dialog className="popover__dialog">
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          {props.children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
