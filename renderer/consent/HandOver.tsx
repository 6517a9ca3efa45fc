import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { BackToMeeting } from "../ui/BackToMeeting.tsx";
import { Button } from "../ui/Button.tsx";
import { Title } from "../ui/Title.tsx";
import "./consent.css";

/** Asks who is reading. It says nothing about who has answered and who has not. */
export function WhoReads(props: {
  readonly readers: readonly Voice[];
  readonly onReader: (voice: VoiceId) => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  return (
    <main className="page hand-over">
      <Title page={`${t("consent.whoReads")} · ${t("app.name")}`}>{t("consent.whoReads")}</Title>
      <p>{t("consent.whoReadsLead")}</p>
      <ul className="hand-over__readers">
        {props.readers.map(({ id, profile }) => (
          <li key={id}>
            <Button onPress={() => props.onReader(id)}>
              <Avatar profile={profile} size="small" />
              {profile.name}
            </Button>
          </li>
        ))}
      </ul>
      <BackToMeeting className="button button--quiet" href={props.backHref} />
    </main>
  );
}

/** Lies over everything while the laptop goes from hand to hand. */
export function Cover(props: {
  readonly reader: Voice;
  readonly onThere: () => void;
  readonly onSomeoneElse: () => void;
}) {
  const { t } = useTranslation();
  const { name } = props.reader.profile;
  const title = t("consent.coverTitle", { name });
  return (
    <main className="page hand-over">
      <Avatar profile={props.reader.profile} size="large" />
      <Title page={`${title} · ${t("app.name")}`}>{title}</Title>
      <p>{t("consent.cover", { name })}</p>
      <Button weight="main" onPress={props.onThere}>
        {t("consent.coverThere", { name })}
      </Button>
      <Button weight="quiet" onPress={props.onSomeoneElse}>
        {t("consent.someoneElse")}
      </Button>
    </main>
  );
}
