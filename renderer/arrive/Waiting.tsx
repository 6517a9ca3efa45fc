import { useTranslation } from "react-i18next";
import type { Profile } from "../../shared/meeting/shapes.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Title } from "../ui/Title.tsx";
import "./arrive.css";

/** After knocking. Nothing to do and nothing that moves: it opens by itself. */
export function Waiting(props: {
  readonly profile: Profile;
  readonly connected: boolean;
  /** The page of those who were here before and have left; null where nobody has. */
  readonly earlierHref: string | null;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const title = t("arrive.waitingTitle", { name: props.profile.name });
  return (
    <main className="page waiting">
      <Avatar profile={props.profile} size="large" />
      <Title page={`${title} · ${t("app.name")}`}>{title}</Title>
      <p role="status">{t(props.connected ? "arrive.waiting" : "arrive.waitingAlone")}</p>
      {props.earlierHref === null ? null : (
        <a className="button button--quiet" href={props.earlierHref}>
          {t("leaving.earlier")}
        </a>
      )}
      <a className="button" href={props.backHref}>
        {t("arrive.leave")}
      </a>
    </main>
  );
}
