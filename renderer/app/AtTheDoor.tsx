import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { picturesOf } from "../../shared/door/pictures.ts";
import { COLOURS, type Colour } from "../../shared/meeting/shapes.ts";
import { Introduce } from "../arrive/Introduce.tsx";
import { Waiting } from "../arrive/Waiting.tsx";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { DoorVisit } from "../session/door.ts";
import type { MeetingSession } from "../session/meeting-session.ts";
import { Notice } from "../ui/Notice.tsx";

/** Which colours are taken is seen only inside. One by chance is most likely nobody’s. */
function allButOne(): ReadonlySet<Colour> {
  const free = Math.floor(Math.random() * COLOURS.length);
  return new Set(COLOURS.filter((_, index) => index !== free));
}

/** Before the door of a meeting that this laptop is not in yet: saying who one is, knocking, and waiting. */
export function AtTheDoor(props: {
  readonly visit: DoorVisit;
  readonly onInside: (session: MeetingSession, wasLetIn: boolean) => void;
  readonly backHref: string;
}) {
  const { t } = useTranslation();
  const { visit, onInside } = props;
  const [taken] = useState(allButOne);
  const view = useSyncExternalStore(
    useCallback((listener: () => void) => visit.subscribe(listener), [visit]),
    () => visit.view(),
  );
  useEffect(() => {
    if (view.session !== null) onInside(view.session, true);
  }, [view.session, onInside]);

  if (view.profile === null) {
    return (
      <Introduce
        another={false}
        meetingName=""
        connected={view.connected}
        taken={taken}
        introduce={(profile, pin) => visit.knock(profile, pin)}
        onIntroduced={() => undefined}
        backHref={props.backHref}
      />
    );
  }
  return (
    <Waiting
      profile={view.profile}
      state={!view.connected ? "alone" : view.isUnanswered ? "unanswered" : view.pictures === null ? "knocked" : "met"}
      pictures={view.pictures === null ? [] : picturesOf(view.pictures)}
      earlierHref={null}
      backHref={props.backHref}
    >
      <Notice role="alert">{view.failed === null ? null : t(refusalKey(view.failed))}</Notice>
    </Waiting>
  );
}
