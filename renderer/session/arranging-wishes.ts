import type { ArrangementChange } from "../../shared/meeting/arrangements.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "./meeting-session.ts";

/** Who comes when, and whom to ring. */
export interface ArrangingWishes {
  /** Writes, rewrites or takes out one line. The other lines stay as they are by then, whoever has noted them. */
  noteArrangement(change: ArrangementChange): Promise<Result<null, Refusal>>;
}
