import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Paragraph } from "../../shared/meeting/document.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Said } from "../ui/Said.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import "./arrive.css";

/** After leaving: what is so now, one's own words, and the ways from here. */
export function Left(props: {
  readonly profile: Profile;
  /** What this voice said and has not taken back. */
  readonly said: readonly { readonly id: UtteranceId; readonly paragraphs: readonly Paragraph[] }[];
  readonly takeBack: (utterance: UtteranceId) => Promise<Result<null, Refusal>>;
  /** What asks this voice now. */
  readonly asked: ReactNode;
  /** Its yes to the agreed record, if there is one, and the way to take it back. */
  readonly yes: ReactNode;
  /** Others who have left at this laptop, and the way to the page of each. */
  readonly others: readonly Voice[];
  readonly onOther: (voice: VoiceId) => void;
  /** Puts the page behind the cover; null where nobody here has a PIN. */
  readonly onHandOver: (() => void) | null;
  readonly comeAgainHref: string;
  readonly homeHref: string;
}) {
  const { t } = useTranslation();
  const { run, refused } = useWish<Refusal>();
  const title = t("leaving.title", { name: props.profile.name });
  return (
    <main className="page">
      <header>
        <Avatar profile={props.profile} size="large" away />
        <Title page={`${title} · ${t("app.name")}`}>{title}</Title>
        <p>{t("leaving.stays")}</p>
        <p>{t(props.profile.kind === "person" ? "leaving.notWithoutYou" : "leaving.notReady")}</p>
        <p>{t("leaving.again")}</p>
      </header>
      {props.asked}
      <div className="page__actions">
        <a className="button" href={props.comeAgainHref}>
          {t("leaving.comeAgain")}
        </a>
        <a className="button" href={props.homeHref}>
          {t("leaving.home")}
        </a>
        {props.onHandOver === null ? null : <Button onPress={props.onHandOver}>{t("handover.handOver")}</Button>}
      </div>
      <section className="left" aria-label={t("leaving.ownWords")}>
        <h2 className="area-title">{t("leaving.ownWords")}</h2>
        {props.said.length === 0 ? <p className="soft">{t("leaving.nothing")}</p> : null}
        {props.said.map(({ id, paragraphs }) => (
          <article key={id} className="left__words">
            <div className="words">
              <Said paragraphs={paragraphs} />
            </div>
            <InPlace label={t("leaving.takeBack")}>
              {(done) => (
                <div role="group" aria-label={t("leaving.takeBack")}>
                  <p className="soft">{t("leaving.takeBackMeans")}</p>
                  <Button onPress={() => void run(() => props.takeBack(id), id)}>{t("leaving.takeBackNow")}</Button>
                  <Button weight="quiet" onPress={done}>
                    {t("calling.notNow")}
                  </Button>
                </div>
              )}
            </InPlace>
          </article>
        ))}
        <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
      </section>
      {props.yes}
      {props.others.length === 0 ? null : (
        <section className="left" aria-labelledby="others-title">
          <h2 id="others-title" className="area-title">
            {t("leaving.others")}
          </h2>
          <ToOthers others={props.others} onOther={props.onOther} />
        </section>
      )}
    </main>
  );
}

/** Where several have left at one laptop and it is in the hands of none of them: whose page it is to be. */
export function WhoseLeft(props: {
  readonly left: readonly Voice[];
  readonly onOther: (voice: VoiceId) => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  return (
    <main className="page waiting">
      <Title page={`${t("leaving.whose")} · ${t("app.name")}`}>{t("leaving.whose")}</Title>
      <ToOthers others={props.left} onOther={props.onOther} />
      <a className="button button--quiet" href={props.backHref}>
        {t("leaving.back")}
      </a>
    </main>
  );
}

function ToOthers(props: { readonly others: readonly Voice[]; readonly onOther: (voice: VoiceId) => void }) {
  const { t } = useTranslation();
  return (
    <div className="page__actions">
      {props.others.map(({ id, profile }) => (
        <Button key={id} onPress={() => props.onOther(id)}>
          <Avatar profile={profile} size="small" away />
          {t("leaving.toOther", { name: profile.name })}
        </Button>
      ))}
    </div>
  );
}
