import { lazy, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MeetingId, UtteranceId } from "../../shared/feed/ids.ts";
import { goesByCover, nextWhenLetIn } from "../../shared/meeting/hand-over.ts";
import type { Shell } from "../../shared/shell.ts";
import { Introduce } from "../arrive/Introduce.tsx";
import { Waiting } from "../arrive/Waiting.tsx";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { HasLeftContext } from "../ui/BackToMeeting.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Title } from "../ui/Title.tsx";
import { HereOrElsewhere, OpenElsewhere } from "./OpenElsewhere.tsx";
import { HandOverCover } from "./HandOverCover.tsx";
import { MeetingRoom } from "./MeetingRoom.tsx";
import type { OpenMeeting } from "./open-meeting.ts";
import { LeftPage } from "./LeftPage.tsx";
import { PageBar } from "./PageBar.tsx";
import { PauseCover } from "./PauseCover.tsx";
import { fragmentOf, type MeetingPart } from "./route.ts";
import type { Editors } from "./slots.ts";
import { OffTheRecordElsewhere } from "./RoomOffTheRecord.tsx";
import { useLetIn } from "./use-let-in.ts";
import { useDraft, useMeeting } from "./use-meeting.ts";
import { goOn } from "./use-route.ts";
import { useOfferedDoor } from "./use-offered-door.ts";
import { useWallKey } from "./use-wall-key.ts";

const AloudPage = lazy(async () => ({ default: (await import("./AloudPage.tsx")).AloudPage }));
const CardPage = lazy(async () => ({ default: (await import("./CardPage.tsx")).CardPage }));
const ProposePage = lazy(async () => ({ default: (await import("./ProposePage.tsx")).ProposePage }));
const ReadPage = lazy(async () => ({ default: (await import("./ReadPage.tsx")).ReadPage }));
const ReadersPage = lazy(async () => ({ default: (await import("./ReadersPage.tsx")).ReadersPage }));
const RecordPage = lazy(async () => ({ default: (await import("./RecordPage.tsx")).RecordPage }));
const OwnPagesPage = lazy(async () => ({ default: (await import("./OwnPagesPage.tsx")).OwnPagesPage }));
const VoicesPage = lazy(async () => ({ default: (await import("./VoicesPage.tsx")).VoicesPage }));
const WallPage = lazy(async () => ({ default: (await import("./WallPage.tsx")).WallPage }));

/** What every screen of a meeting is given. */
export interface InMeeting {
  readonly session: MeetingSession;
  readonly meeting: MeetingId;
  readonly shell: Shell;
  readonly editors: Editors;
}

/** One meeting: opens it, brings a newcomer to the door, and covers every screen of it while it pauses. */
export function MeetingFrame(props: {
  readonly open: OpenMeeting;
  readonly meeting: MeetingId;
  readonly part: MeetingPart;
  readonly shell: Shell;
  readonly editors: Editors;
}) {
  const { t } = useTranslation();
  const { open, meeting } = props;
  const [opened, setOpened] = useState<Awaited<ReturnType<OpenMeeting["open"]>> | null>(null);
  useEffect(() => {
    let wanted = true;
    void open.open(meeting).then((result) => {
      if (wanted) setOpened(result);
    });
    return () => {
      wanted = false;
    };
  }, [open, meeting]);

  const elsewhere = opened?.ok === false && opened.reason === "open-elsewhere";
  const takeOver = () => {
    setOpened(null);
    void open.takeOver(meeting).then(setOpened);
  };
  if (opened?.ok === true) {
    return (
      <HereOrElsewhere key={meeting} session={opened.value} takeOver={takeOver}>
        <Opened
          session={opened.value}
          meeting={meeting}
          part={props.part}
          justLetIn={open.isJustLetIn(opened.value)}
          shell={props.shell}
          editors={props.editors}
        />
      </HereOrElsewhere>
    );
  }
  if (elsewhere) return <OpenElsewhere takeOver={takeOver} />;
  return (
    <main className="page waiting">
      <Title page={t("app.name")}>{t(opened === null ? "meeting.opening" : "home.title")}</Title>
      <Notice role="alert">{opened === null ? null : t(refusalKey(opened.reason))}</Notice>
      <a className="button" href="#/">
        {t("start.back")}
      </a>
    </main>
  );
}

