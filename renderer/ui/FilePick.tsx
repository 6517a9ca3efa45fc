import type { Ref } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button, type ButtonWeight } from "./Button.tsx";

/** A button that has the person choose files of their own. They are read on this laptop only. */
export function FilePick({
  label,
  accept,
  several = false,
  weight = "plain",
  ref = null,
  onFiles,
}: {
  readonly label: string;
  readonly accept: readonly string[];
  readonly several?: boolean;
  readonly weight?: ButtonWeight;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  return (
    <FileTrigger
      acceptedFileTypes={accept}
      allowsMultiple={several}
      onSelect={(files) => onFiles(Array.from(files ?? []))}
    >
      <Button ref={ref} weight={weight}>
        {label}
      </Button>
    </FileTrigger>
  );
}
