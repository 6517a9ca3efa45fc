import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Toggle } from "../ui/Toggle.tsx";
import type { Writers } from "../ui/Said.tsx";
import { WritersLegend } from "../ui/WritersLegend.tsx";
import { ForgetCrossedOut } from "./ForgetCrossedOut.tsx";
import "./summary.css";

/**
 * What we want to remember: the one text that everyone writes. `editor` is the slot; underlining whose words are whose
 * is drawn by it and switched here.
 */
export function SummaryPane(props: {
  readonly editor: ReactNode;
  readonly writers: Writers;
  readonly whoseWords: boolean;
  readonly onWhoseWords: (shown: boolean) => void;
  /** Has everyone let go of what was crossed out; null where nobody here may write. */
  readonly onForget: (() => Promise<Result<null, Refusal>>) | null;
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
      {props.whoseWords ? <WritersLegend writers={props.writers} /> : null}
      <div className="summary__text words" data-whose-words={props.whoseWords ? "on" : undefined}>
        {props.editor}
      </div>
      {props.onForget === null ? null : <ForgetCrossedOut forget={props.onForget} />}
    </section>
  );
}
