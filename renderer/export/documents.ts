import type { ProposedRevision } from "../../shared/consent/state.ts";
import { refuseUnlessFinal } from "../../shared/export/record.ts";
import { renderHtml } from "../../shared/export/render-html.ts";
import { renderMarkdown } from "../../shared/export/render-markdown.ts";
import type { ExportStrings } from "../../shared/export/strings.ts";
import { ok, type Result } from "../../shared/result.ts";

/** What a record can be taken home as. A paper is made of the HTML. */
export type Form = "html" | "markdown";

/** The text of a document, or why there is none: as agreed it is made only of what is agreed. */
export function documentOf(wish: {
  readonly proposed: ProposedRevision;
  readonly standing: "agreed" | "draft";
  readonly form: Form;
  readonly strings: ExportStrings;
}): Result<string, "not-final"> {
  const { proposed, standing, form, strings } = wish;
  if (standing === "agreed") {
    const gate = refuseUnlessFinal(proposed);
    if (!gate.ok) return gate;
  }
  const render = form === "html" ? renderHtml : renderMarkdown;
  return ok(render({ standing, proposed, strings }));
}
