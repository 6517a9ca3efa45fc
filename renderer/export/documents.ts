import type { ProposedRevision } from "../../shared/consent/state.ts";
import { no, type Result } from "../../shared/result.ts";

export type Form = "html" | "markdown";
export function documentOf(
  _p: ProposedRevision,
  _f: Form,
  _as: "agreed" | "draft",
): Result<string, "not-exported" | "not-final"> {
  return no("not-exported");
}
