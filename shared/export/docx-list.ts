import { LevelFormat, type INumberingOptions, type ParagraphChild } from "docx";
import { MUTED_INK } from "./inks.ts";
import { STYLE } from "./docx-styles.ts";
import { childrenOf, paragraphOf } from "./docx-words.ts";
import type { ExportStrings } from "./strings.ts";

const LIST = "list";

/** The one kind of list in a document, with a list within it. */
export const LISTS: INumberingOptions = {
  config: [{ reference: LIST, levels: [levelOf(0), levelOf(1)] }],
};

/** An item of a list, as a screen reader counts them. */
export function itemParagraph(
  level: 0 | 1,
  strings: ExportStrings,
  ...children: readonly (readonly ParagraphChild[] | string)[]
) {
  return paragraphOf(strings.direction, {
    style: STYLE.item,
    numbering: { reference: LIST, level },
    children: childrenOf(strings, children),
  });
}

function levelOf(level: 0 | 1) {
  return {
    level,
    format: LevelFormat.BULLET,
    text: "–",
    style: { run: { color: MUTED_INK }, paragraph: { indent: { start: 284 * (level + 1), hanging: 284 } } },
  };
}
