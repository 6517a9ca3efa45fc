import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { I18nProvider } from "react-aria-components/I18nProvider";
import type { Shell } from "../../shared/shell.ts";
import type { GuestMeetings } from "../arrive/guest-meetings.ts";
import { Home, type HomeLinks } from "../home/Home.tsx";
import { createMessages } from "../i18n/messages.ts";
import type { Meetings, MeetingSession } from "../session/meeting-session.ts";
import { showPreferences } from "../settings/preferences.ts";
import { keepSecondClicks } from "../ui/second-click.ts";
import { KeyMap } from "./KeyMap.tsx";
import { Mishap } from "./Mishap.tsx";
import { OpenMeeting } from "./open-meeting.ts";
import { fragmentOf } from "./route.ts";
import type { Editors } from "./slots.ts";
import { goInstead, useRoute } from "./use-route.ts";
import "../ui/css/fonts.css";
import "../ui/css/tokens.css";
import "../ui/css/base.css";
import "../ui/css/parts.css";
import "./app.css";

// The first page comes at once; every other screen comes when someone goes there.
const Start = lazy(async () => ({ default: (await import("../arrive/Start.tsx")).Start }));
const JoinPage = lazy(async () => ({ default: (await import("./JoinPage.tsx")).JoinPage }));
const CheckPage = lazy(async () => ({ default: (await import("./CheckPage.tsx")).CheckPage }));
const Settings = lazy(async () => ({ default: (await import("../settings/Settings.tsx")).Settings }));
const MeetingFrame = lazy(async () => ({ default: (await import("./MeetingFrame.tsx")).MeetingFrame }));

export interface AppProps {
  readonly meetings: GuestMeetings;
  readonly shell: Shell;
  readonly editors: Editors;
}

const LINKS: HomeLinks = {
  start: fragmentOf({ screen: "start" }),
  join: "#/join",
  check: fragmentOf({ screen: "check" }),
  settings: fragmentOf({ screen: "settings" }),
  meeting: (meeting) => fragmentOf({ screen: "meeting", meeting, part: "room" }),
};

/** The whole visible program. What it knows comes from `meetings`, what it can do with files from `shell`. */
export function App(props: AppProps) {
  const [messages] = useState(() => {
    showPreferences();
    return createMessages();
  });
  useEffect(() => {
    document.documentElement.lang = messages.language;
    document.documentElement.dir = messages.dir();
  }, [messages]);
  useEffect(() => keepSecondClicks(document), []);
  return (
    <I18nextProvider i18n={messages}>
      <I18nProvider locale={messages.language}>
        <Mishap>
          <Suspense fallback={<Loading />}>
            <Screens {...props} />
          </Suspense>
          <KeyMap />
        </Mishap>
      </I18nProvider>
    </I18nextProvider>
  );
}

function Screens({ meetings, shell, editors }: AppProps) {
  const route = useRoute();
  const [open] = useState(() => new OpenMeeting(meetings));
  const list = useCallback(() => meetings.list(), [meetings]);
  const enter = useCallback(
    (session: MeetingSession, wasLetIn = false) =>
      goInstead({ screen: "meeting", meeting: open.hold(session, wasLetIn), part: "room" }),
    [open],
  );

  useEffect(() => {
    // Chromium's scrolling methods return promises: none of them may reach React as something to undo.
    window.scrollTo(0, 0);
  }, [route]);

  switch (route.screen) {
    case "home":
      return <FirstPage open={open} list={list} offered={shell.offeredInvitation} />;
    case "start":
      return <Start begin={(wish, keeps) => meetings.begin(wish, keeps)} onBegun={enter} backHref="#/" />;
    case "join":
      return (
        <JoinPage
          key={route.invitation}
          meetings={meetings}
          invitation={route.invitation}
          isGuest={shell.offeredInvitation !== undefined}
          hosting={shell.hosting}
          visitRoom={shell.visitRoom}
          onInside={enter}
          backHref="#/"
        />
      );
    case "check":
      return <CheckPage open={open} />;
    case "settings":
      return <Settings keyKeeping={shell} onBack={() => window.history.back()} />;
    case "meeting":
      return (
        <MeetingFrame
          key={route.meeting}
          open={open}
          meeting={route.meeting}
          part={route.part}
          shell={shell}
          editors={editors}
        />
      );
  }
}

/** Coming back to the first page leaves the room of whatever meeting was open. */
function FirstPage({
  open,
  list,
  offered,
}: {
  readonly open: OpenMeeting;
  readonly list: Meetings["list"];
  readonly offered: Shell["offeredInvitation"];
}) {
  useEffect(() => {
    open.leave();
  }, [open]);
  return <Home list={list} links={LINKS} offered={offered} />;
}

function Loading() {
  const { t } = useTranslation();
  return (
    <main className="page waiting">
      <h1 className="soft">{t("app.loading")}</h1>
    </main>
  );
}
