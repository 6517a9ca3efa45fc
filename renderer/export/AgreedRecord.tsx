import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isFinal, isWithdrawn } from "../../shared/consent/final.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Shell } from "../../shared/shell.ts";
import type { TakingCopiesWishes } from "../session/taking-copies-wishes.ts";
import { BackToMeeting } from "../ui/BackToMeeting.tsx";
import { RevisionReaders } from "../ui/RevisionReaders.tsx";
import { RevisionText } from "../ui/RevisionText.tsx";
import { Title } from "../ui/Title.tsx";
import { Consents } from "./Consents.tsx";
import { Replaced } from "./Replaced.tsx";
import type { YesWishes } from "./TakeYesBack.tsx";
import { TakeWithYou } from "./TakeWithYou.tsx";
import { Yeses } from "./Yeses.tsx";
import "./export.css";

/** The record one takes home: the agreed text with everyone's consent, or the draft that it still is. */
export function AgreedRecord(props: {
  readonly proposed: ProposedRevision | null;
  readonly shell: Shell;
  /** Those at this laptop whom the record asked, and what they can do with their yes; null where there is no record. */
  readonly yeses: {
    readonly voices: readonly Voice[];
    readonly waiting: ReadonlySet<VoiceId>;
    readonly wishes: YesWishes;
  } | null;
  readonly taking: TakingCopiesWishes;
  /** The agreed record that this one replaces, with what changed since; null where it replaces none. */
  readonly replaced: { readonly before: ProposedRevision; readonly changes: ReactNode } | null;
  /** Where a text that was proposed since is read; null where none was. */
  readonly newerHref: string | null;
  /** Where what was arranged can be printed, also of a draft; null where that is for others to do. */
  readonly cardHref: string | null;
  /** Where another text is proposed; null where that is for others to do. */
  readonly amendHref: string | null;
  readonly checkHref: string;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { proposed, shell, yeses } = props;
  const final = proposed !== null && isFinal(proposed);
  const withdrawn = final && isWithdrawn(proposed);
  const title = t(final ? "agreed.title" : "agreed.draftTitle");
  const lead = withdrawn ? "agreed.leadWithdrawn" : final ? "agreed.lead" : "agreed.draftLead";
  return (
    <main className="page page--column">
      <header className="agreed__head">
        <Title page={`${title} · ${t("app.name")}`}>{title}</Title>
        <p>{t(proposed === null ? "agreed.nothing" : lead)}</p>
        {props.newerHref === null ? null : (
          <p>
            {t("agreed.newer")} <a href={props.newerHref}>{t("agreed.readNewer")}</a>
          </p>
        )}
      </header>
      {final || props.cardHref === null ? null : (
        <p>
          {t("card.atAnyTime")} <a href={props.cardHref}>{t("card.open")}</a>
        </p>
      )}
      {proposed === null ? null : (
        <>
          <TakeWithYou key={proposed.digest} proposed={proposed} final={final} shell={shell} wishes={props.taking} />
          {props.replaced === null ? null : (
            <Replaced {...props.replaced} proposed={proposed} shell={shell} wishes={props.taking} />
          )}
          <div className="sheet">
            <h2 dir="auto">{proposed.revision.name}</h2>
            <RevisionText revision={proposed.revision} />
            <RevisionReaders revision={proposed.revision} />
          </div>
          <Consents proposed={proposed} final={final} />
          {final && yeses !== null ? <Yeses proposed={proposed} {...yeses} /> : null}
        </>
      )}
      <div className="page__actions">
        <BackToMeeting className="button" href={props.backHref} />
        {final && props.amendHref !== null ? (
          <a className="button button--quiet" href={props.amendHref}>
            {t("agreed.amend")}
          </a>
        ) : null}
        <a className="button button--quiet" href={props.checkHref}>
          {t("agreed.check")}
        </a>
      </div>
    </main>
  );
}
