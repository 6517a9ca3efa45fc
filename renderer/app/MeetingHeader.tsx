import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { useTranslation } from "react-i18next";
import type { MeetingId } from "../../shared/feed/ids.ts";
import type { Hosting } from "../../shared/shell.ts";
import { Invitation } from "../arrive/Invitation.tsx";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession, Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { useWish } from "../ui/use-wish.ts";
import { mayHost } from "./hosts.ts";
import { showKeys } from "./KeyMap.tsx";
import { People } from "./People.tsx";
import { fragmentOf } from "./route.ts";
import { StateSentence } from "./StateSentence.tsx";
import { useMeeting, useSharedPages } from "./use-meeting.ts";

/** The meeting's name, how things stand, who is here, and the pause, which is always in reach. */
export function MeetingHeader(props: {
  readonly session: MeetingSession;
  readonly meeting: MeetingId;
  /** How this laptop hosts; a guest's does not. */
  readonly hosting: Hosting | undefined;
  readonly onPause: () => void;
}) {
  const { t } = useTranslation();
  const { session, meeting } = props;
  const begunName = useMeeting(session, (view) => view.state.begun?.name ?? "");
  const voices = useMeeting(session, (view) => view.state.voices);
  const invitation = useMeeting(session, (view) => view.invitation);
  const agreed = useMeeting(session, (view) => view.agreed !== null);
  const wish = useWish<Refusal>();
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const hosts = useMeeting(session, (view) => mayHost(view.state.voices, view.localVoices));
  const shared = useSharedPages(session);
  const speaking = speakingAs === null ? undefined : voices.get(speakingAs);
  const isPerson = speaking?.standing === "admitted" && speaking.profile.kind === "person";
  const name = begunName === "" ? t("meeting.unnamed") : begunName;
  return (
    <header className="meeting-header">
      <div className="meeting-header__name">
        <Title page={`${name} · ${t("app.name")}`}>{name}</Title>
        <StateSentence session={session} hosting={props.hosting} />
      </div>
      <People session={session} wish={wish} />
      <div className="meeting-header__actions">
        <Invitation link={invitation} hosting={props.hosting} changeDoor={hosts ? () => session.changeDoor() : null} />
        <Button onPress={props.onPause}>{t("meeting.pause")}</Button>
        <MenuTrigger>
          <Button>
            {t("meeting.more")} <span aria-hidden="true">▾</span>
          </Button>
          <Popover className="popover" placement="bottom end">
            <Menu className="menu">
              <MenuItem className="menu__item" href={fragmentOf({ screen: "meeting", meeting, part: "record" })}>
                {t(agreed ? "meeting.openRecord" : "meeting.openDraft")}
              </MenuItem>
              {isPerson || shared.length > 0 ? (
                <MenuItem className="menu__item" href={fragmentOf({ screen: "meeting", meeting, part: "pages" })}>
                  {t(isPerson ? "ownPages.title" : "ownPages.shared")}
                </MenuItem>
              ) : null}
              <MenuItem className="menu__item" href={fragmentOf({ screen: "meeting", meeting, part: "readers" })}>
                {t("readers.open")}
              </MenuItem>
              <MenuItem className="menu__item" href={fragmentOf({ screen: "meeting", meeting, part: "card" })}>
                {t("card.open")}
              </MenuItem>
              <MenuItem className="menu__item" href={fragmentOf({ screen: "meeting", meeting, part: "voices" })}>
                {t("voices.open")}
              </MenuItem>
              <MenuItem className="menu__item" href={fragmentOf({ screen: "meeting", meeting, part: "wall" })}>
                {t("wall.open")}
              </MenuItem>
              <MenuItem
                className="menu__item"
                onAction={() => void wish.run(() => session.beginOffTheRecord(), "off the record")}
              >
                {t("offTheRecord.begin")}
              </MenuItem>
              <MenuItem className="menu__item" href={fragmentOf({ screen: "settings" })}>
                {t("meeting.settings")}
              </MenuItem>
              <MenuItem className="menu__item" onAction={showKeys}>
                {t("meeting.keys")}
              </MenuItem>
              <MenuItem className="menu__item" href="#/">
                {t("meeting.home")}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
    </header>
  );
}
