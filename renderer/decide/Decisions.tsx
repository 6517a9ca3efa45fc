import { useTranslation } from "react-i18next";
import type { DecisionId, VoiceId } from "../../shared/feed/ids.ts";
import type { Decision } from "../../shared/meeting/decided.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { PositionKind } from "../../shared/meeting/shapes.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { DecisionCard } from "./DecisionCard.tsx";
import { WriteDown } from "./WriteDown.tsx";
import "./decide.css";

export interface DecisionsProps {
  readonly decisions: ReadonlyMap<DecisionId, Decision>;
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  /** The voice that speaks on this laptop now; null when none may write. */
  readonly speaking: Voice | null;
  readonly word: (text: string, leftOpen: boolean) => Promise<Result<DecisionId, Refusal>>;
  readonly stand: (decision: DecisionId, position: PositionKind, words: string) => Promise<Result<null, Refusal>>;
}

/** What we will do, and what was left open. Both are complete answers, and so is an empty list. */
export function Decisions(props: DecisionsProps) {
  return (
    <>
      <OneKind {...props} leftOpen={false} />
      <OneKind {...props} leftOpen />
    </>
  );
}

function OneKind(props: DecisionsProps & { readonly leftOpen: boolean }) {
  const { t } = useTranslation();
  const { leftOpen, speaking } = props;
  const title = t(leftOpen ? "decide.leftOpen" : "decide.decisions");
  const decisions = [...props.decisions.values()]
    .filter((decision) => decision.leftOpen === leftOpen)
    .sort((a, b) => a.wordedAt - b.wordedAt);
  return (
    <section className="decisions" aria-label={title}>
      <h3>{title}</h3>
      {decisions.length === 0 ? (
        <p className="soft">{t(leftOpen ? "decide.nothingOpen" : "decide.noDecision")}</p>
      ) : null}
      {decisions.map((decision) => (
        <DecisionCard
          key={decision.id}
          decision={decision}
          voices={props.voices}
          speaking={speaking}
          stand={props.stand}
        />
      ))}
      {speaking === null ? null : (
        <InPlace label={t(leftOpen ? "decide.addLeftOpen" : "decide.addDecision")}>
          {(done) => (
            <WriteDown
              label={t(leftOpen ? "decide.leftOpenWords" : "decide.decisionWords")}
              initial=""
              maxLength={4000}
              keep={(text) => props.word(text, leftOpen)}
              onDone={done}
            />
          )}
        </InPlace>
      )}
    </section>
  );
}
