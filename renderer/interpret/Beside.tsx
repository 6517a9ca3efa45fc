import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "../../shared/meeting/interpreting.ts";
import { Button } from "../ui/Button.tsx";
import type { ShownRendering } from "./InLanguages.tsx";
import "./interpret.css";

/** Words and what they were rendered as, side by side; one under the other where there is no room. Neither stands for the other. */
export function Beside(props: {
  /** The words themselves. */
  readonly children: ReactNode;
  /** The language they are said in. */
  readonly language: string;
  /** Whether that is known, or only what the meeting is held in. */
  readonly known: boolean;
  readonly renderings: readonly ShownRendering[];
}) {
  const { t } = useTranslation();
  const { language, known, renderings } = props;
  return (
    <div className={renderings.length === 0 ? "beside" : "beside beside--both"}>
      <div className="beside__words" lang={language} {...(known && { dir: directionOf(language) })}>
        {props.children}
      </div>
      {renderings.map((rendering) => (
        <div
          key={`${rendering.by} ${rendering.language}`}
          className="beside__words words"
          lang={rendering.language}
          dir={directionOf(rendering.language)}
        >
          {rendering.text.split("\n").map((line, index) => (
            <p key={index}>{line}</p>
          ))}
          {rendering.notes.length === 0 ? null : (
            <ul className="beside__notes" aria-label={t("interpret.notes", { name: rendering.by })}>
              {rendering.notes.map(({ word, says }, index) => (
                <li key={index}>
                  <bdi className="beside__word">{word}</bdi>: <bdi>{says}</bdi>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

/** The interpreter's way to an utterance: to render it, or to word anew and take back what they have rendered. */
export function RenderThis(props: {
  readonly name: string;
  readonly rendered: boolean;
  readonly focusable: boolean;
  readonly onRender: () => void;
}) {
  const { t } = useTranslation();
  const { name, rendered } = props;
  return (
    <Button
      weight="quiet"
      excludeFromTabOrder={!props.focusable}
      aria-label={t(rendered ? "interpret.againName" : "interpret.renderName", { name })}
      onPress={props.onRender}
    >
      {t(rendered ? "interpret.again" : "interpret.render")}
    </Button>
  );
}
