import { renderDocx } from "../../../../shared/export/render-docx.ts";
import { renderFhir } from "../../../../shared/export/render-fhir.ts";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { renderMarkdown } from "../../../../shared/export/render-markdown.ts";
import { renderText } from "../../../../shared/export/render-text.ts";
import type { ExportRecord } from "../../../../shared/export/record.ts";
import { openDocx } from "../../../exports/docx-opened.ts";

/** Every form of a record, with what one reads of it, whatever marks stand between the words. */
export const everyForm: readonly (readonly [form: string, read: (record: ExportRecord) => Promise<string> | string])[] =
  [
    ["the page", (record) => withoutTags(renderHtml(record))],
    ["the Markdown", (record) => renderMarkdown(record).replaceAll(/[`\\]|\*\*/gu, "")],
    ["the plain text", renderText],
    ["the document", async (record) => documentText(await renderDocx(record))],
    ["the FHIR document", async (record) => withoutTags(await renderFhir(record))],
  ];

function documentText(document: Uint8Array): string {
  return openDocx(document)
    .paragraphs.map(({ text }) => text)
    .join("\n");
}

function withoutTags(page: string): string {
  return page.replace(/<[^>]*>/gu, "");
}
