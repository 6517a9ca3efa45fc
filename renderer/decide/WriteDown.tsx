import { useState } from "react";
import { Form } from "react-aria-components/Form";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Field } from "../ui/Field.tsx";
import { useWish } from "../ui/use-wish.ts";
import { FormEnd } from "./FormEnd.tsx";

/** A few words to be kept, in place. Keeping what is there already is the same as not writing. */
export function WriteDown(props: {
  readonly label: string;
  readonly hint?: string;
  readonly initial: string;
  readonly maxLength: number;
  readonly long?: boolean;
  readonly keep: (text: string) => Promise<Result<unknown, Refusal>>;
  readonly onDone: () => void;
}) {
  const [text, setText] = useState(props.initial);
  const wish = useWish<Refusal>();
  const keep = async () => {
    const words = text.trim();
    const kept = words === props.initial || (await wish.run(() => props.keep(words))) !== null;
    if (kept) props.onDone();
  };
  return (
    <Form
      className="write-down"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Field
        label={props.label}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        value={text}
        onChange={setText}
        maxLength={props.maxLength}
        long={props.long ?? true}
        autoFocus
      />
      <FormEnd wish={wish} onDone={props.onDone} />
    </Form>
  );
}
