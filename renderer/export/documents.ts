import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { ReaderName } from "../../shared/consent/statements.ts";
import { refuseUnlessFinal, type NotExported } from "../../shared/export/record.ts";
import { renderHtml } from "../../shared/export/render-html.ts";
import { renderMarkdown } from "../../shared/export/render-markdown.ts";
import type { ExportStrings } from "../../shared/export/strings.ts";
import { ok, type Result } from "../../shared/result.ts";

/** What a record can be taken home as. A paper is made of the HTML. */
export type Form = "html" | "markdown";

/** The text of a document, or why there is none: as agreed it is made only of what is agreed. */
export function documentOf(wish: {
  readonly proposed: ProposedRevision;
  readonly reader: ReaderName;
  readonly standing: "agreed" | "draft";
  readonly form: Form;
  readonly strings: ExportStrings;
}): Result<string, NotExported> {
  const { proposed, reader, standing, form, strings } = wish;
  if (standing === "agreed") {
    const gate = refuseUnlessFinal(proposed);
    if (!gate.ok) return gate;
  }
  const render = form === "html" ? renderHtml : renderMarkdown;
  return ok(render({ standing, proposed, reader, strings }));
}
