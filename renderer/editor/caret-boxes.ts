import type { LexicalEditor } from "lexical";
import type { TextOffset } from "../../shared/text/position.ts";
import { $pointAt } from "./lexical-offsets.ts";
import type { ShownText } from "./shown-text.ts";

/** A box on the screen, measured from a corner of the page's own. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a caret at this offset stands on the screen; null while that is not drawn. To be called while the editor can be read. */
export function $caretBox(editor: LexicalEditor, shown: ShownText, offset: TextOffset): Box | null {
  const range = $rangeAt(editor, shown, offset, offset);
  if (range === null) return null;
  const [first] = range.getClientRects();
  if (first !== undefined) return boxOf(first);
  // Nothing stands in an empty line: the caret is where its first letter would be.
  const { startContainer } = range;
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  if (element === null) return null;
  const { left, right, top, height } = element.getBoundingClientRect();
  return { left: getComputedStyle(element).direction === "rtl" ? right : left, top, width: 0, height };
}

/** The boxes of what is selected between two offsets, one for each line on the screen. */
export function $selectionBoxes(
  editor: LexicalEditor,
  shown: ShownText,
  from: TextOffset,
  to: TextOffset,
): readonly Box[] {
  const isForward = from.line < to.line || (from.line === to.line && from.at <= to.at);
  const range = isForward ? $rangeAt(editor, shown, from, to) : $rangeAt(editor, shown, to, from);
  return range === null ? [] : [...range.getClientRects()].map(boxOf);
}

function $rangeAt(editor: LexicalEditor, shown: ShownText, from: TextOffset, to: TextOffset): Range | null {
  const [start, end] = [$placeInPage(editor, shown, from), $placeInPage(editor, shown, to)];
  if (start === null || end === null) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

function $placeInPage(editor: LexicalEditor, shown: ShownText, offset: TextOffset) {
  const point = $pointAt(shown.blocks, offset);
  const element = point === null ? null : editor.getElementByKey(point.key);
  if (point === null || element === null) return null;
  if (point.type === "element") return { node: element, offset: Math.min(point.offset, element.childNodes.length) };
  // A text stands in an element of its own, perhaps within marks for how it looks.
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  return text === null ? null : { node: text, offset: Math.min(point.offset, text.textContent?.length ?? 0) };
}

function boxOf({ left, top, width, height }: DOMRect): Box {
  return { left, top, width, height };
}
