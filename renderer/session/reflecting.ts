import { placeName } from "../../shared/meeting/stated.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";
import type { ReflectingWishes } from "./reflecting-wishes.ts";

/** Reflections, by the voice that speaks now. */
export function reflecting(live: LiveMeeting, permission: Permission): ReflectingWishes {
  return {
    async openReflection() {
      const local = permission.maySpeak();
      if (!local.ok) return local;
      const kind = live.state.meeting.voices.get(local.value.id)?.profile.kind;
      if (kind !== "professional" && kind !== "peer") return no("not-a-helper");
      if (live.state.meeting.reflection?.stage === "listening") return ok(null);
      return permission.declared(local, { kind: "reflection-opened" });
    },
    endReflection: () => endEach("listening", "reflection-closed"),
    passSpace: () => endEach("space", "space-passed"),
  };

  /** Two laptops can have opened one each without knowing: whoever ends it means all of them. */
  async function endEach(
    stage: "listening" | "space",
    kind: "reflection-closed" | "space-passed",
  ): Promise<Result<null, Refusal>> {
    const ended = new Set<string>();
    for (;;) {
      const local = permission.mayAct();
      if (!local.ok) return local;
      const { reflection } = live.state.meeting;
      if (reflection?.stage !== stage || ended.has(placeName(reflection))) return ok(null);
      ended.add(placeName(reflection));
      await live.declare(local.value, { kind, feed: reflection.feed, seq: reflection.seq });
    }
  }
}
