import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Voice } from "../../shared/meeting/state.ts";
import { Toggle } from "../ui/Toggle.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";
import "./summary.css";

/**
 * What we want to remember: the one text that everyone writes. `editor` is the slot; underlining whose words are whose
 * is drawn by it and switched here.
 */
export function SummaryPane(props: {
  readonly editor: ReactNode;
  readonly writers: readonly Voice[];
  readonly whoseWords: boolean;
  readonly onWhoseWords: (shown: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <section className="summary" aria-labelledby="summary-title" data-area="summary">
      <header className="summary__head">
        <h2 id="summary-title" className="area-title">
          {t("summary.title")} · {t("summary.together")}
        </h2>
        <Toggle weight="quiet" isSelected={props.whoseWords} onChange={props.onWhoseWords}>
          {t("summary.whoseWords")}
        </Toggle>
      </header>
      {props.whoseWords ? (
        <ul className="summary__legend" aria-label={t("summary.legend")} data-whose-words="on">
          {props.writers.map(({ id, profile }) => (
            <li key={id} className="run" style={voiceStyle(profile.colour)} dir="auto">
              {profile.name}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="summary__text words" data-whose-words={props.whoseWords ? "on" : undefined}>
        {props.editor}
      </div>
    </section>
  );
}
