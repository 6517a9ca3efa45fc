import { isWithdrawn } from "../../shared/consent/final.ts";
import type { MeetingView } from "../session/meeting-session.ts";

/** What the header says about the text and about where it is safe: two catalogue keys. */
export interface Standing {
  readonly text: "standing.agreed" | "standing.draft" | "standing.withdrawn";
  readonly kept:
    | "standing.failed"
    | "standing.guestAlone"
    | "standing.guestWithAll"
    | "standing.savedAlone"
    | "standing.savedWithAll"
    | "standing.saving";
}

type Told = Pick<MeetingView, "agreed" | "keeps" | "openRevision" | "peers" | "revisions" | "saving">;

/** Says no more than is so: "saved" only when everything typed here is, and not where it goes with the window. */
export function standingOf(view: Told): Standing {
  return { text: textOf(view), kept: keptOf(view) };
}

function textOf({ agreed, openRevision, revisions }: Told): Standing["text"] {
  if (agreed === null || (openRevision !== null && openRevision !== agreed)) return "standing.draft";
  const record = revisions.get(agreed);
  return record !== undefined && isWithdrawn(record) ? "standing.withdrawn" : "standing.agreed";
}

function keptOf(view: Told): Standing["kept"] {
  switch (view.saving) {
    case "failed":
      return "standing.failed";
    case "saving":
      return "standing.saving";
    case "saved":
      if (view.keeps === "window") return view.peers > 0 ? "standing.guestWithAll" : "standing.guestAlone";
      return view.peers > 0 ? "standing.savedWithAll" : "standing.savedAlone";
  }
}
