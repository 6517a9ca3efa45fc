import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button, type ButtonWeight } from "./Button.tsx";

/** A button that has the person choose files of their own. They are read on this laptop only. */
export function FilePick(props: {
  readonly label: string;
  readonly accept: readonly string[];
  readonly several?: boolean;
  readonly weight?: ButtonWeight;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  return (
    <FileTrigger
      acceptedFileTypes={props.accept}
      allowsMultiple={props.several === true}
      onSelect={(files) => props.onFiles(Array.from(files ?? []))}
    >
      <Button weight={props.weight ?? "plain"}>{props.label}</Button>
    </FileTrigger>
  );
}
