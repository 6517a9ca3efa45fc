import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Decision, Position } from "../../shared/meeting/decided.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { POSITIONS, type PositionKind } from "../../shared/meeting/shapes.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Field } from "../ui/Field.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { voiceStyle } from "../ui/voice-colour.ts";
import type { DecisionsProps } from "./Decisions.tsx";

/** One decision and where each voice stands towards it, in that voice's words. Those who have not spoken are not listed. */
export function DecisionCard(props: {
  readonly decision: Decision;
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly speaking: Voice | null;
  readonly stand: DecisionsProps["stand"];
}) {
  const { t } = useTranslation();
  const { decision, speaking, voices } = props;
  return (
    <article className="decision" aria-label={decision.text}>
      <p className="decision__words" dir="auto">
        {decision.text}
      </p>
      {decision.positions.size === 0 ? null : (
        <ul className="decision__positions">
          {[...decision.positions].map(([id, position]) => {
            const profile = voices.get(id)?.profile;
            return (
              <li key={id} style={voiceStyle(profile?.colour ?? "slate")}>
                <span className="voice-name">{profile?.name ?? t("record.unknownVoice")}</span>{" "}
                {t(`decide.stands.${position.position}`)}
                {position.words === "" ? "." : ": "}
                {position.words === "" ? null : <q dir="auto">{position.words}</q>}
              </li>
            );
          })}
        </ul>
      )}
      {speaking === null ? null : (
        <InPlace key={speaking.id} label={t("decide.standHere", { name: speaking.profile.name })}>
          {(done) => (
            <Stand
              voice={speaking}
              standing={decision.positions.get(speaking.id)}
              stand={(position, words) => props.stand(decision.id, position, words)}
              onDone={done}
            />
          )}
        </InPlace>
      )}
    </article>
  );
}

function Stand(props: {
  readonly voice: Voice;
  readonly standing: Position | undefined;
  readonly stand: (position: PositionKind, words: string) => ReturnType<DecisionsProps["stand"]>;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [position, setPosition] = useState<PositionKind | null>(props.standing?.position ?? null);
  const [words, setWords] = useState(props.standing?.words ?? "");
  const wish = useWish<Refusal>();
  const keep = async () => {
    const kept = position === null || (await wish.run(() => props.stand(position, words.trim()))) !== null;
    if (kept) props.onDone();
  };
  return (
    <div className="write-down">
      <Choices
        autoFocus
        label={t("decide.question", { name: props.voice.profile.name })}
        value={position}
        choices={POSITIONS.map((value) => ({ value, label: t(`decide.positions.${value}`) }))}
        onChange={setPosition}
      />
      <Field label={t("decide.words")} value={words} onChange={setWords} maxLength={2000} long />
      <div className="page__actions">
        <Button onPress={() => void keep()}>{t("decide.keep")}</Button>
        <Button weight="quiet" onPress={props.onDone}>
          {t("decide.notNow")}
        </Button>
      </div>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </div>
  );
}
