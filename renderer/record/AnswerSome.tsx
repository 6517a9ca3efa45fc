import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { ToggleButton } from "react-aria-components/ToggleButton";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { withWord, wordsIn } from "../../shared/meeting/answered-words.ts";
import type { Stretch } from "../../shared/meeting/statements.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { useUtteranceText } from "./use-utterance-text.ts";

/** Answering an utterance: all of it, the words of it that are selected, or some that are chosen one by one. */
export function Answer(props: {
  readonly session: MeetingSession;
  readonly id: UtteranceId;
  readonly name: string;
  readonly focusable: boolean;
  readonly chosen: Stretch | null;
  readonly onAnswer: (part: Stretch | null) => void;
}) {
  const { t } = useTranslation();
  const { chosen, name } = props;
  return (
    <>
      <AnswerSome {...props} />
      <span>
        <Button
          weight="quiet"
          excludeFromTabOrder={!props.focusable}
          aria-label={t(chosen === null ? "record.answerName" : "record.answerTheseName", { name })}
          onPress={() => props.onAnswer(chosen)}
        >
          {t(chosen === null ? "record.answer" : "record.answerThese")}
        </Button>
      </span>
    </>
  );
}

/** A small page on which the words one answers are chosen one by one: with the keyboard, a finger or a screen reader. */
function AnswerSome(props: {
  readonly session: MeetingSession;
  readonly id: UtteranceId;
  readonly name: string;
  readonly focusable: boolean;
  readonly onAnswer: (part: Stretch) => void;
}) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button
        weight="quiet"
        excludeFromTabOrder={!props.focusable}
        aria-label={t("record.answerSomeName", { name: props.name })}
      >
        {t("record.answerSome")}
      </Button>
      <Popover className="popover" placement="bottom end" isNonModal>
        <Dialog className="popover__dialog">
          {({ close }) => (
            <>
              <Heading slot="title" level={2}>
                {t("record.answerSomeName", { name: props.name })}
              </Heading>
              <p className="soft">{t("record.answerSomeHow")}</p>
              <ChooseWords
                {...props}
                onAnswer={(part) => {
                  close();
                  props.onAnswer(part);
                }}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ChooseWords(props: {
  readonly session: MeetingSession;
  readonly id: UtteranceId;
  readonly onAnswer: (part: Stretch) => void;
}) {
  const { t } = useTranslation();
  const words = wordsIn(useUtteranceText(props.session, props.id));
  const [chosen, setChosen] = useState<Stretch | null>(null);
  return (
    <>
      <div className="choose-words" dir="auto">
        {words.map(({ from, to, text }) => (
          <ToggleButton
            key={from}
            className="choose-words__word words"
            isSelected={chosen !== null && from >= chosen.from && to <= chosen.to}
            onChange={() => setChosen((before) => withWord(before, { from, to }))}
          >
            {text}
          </ToggleButton>
        ))}
      </div>
      <Button weight="main" isDisabled={chosen === null} onPress={() => chosen !== null && props.onAnswer(chosen)}>
        {t("record.answerThese")}
      </Button>
    </>
  );
}
