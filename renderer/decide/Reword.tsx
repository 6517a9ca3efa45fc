import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { WriteDown } from "./WriteDown.tsx";

/** Rewording what one has worded oneself. What that does to others is said before. */
export function Reword(props: {
  readonly text: string;
  readonly label: string;
  readonly name?: string;
  readonly maxLength: number;
  /** Whether others stand somewhere towards the words as they are. */
  readonly stoodOn: boolean;
  readonly reword: (text: string) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  return (
    <InPlace label={props.label} {...(props.name === undefined ? {} : { name: props.name })}>
      {(done) => (
        <WriteDown
          label={t("decide.newWords")}
          hint={t(props.stoodOn ? "decide.rewordMeans" : "decide.rewordPlain")}
          initial={props.text}
          maxLength={props.maxLength}
          keep={props.reword}
          onDone={done}
        />
      )}
    </InPlace>
  );
}
