import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Digest, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import type { Utterance, Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Choices } from "../ui/Choices.tsx";
import { Notice } from "../ui/Notice.tsx";
import { RevisionText } from "../ui/RevisionText.tsx";
import { plainTextOf } from "../ui/Said.tsx";
import { Tick } from "../ui/Tick.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import "./consent.css";

type Which = "all" | "none" | "some";

/** Choosing what is frozen and put before everyone, with the text in view exactly as it would be. */
export function Propose(props: {
  readonly said: readonly Utterance[];
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly textOf: MeetingSession["utteranceText"];
  /** The text as it would be frozen now; null while the meeting's beginning has not arrived on this laptop. */
  readonly freeze: (utterances: readonly UtteranceId[]) => Revision | null;
  readonly propose: (utterances: readonly UtteranceId[]) => Promise<Result<Digest, Refusal>>;
  readonly onProposed: () => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { said, voices } = props;
  const [which, setWhich] = useState<Which>("all");
  const [picked, setPicked] = useState<ReadonlySet<UtteranceId>>(() => new Set(said.map(({ id }) => id)));
  const wish = useWish<Refusal>();
  const chosen = which === "none" ? [] : said.map(({ id }) => id).filter((id) => which === "all" || picked.has(id));
  const frozen = props.freeze(chosen);

  const pick = (id: UtteranceId, isIn: boolean) => {
    const next = new Set(picked);
    if (isIn) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  const propose = async () => {
    if ((await wish.run(() => props.propose(chosen))) !== null) props.onProposed();
  };

  return (
    <main className="page page--column">
      <header>
        <Title page={`${t("propose.title")} · ${t("app.name")}`}>{t("propose.title")}</Title>
        <p>{t("propose.lead")}</p>
      </header>
      {said.length === 0 ? (
        <p>{t("propose.nothingSaid")}</p>
      ) : (
        <Choices
          label={t("propose.which")}
          value={which}
          choices={(["none", "some", "all"] as const).map((value) => ({ value, label: t(`propose.${value}`) }))}
          onChange={setWhich}
        />
      )}
      {which === "some" ? (
        <div role="group" aria-label={t("propose.pick")} className="propose__pick">
          {said.map(({ id, voice }) => (
            <Tick key={id} isSelected={picked.has(id)} onChange={(isIn) => pick(id, isIn)}>
              <b dir="auto">{voices.get(voice)?.profile.name ?? t("record.unknownVoice")}</b>{" "}
              <bdi>{plainTextOf(props.textOf(id))}</bdi>
            </Tick>
          ))}
        </div>
      ) : null}
      <section aria-labelledby="propose-preview" className="propose__preview">
        <h2 id="propose-preview">{t("propose.preview")}</h2>
        <p className="soft">{t("propose.previewLead")}</p>
        {frozen === null ? null : (
          <div className="sheet">
            <RevisionText revision={frozen} />
          </div>
        )}
      </section>
      <footer className="page__actions page__foot">
        <Button weight="main" onPress={() => void propose()}>
          {t("propose.propose")}
        </Button>
        <a className="button" href={props.backHref}>
          {t("propose.back")}
        </a>
        <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      </footer>
    </main>
  );
}
