import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingId } from "../../shared/feed/ids.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import type { MeetingListing, Meetings } from "../session/meeting-session.ts";
import { localeForDates } from "../i18n/dates.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import "./home.css";

/** Where the links of the first page lead. */
export interface HomeLinks {
  readonly start: string;
  readonly join: string;
  readonly check: string;
  readonly settings: string;
  readonly meeting: (meeting: MeetingId) => string;
}

/** The first page: what this laptop keeps, the two ways into a meeting, and where a record that someone shows is checked. */
export function Home(props: {
  readonly list: Meetings["list"];
  readonly links: HomeLinks;
  /** Asks for the invitation that the laptop offers which this page came from. Absent where it came from this one. */
  readonly offered?: (() => Promise<string | null>) | undefined;
}) {
  const { t, i18n } = useTranslation();
  const { list, links, offered } = props;
  const door = useOffered(offered);
  const [listings, setListings] = useState<readonly MeetingListing[] | null>(null);
  const [refused, setRefused] = useState<VaultFailure | null>(null);
  useEffect(() => {
    let wanted = true;
    void list().then((found) => {
      if (!wanted) return;
      if (found.ok) setListings(found.value);
      else setRefused(found.reason);
    });
    return () => {
      wanted = false;
    };
  }, [list]);
  const day = new Intl.DateTimeFormat(localeForDates(i18n.language), {
    weekday: "long",
    day: "numeric",
    month: "long",
  });

  return (
    <main className="page home">
      <header className="home__head">
        <Title page={t("app.name")}>{t("home.title")}</Title>
        <p className="home__lead">{t("home.lead")}</p>
      </header>
      {door === null ? null : (
        <section className="home__door">
          <p>{t("home.offered")}</p>
          <a className="button button--main" href={door}>
            {t("home.comeIn")}
          </a>
        </section>
      )}
      <div className="page__actions">
        <a className={door === null ? "button button--main" : "button"} href={links.start}>
          {t("home.start")}
        </a>
        <a className="button" href={links.join}>
          {t("home.join")}
        </a>
        <a className="button button--quiet" href={links.check}>
          {t("home.check")}
        </a>
      </div>
      <section aria-labelledby="home-here" className="home__here">
        <h2 id="home-here">{t("home.here")}</h2>
        {refused !== null ? (
          <Notice>{t(refusalKey(refused))}</Notice>
        ) : listings === null ? (
          <p className="soft">{t("home.looking")}</p>
        ) : listings.length === 0 ? (
          <p className="home__empty">{t("home.empty")}</p>
        ) : (
          <ul className="home__list">
            {listings.map((listing) => (
              <li key={listing.meeting}>
                <a className="home__meeting" href={links.meeting(listing.meeting)}>
                  <span className="home__name" dir="auto">
                    {listing.name === "" ? t("home.unnamed") : listing.name}
                  </span>
                  <span className="soft">{t("home.lastOpened", { day: day.format(listing.lastOpenedMs) })}</span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <footer className="home__foot soft">
        <p>{t("home.promise")}</p>
        <a href={links.settings}>{t("home.settings")}</a>
      </footer>
    </main>
  );
}

/** The invitation that is offered, once it is known. */
function useOffered(ask: (() => Promise<string | null>) | undefined): string | null {
  const [offered, setOffered] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask?.().then((invitation) => {
      if (wanted) setOffered(invitation);
    });
    return () => {
      wanted = false;
    };
  }, [ask]);
  return offered;
}
