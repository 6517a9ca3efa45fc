import { describe, expect, it } from "vitest";
import { renderDocx } from "../../../../shared/export/render-docx.ts";
import { renderFhir } from "../../../../shared/export/render-fhir.ts";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { renderMarkdown } from "../../../../shared/export/render-markdown.ts";
import { renderText } from "../../../../shared/export/render-text.ts";
import type { ExportRecord } from "../../../../shared/export/record.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { later, proven } from "../../../cast/proven.ts";
import { openDocx } from "../../../exports/docx-opened.ts";

const BEGINNING = "It takes the place of the text with the fingerprint";

/** What one reads of it, whatever marks stand between the words. */
const forms: readonly (readonly [form: string, read: (record: ExportRecord) => Promise<string> | string])[] = [
  ["the page", (record) => withoutTags(renderHtml(record))],
  ["the Markdown", (record) => renderMarkdown(record).replaceAll("`", "")],
  ["the plain text", renderText],
  [
    "the document",
    async (record) =>
      openDocx(await renderDocx(record))
        .paragraphs.map(textOf)
        .join("\n"),
  ],
  ["the FHIR document", async (record) => withoutTags(await renderFhir(record))],
];

const textOf = ({ text }: { readonly text: string }) => text;
const withoutTags = (page: string) => page.replace(/<[^>]*>/gu, "");

describe.each(["agreed", "draft"] as const)("an amendment that is %s", (standing) => {
  it.each(forms)("says in %s which text it takes the place of", async (_form, read) => {
    const told = await read({ standing, reader: "network", proposed: later, strings });
    expect(told).toContain(`${BEGINNING} ${proven.digest.slice(0, 16)}…`);
  });

  it.each(forms)("says nothing of the kind in %s where it takes no other’s place", async (_form, read) => {
    expect(await read({ standing, reader: "network", proposed: proven, strings })).not.toContain(BEGINNING);
  });
});
