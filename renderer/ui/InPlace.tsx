import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "./Button.tsx";

/**
 * A quiet button that makes room, where it stands, for something to be filled in. When that is done the button is there
 * again, with the keyboard on it unless somebody has gone elsewhere meanwhile; until then the keyboard is in what is filled in.
 */
export function InPlace(props: {
  readonly label: string;
  /** The whole of its name for who does not see what it stands beside. It begins with the label. */
  readonly name?: string;
  readonly children: (done: () => void) => ReactNode;
  /** False: it is out of sight for now; what is filled in is there again afterwards. */
  readonly offered?: boolean;
  /** Told whenever there is room, or no room any more, for something to be filled in. */
  readonly onOpen?: (isOpen: boolean) => void;
}) {
  const { offered = true, onOpen } = props;
  const [open, setOpen] = useState(false);
  const show = (next: boolean) => {
    setOpen(next);
    onOpen?.(next);
  };
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const comesBack = useRef(false);
  // Before the next key: what is gone has left the keyboard nowhere.
  useLayoutEffect(() => {
    if (!open && comesBack.current && document.activeElement === document.body) button.current?.focus();
    // What is filled in may take the keyboard to its first field; where it does not, it begins at the whole.
    if (open && place.current?.contains(document.activeElement) === false) place.current.focus();
    comesBack.current = open;
  }, [open]);
  if (open) {
    return (
      <div ref={place} tabIndex={-1} className="in-place" hidden={!offered}>
        {props.children(() => show(false))}
      </div>
    );
  }
  return (
    <div hidden={!offered}>
      <Button
        ref={button}
        weight="quiet"
        {...(props.name === undefined ? {} : { "aria-label": props.name })}
        onPress={() => show(true)}
      >
        {props.label}
      </Button>
    </div>
  );
}
