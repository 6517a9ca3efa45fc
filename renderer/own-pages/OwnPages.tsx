import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { PAGES, type PageKind } from "../../shared/meeting/room-statements.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { MeetingSession, PrivateNotes } from "../session/meeting-session.ts";
import type { PageShown } from "../session/own-pages-wishes.ts";
import { Title } from "../ui/Title.tsx";
import { BringPages } from "./BringPages.tsx";
import { OnePage } from "./OnePage.tsx";
import "./own-pages.css";

/** The pages of the person's own, for the one whose they are; for everyone else, what was shared with them. */
export function OwnPages(props: {
  readonly session: MeetingSession;
  readonly meetingName: string;
  readonly speaking: Voice | null;
  /** What the voice that speaks keeps for itself, or null while it is read. */
  readonly notes: PrivateNotes | null;
  readonly shared: readonly PageShown[];
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { session, speaking, notes, shared, voices } = props;
  const isPerson = speaking?.profile.kind === "person" && speaking.standing === "admitted";
  const others = shared.filter(({ by }) => by !== speaking?.id);
  const Heading = isPerson ? "h3" : "h2";
  const write = (kind: PageKind, change: Partial<PrivateNotes["pages"][number]>) => {
    if (notes === null) return Promise.resolve(null);
    // Beside what another page has kept a moment ago.
    return session.changePrivateNotes(({ pages }) => {
      const before = pages.find((page) => page.kind === kind) ?? { kind, words: "", keep: false };
      return { pages: [...pages.filter((page) => page.kind !== kind), { ...before, ...change }] };
    });
  };
  return (
    <main className="page own-pages">
      <Title page={`${t("ownPages.title")} · ${props.meetingName}`}>
        {t(isPerson ? "ownPages.title" : "ownPages.shared")}
      </Title>
      {isPerson && notes !== null ? (
        <>
          <p className="soft">{t("ownPages.lead")}</p>
          {PAGES.map((kind) => (
            <OnePage
              key={kind}
              kind={kind}
              written={notes.pages.find((page) => page.kind === kind) ?? null}
              shared={shared.find((page) => page.of === kind && page.by === speaking.id) ?? null}
              receivers={[...voices.values()].filter(
                ({ id, standing, sealTo }) => id !== speaking.id && standing === "admitted" && sealTo !== null,
              )}
              voices={voices}
              write={(change) => write(kind, change)}
              share={(words, to) => session.sharePage(kind, words, to)}
              takeBack={(page) => session.takeBackPage(page)}
            />
          ))}
          <BringPages earlier={() => session.earlierPages()} bring={(from, pin) => session.bringPages(from, pin)} />
        </>
      ) : null}
      {isPerson && others.length === 0 ? null : (
        <section className="own-pages__shared" aria-label={t("ownPages.shared")}>
          {isPerson ? <h2>{t("ownPages.shared")}</h2> : null}
          {others.length === 0 ? <p className="soft">{t("ownPages.noneShared")}</p> : null}
          {others.map(({ id, of, by, words }) => (
            <article key={id} className="own-page">
              <Heading>
                {t("ownPages.sharedBy", {
                  page: t(`ownPages.kinds.${of}`),
                  name: voices.get(by)?.profile.name ?? t("record.unknownVoice"),
                })}
              </Heading>
              <p className="own-page__words words" dir="auto">
                {words}
              </p>
            </article>
          ))}
        </section>
      )}
      <a className="button" href={props.backHref}>
        {t("ownPages.back")}
      </a>
    </main>
  );
}
