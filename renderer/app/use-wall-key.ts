import { useEffect } from "react";
import type { MeetingId } from "../../shared/feed/ids.ts";
import type { MeetingPart } from "./route.ts";
import { go } from "./use-route.ts";

/** Where nobody is in the middle of something that leaving would take away. */
const FROM: readonly MeetingPart[] = ["room", "voices", "wall"];

/** F8 shows the meeting on the wall and comes back from there; so does Escape. */
export function useWallKey(meeting: MeetingId, part: MeetingPart): void {
  useEffect(() => {
    if (!FROM.includes(part)) return;
    const onKey = (event: KeyboardEvent): void => {
      const leaves = part === "wall" && (event.key === "F8" || (event.key === "Escape" && !event.defaultPrevented));
      if (!leaves && event.key !== "F8") return;
      event.preventDefault();
      go({ screen: "meeting", meeting, part: leaves ? "room" : "wall" });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [meeting, part]);
}
