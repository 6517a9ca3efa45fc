import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button } from "./Button.tsx";

/**
 * A quiet button that makes room, where it stands, for something to be filled in. When that is done the button is there
 * again, with the keyboard on it.
 */
export function InPlace(props: { readonly label: string; readonly children: (done: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (!open && comesBack.current) button.current?.focus();
    comesBack.current = open;
  }, [open]);
  if (open) return props.children(() => setOpen(false));
  return (
    <div>
      <Button ref={button} weight="quiet" onPress={() => setOpen(true)}>
        {props.label}
      </Button>
    </div>
  );
}
