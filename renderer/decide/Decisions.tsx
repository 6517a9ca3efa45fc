import { useTranslation } from "react-i18next";
import { InPlace } from "../ui/InPlace.tsx";
import { DecisionCard } from "./DecisionCard.tsx";
import { ownVoiceIn, type Room } from "./room.ts";
import { WriteDown } from "./WriteDown.tsx";
import "./decide.css";

/** What we will do, and what was left open. Both are complete answers, and so is an empty list. */
export function Decisions({ room }: { readonly room: Room }) {
  return (
    <>
      <OneKind room={room} leftOpen={false} />
      <OneKind room={room} leftOpen />
    </>
  );
}

function OneKind({ room, leftOpen }: { readonly room: Room; readonly leftOpen: boolean }) {
  const { t } = useTranslation();
  const title = t(leftOpen ? "decide.leftOpen" : "decide.decisions");
  const decisions = [...room.state.decisions.values()]
    .filter((decision) => decision.leftOpen === leftOpen)
    .sort((a, b) => a.wordedAt - b.wordedAt);
  return (
    <section className="decisions" aria-label={title}>
      <h3>{title}</h3>
      {decisions.length === 0 ? (
        <p className="soft">{t(leftOpen ? "decide.nothingOpen" : "decide.noDecision")}</p>
      ) : null}
      {decisions.map((decision) => (
        <DecisionCard key={decision.id} room={room} decision={decision} />
      ))}
      {ownVoiceIn(room) === null ? null : (
        <InPlace label={t(leftOpen ? "decide.addLeftOpen" : "decide.addDecision")}>
          {(done) => (
            <WriteDown
              label={t(leftOpen ? "decide.leftOpenWords" : "decide.decisionWords")}
              initial=""
              maxLength={4000}
              keep={(text) => room.wishes.wordDecision(text, leftOpen)}
              onDone={done}
            />
          )}
        </InPlace>
      )}
    </section>
  );
}
