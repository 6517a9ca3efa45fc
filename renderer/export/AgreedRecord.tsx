import { useTranslation } from "react-i18next";
import { isFinal } from "../../shared/consent/final.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { Shell } from "../../shared/shell.ts";
import { RevisionText } from "../ui/RevisionText.tsx";
import { Title } from "../ui/Title.tsx";
import { Consents } from "./Consents.tsx";
import { TakeWithYou } from "./TakeWithYou.tsx";
import "./export.css";

/** The record one takes home: the agreed text with everyone's consent, or the draft that it still is. */
export function AgreedRecord(props: {
  readonly proposed: ProposedRevision | null;
  readonly shell: Shell;
  /** Where what was arranged can be printed, also of a draft. */
  readonly cardHref: string;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { proposed, shell } = props;
  const final = proposed !== null && isFinal(proposed);
  const title = t(final ? "agreed.title" : "agreed.draftTitle");
  return (
    <main className="page page--column">
      <header className="agreed__head">
        <Title page={`${title} · ${t("app.name")}`}>{title}</Title>
        <p>{t(proposed === null ? "agreed.nothing" : final ? "agreed.lead" : "agreed.draftLead")}</p>
      </header>
      {final ? null : (
        <p>
          {t("card.atAnyTime")} <a href={props.cardHref}>{t("card.open")}</a>
        </p>
      )}
      {proposed === null ? null : (
        <>
          <TakeWithYou proposed={proposed} final={final} shell={shell} />
          <div className="sheet">
            <h2 dir="auto">{proposed.revision.name}</h2>
            <RevisionText revision={proposed.revision} />
          </div>
          <Consents proposed={proposed} final={final} />
        </>
      )}
      <div>
        <a className="button" href={props.backHref}>
          {t("agreed.back")}
        </a>
      </div>
    </main>
  );
}
