import type { MeetingView } from "../session/meeting-session.ts";

/** What the header says about the text and about where it is safe: two catalogue keys. */
export interface Standing {
  readonly text: "standing.agreed" | "standing.draft";
  readonly kept: "standing.failed" | "standing.savedAlone" | "standing.savedWithAll" | "standing.saving";
}

/** Says no more than is so: "saved" only when everything typed here is. */
export function standingOf(view: Pick<MeetingView, "agreed" | "openRevision" | "peers" | "saving">): Standing {
  const agreed = view.agreed !== null && (view.openRevision === null || view.openRevision === view.agreed);
  return { text: agreed ? "standing.agreed" : "standing.draft", kept: keptOf(view) };
}

function keptOf(view: Pick<MeetingView, "peers" | "saving">): Standing["kept"] {
  switch (view.saving) {
    case "failed":
      return "standing.failed";
    case "saving":
      return "standing.saving";
    case "saved":
      return view.peers > 0 ? "standing.savedWithAll" : "standing.savedAlone";
  }
}
