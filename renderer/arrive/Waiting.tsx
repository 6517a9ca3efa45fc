import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Picture } from "../../shared/door/pictures.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Pictures } from "../ui/Pictures.tsx";
import { Title } from "../ui/Title.tsx";
import "./arrive.css";

/** After knocking. Nothing to do and nothing that moves: it opens by itself. */
export function Waiting(props: {
  readonly profile: Profile;
  /**
   * How it stands: no other laptop is reached (`alone`); nobody has answered yet (`knocked`) or for a long while
   * (`unanswered`); or somebody who can let one in has (`met`).
   */
  readonly state: "alone" | "knocked" | "met" | "unanswered";
  /** What to compare with whoever has answered; none while nobody has. */
  readonly pictures: readonly Picture[];
  /** The page of those who were here before and have left; null where nobody has. */
  readonly earlierHref: string | null;
  readonly backHref: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const title = t("arrive.waitingTitle", { name: props.profile.name });
  return (
    <main className="page waiting">
      <Avatar profile={props.profile} size="large" />
      <Title page={`${title} · ${t("app.name")}`}>{title}</Title>
      <p role="status">{t(`arrive.waitingStates.${props.state}`)}</p>
      {props.pictures.length === 0 ? null : (
        <>
          <p>{t("arrive.compare")}</p>
          <Pictures pictures={props.pictures} />
        </>
      )}
      {props.children}
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
