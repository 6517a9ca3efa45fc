import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Panel } from "../ui/Panel.tsx";

/** What can be said of words from here, by the voice whose words they are or for a voice that says it aloud. */
export type OwnWordsAct =
  "confirm" | "keep-out" | "let-in" | "not-so" | "put-differently" | "refuse" | "withdraw" | "withdraw-visibly";

/**
 * The voice's own ways with its words: to stand by what was written down for it, to say that it did not say that, to keep
 * what it said out of the record, or to take it back, with or without a trace.
 */
export function OwnWords(props: {
  readonly name: string;
  readonly confirmed: boolean;
  /** Whether they may go into the record, as far as their voice has said. */
  readonly forRecord: boolean;
  /** The voice has no device: what it says here is written down for it. */
  readonly aloud: boolean;
  /** Something was said of these words aloud, and is written down: it waits for someone else who heard it. */
  readonly waiting: boolean;
  readonly focusable: boolean;
  readonly onAct: (act: OwnWordsAct) => void;
}) {
  const { t } = useTranslation();
  const { name, aloud, onAct } = props;
  const tab = { weight: "quiet", excludeFromTabOrder: !props.focusable } as const;
  if (props.waiting) return <p className="utterance__own soft">{t("ownWords.waiting", { name })}</p>;
  if (!props.confirmed) {
    return (
      <div className="utterance__own">
        <Button {...tab} onPress={() => onAct("confirm")}>
          {aloud ? t("ownWords.confirmAloud", { name }) : t("ownWords.confirm")}
        </Button>
        {aloud ? (
          <Button {...tab} onPress={() => onAct("refuse")}>
            {t("ownWords.refuseAloud", { name })}
          </Button>
        ) : (
          // Here nobody has to witness it, so it is not done by one slip of the hand.
          <Panel weight="quiet" focusable={props.focusable} button={t("ownWords.refuse")} title={t("ownWords.refuse")}>
            <p className="soft">{t("ownWords.refuseMeans")}</p>
            <Button onPress={() => onAct("not-so")}>{t("ownWords.sayItMyself")}</Button>
            <Button onPress={() => onAct("refuse")}>{t("ownWords.refuseNow")}</Button>
          </Panel>
        )}
      </div>
    );
  }
  return (
    <>
      {aloud ? null : (
        <Button {...tab} onPress={() => onAct("put-differently")}>
          {t("ownWords.putDifferently")}
        </Button>
      )}
      <Panel
        weight="quiet"
        focusable={props.focusable}
        button={aloud ? t("ownWords.withdrawAloud", { name }) : t("ownWords.withdraw")}
        title={t("ownWords.withdraw")}
      >
        <p className="soft">{t("ownWords.withdrawMeans")}</p>
        <Button onPress={() => onAct("withdraw")}>{t("ownWords.withoutTrace")}</Button>
        <Button onPress={() => onAct("withdraw-visibly")}>{t("ownWords.withTrace")}</Button>
        {props.forRecord ? (
          <>
            <p className="soft">{t("ownWords.keepOutMeans")}</p>
            <Button slot="close" onPress={() => onAct("keep-out")}>
              {t("ownWords.keepOut")}
            </Button>
          </>
        ) : null}
      </Panel>
    </>
  );
}

/** Under words that are kept out of the record, for the voice whose words they are: they may go in after all. */
export function KeptOut(props: {
  readonly name: string;
  readonly aloud: boolean;
  readonly focusable: boolean;
  readonly onAct: (act: OwnWordsAct) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="utterance__since">
      <Button weight="quiet" excludeFromTabOrder={!props.focusable} onPress={() => props.onAct("let-in")}>
        {props.aloud ? t("ownWords.letInAloud", { name: props.name }) : t("ownWords.letIn")}
      </Button>
    </div>
  );
}
