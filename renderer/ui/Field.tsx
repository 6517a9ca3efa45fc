import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Several lines, growing with what is written. */
  readonly long?: boolean;
  readonly autoFocus?: boolean;
  readonly readOnly?: boolean;
  /**
   * What nobody is to read over a shoulder: a passphrase that holds, one that is being chosen, or a voice's PIN, which is no
   * affair of whoever keeps this account's passwords.
   */
  readonly secret?: "new" | "pin" | "present";
}

/** A place to write a few words. Nothing in this program is a required field, so it knows no errors. */
export function Field(props: FieldProps) {
  const shared = {
    className: "field__input",
    dir: "auto",
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
  } as const;
  return (
    <TextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
      isReadOnly={props.readOnly ?? false}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <Label className="field__label">{props.label}</Label>
      {props.hint === undefined ? null : (
        <Text slot="description" className="field__hint">
          {props.hint}
        </Text>
      )}
      {props.long === true ? (
        <TextArea {...shared} rows={2} autoComplete="off" />
      ) : (
        <Input
          {...shared}
          {...secrecy(props.secret)}
          onFocus={(event) => props.readOnly === true && event.target.select()}
        />
      )}
    </TextField>
  );
}

/** Read by password keepers, where a person uses one. */
function secrecy(secret: FieldProps["secret"]) {
  if (secret === undefined) return { autoComplete: "off" };
  if (secret === "pin") return { type: "password", inputMode: "numeric", autoComplete: "off", dir: "ltr" } as const;
  return { type: "password", autoComplete: secret === "new" ? "new-password" : "current-password", dir: "ltr" };
}