function Opened(
  props: InMeeting & {
    readonly part: MeetingPart;
    /** Whether this laptop was let in at the door a moment ago. */
    readonly justLetIn: boolean;
  },
) {
  const { session, meeting, part } = props;
  const voices = useMeeting(session, (view) => view.state.voices);
  const localVoices = useMeeting(session, (view) => view.localVoices);
  const name = useMeeting(session, (view) => view.state.begun?.name ?? "");
  const connected = useMeeting(session, (view) => view.peers > 0);
  const local = localVoices.map((id) => voices.get(id)).filter((voice) => voice !== undefined);
  const inside = local.some(({ standing }) => standing === "admitted" || standing === "removed");
  const waiting = inside ? undefined : local.find(({ standing }) => standing === "waiting");
  useOfferedDoor(session, props.shell.hosting);
  useWallKey(meeting, inside ? part : "voice");
  useLetIn(waiting !== undefined, useDraft(session) !== null, props.justLetIn);

  const wasInside = useRef(inside);
  useEffect(() => {
    const view = session.view();
    const next = wasInside.current || !inside ? null : nextWhenLetIn(local, view.speakingAs);
    wasInside.current = inside;
    if (next === null) return;
    // Whoever looked at what they said before they left, while they waited, is here again as who was let in.
    if (goesByCover(view, next)) session.handOver();
    else session.speakAs(next);
  });

  useEffect(() => {
    if (part !== "voice") return;
    // Whoever comes in has the laptop in their hands now: what is private to the one before is out of reach.
    const { speakingAs, withPin } = session.view();
    if (speakingAs !== null && withPin.has(speakingAs)) session.handOver();
  }, [part, session]);

  if (part === "voice" || localVoices.length === 0) {
    return (
      <Introduce
        another={inside}
        meetingName={name}
        connected={connected}
        taken={new Set([...voices.values()].map((voice) => voice.profile.colour))}
        introduce={(profile, pin) => session.introduce(profile, pin)}
        onIntroduced={() => goOn({ screen: "meeting", meeting, part }, { screen: "meeting", meeting, part: "room" })}
        backHref={inside ? fragmentOf({ screen: "meeting", meeting, part: "room" }) : "#/"}
      />
    );
  }
  const left = !inside && local.some(({ standing }) => standing === "left");
  if (waiting !== undefined && (!left || part === "room")) {
    const earlierHref = left ? fragmentOf({ screen: "meeting", meeting, part: "left" }) : null;
    const state = connected ? "knocked" : "alone";
    return <Waiting profile={waiting.profile} state={state} pictures={[]} earlierHref={earlierHref} backHref="#/" />;
  }
  if (left) return <AfterLeaving {...props} />;
  return (
    <HandOverCover session={session} meeting={meeting}>
      <PauseCover session={session}>
        {part === "room" || part === "wall" ? null : <PageBar session={session} />}
        {part === "room" ? null : <OffTheRecordElsewhere session={session} />}
        <Part {...props} />
      </PauseCover>
    </HandOverCover>
  );
}

/** What is open to those who have left: what is still theirs to say, and the texts that ask them. */
const AFTER_LEAVING: readonly MeetingPart[] = ["aloud", "read", "record"];

/** The meeting on a laptop that everyone here has left. Whoever has a PIN gives it, as before. */
function AfterLeaving(props: InMeeting & { readonly part: MeetingPart }) {
  const speakingAs = useMeeting(props.session, (view) => view.speakingAs);
  const hasLeft = useMeeting(
    props.session,
    ({ speakingAs: voice, state }) => voice !== null && state.voices.get(voice)?.standing === "left",
  );
  return (
    <HasLeftContext value>
      <HandOverCover session={props.session} meeting={props.meeting}>
        {hasLeft && AFTER_LEAVING.includes(props.part) ? <Part key={speakingAs} {...props} /> : <LeftPage {...props} />}
      </HandOverCover>
    </HasLeftContext>
  );
}

function Part({ part, ...inMeeting }: InMeeting & { readonly part: MeetingPart }) {
  const [lookedAt, lookAt] = useState<UtteranceId | null>(null);
  const onLookedAt = useCallback(() => lookAt(null), []);
  switch (part) {
    case "left":
    case "room":
    case "voice":
      return <MeetingRoom {...inMeeting} lookedAt={lookedAt} onLookedAt={onLookedAt} />;
    case "aloud":
      return <AloudPage {...inMeeting} />;
    case "card":
      return <CardPage {...inMeeting} />;
    case "propose":
      return <ProposePage {...inMeeting} />;
    case "read":
      return <ReadPage {...inMeeting} />;
    case "readers":
      return <ReadersPage {...inMeeting} />;
    case "record":
      return <RecordPage {...inMeeting} />;
    case "pages":
      return <OwnPagesPage {...inMeeting} />;
    case "voices":
      return <VoicesPage {...inMeeting} lookAt={lookAt} />;
    case "wall":
      return <WallPage {...inMeeting} />;
  }
}
