import { useTranslation } from "react-i18next";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import "./reflect.css";

/** Words of the reflection that can be answered: whose they are. */
export interface ToAnswer {
  readonly id: UtteranceId;
  readonly name: string;
}

/**
 * How a reflection stands, in one line above the place where one writes: the others are asked to listen, and afterwards there is
 * space for them. It asks; it closes nothing.
 */
export function ReflectionBar(props: {
  readonly stage: "listening" | "space" | null;
  /** Whoever speaks here came to help. */
  readonly helps: boolean;
  readonly toAnswer: readonly ToAnswer[];
  readonly mayAct: boolean;
  readonly refused: string | null;
  readonly onEnd: () => void;
  readonly onAnswer: (utterance: UtteranceId) => void;
  readonly onPass: () => void;
}) {
  const { t } = useTranslation();
  const { stage, helps, mayAct } = props;
  const says = stage === null ? null : stage === "listening" ? (helps ? "think" : "listen") : helps ? null : "space";
  return (
    <div className="reflect" data-stage={stage ?? "none"}>
      <Notice
        action={
          stage === null || !mayAct ? null : (
            <div className="reflect__ways">
              {stage === "listening" ? (
                <Button weight="quiet" onPress={props.onEnd}>
                  {t("reflect.end")}
                </Button>
              ) : (
                <>
                  {props.toAnswer.map(({ id, name }) => (
                    <Button key={id} onPress={() => props.onAnswer(id)}>
                      {t("reflect.answer", { name })}
                    </Button>
                  ))}
                  <Button weight="quiet" onPress={props.onPass}>
                    {t("reflect.nothing")}
                  </Button>
                </>
              )}
            </div>
          )
        }
      >
        {says === null ? null : t(`reflect.${says}`)}
      </Notice>
      <Notice role="alert">{props.refused}</Notice>
    </div>
  );
}

/** What stands where a helper would write, while there is space for an answer first. */
export function SpaceFirst(props: { readonly mayAct: boolean; readonly onPass: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="reflect__first">
      <p className="soft">{t("reflect.spaceFirst")}</p>
      {props.mayAct ? (
        <Button weight="quiet" onPress={props.onPass}>
          {t("reflect.theyHaveNothing")}
        </Button>
      ) : null}
    </div>
  );
}
