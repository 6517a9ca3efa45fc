import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import "./off-the-record.css";

/** Where somebody writes while off the record. What is typed here is shown to no one until it is said, and kept nowhere. */
export function SayOff(props: {
  readonly name: string;
  readonly maxLength: number;
  /** Resolves to whether it was said. */
  readonly onSay: (words: string) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const say = () => {
    if (words.trim() === "") return;
    // What is typed from here on are the next words.
    setWords("");
    void props.onSay(words).then((said) => {
      if (!said) setWords((now) => `${words}${now}`);
    });
  };
  return (
    <div
      className="off__write"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        say();
      }}
    >
      <Field
        label={t("offTheRecord.write", { name: props.name })}
        value={words}
        maxLength={props.maxLength}
        long
        onChange={setWords}
      />
      <Button weight="main" isDisabled={words.trim() === ""} onPress={say}>
        {t("offTheRecord.say")}
      </Button>
    </div>
  );
}
