import { Footer, Header, PageNumber, Tab, TextRun, type ISectionOptions } from "docx";
import { html } from "./markup.ts";
import { fingerprintOf } from "./docx-consents.ts";
import { STYLE } from "./docx-styles.ts";
import { ownParagraph, paragraphOf, wellFormed } from "./docx-words.ts";
import type { Sheet } from "./sheet.ts";
import type { ExportStrings } from "./strings.ts";

/** A4 in twentieths of a point, with the margins of the printed page. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1361, bottom: 1247, left: 1134, right: 1134, header: 624, footer: 567 },
} as const;
const LINE_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** What stands on every page: whether it is agreed, above; the beginning of the digest and the page's number, below. */
export function frameOf(mark: string, { digest }: Sheet, strings: ExportStrings): Omit<ISectionOptions, "children"> {
  const number = new TextRun({ children: [new Tab(), PageNumber.CURRENT] });
  const foot = paragraphOf(strings.direction, {
    style: STYLE.foot,
    tabStops: [{ type: "right", position: LINE_WIDTH }],
    children: [...fingerprintOf(digest.slice(0, 16), strings), number],
  });
  return {
    properties: { page: PAGE },
    headers: { default: new Header({ children: [ownParagraph(STYLE.head, strings, mark)] }) },
    footers: { default: new Footer({ children: [foot] }) },
  };
}

/**
 * What a document says of itself (ISO/IEC 29500-2, core properties): its title, its language, and the moment of the text
 * rather than the one at which it was exported. Nobody is its author: it has as many as it has voices.
 */
export function corePropertiesOf(title: string, { language, frozenAt }: Sheet): string {
  const moment = new Date(frozenAt).toISOString();
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${html`<cp:coreProperties
    xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    ><dc:title>${wellFormed(title)}</dc:title><dc:language>${wellFormed(language)}</dc:language
    ><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created
    ><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties
  >`.toString()}`;
}
