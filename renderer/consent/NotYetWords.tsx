import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";

/** After "not yet": a place for words that nobody has to use. The answer is given already. */
export function NotYetWords(props: {
  readonly words: string;
  readonly keep: (words: string) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState(props.words);
  const wish = useWish<Refusal>();
  const kept = words.trim() !== "" && words.trim() === props.words;
  return (
    <div className="consent__words">
      <Field
        label={t("consent.words")}
        hint={t("consent.wordsHint")}
        value={words}
        maxLength={2000}
        onChange={setWords}
        long
      />
      <Button onPress={() => void wish.run(() => props.keep(words.trim()), words.trim())}>
        {t("consent.keepWords")}
      </Button>
      <Notice>{kept ? t("consent.wordsKept") : null}</Notice>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </div>
  );
}
