import { $createHeadingNode, $isHeadingNode, type HeadingNode } from "@lexical/rich-text";
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type ParagraphNode,
  type TextNode,
} from "lexical";
import { LINE_BREAK } from "../../shared/text/letters.ts";
import type { ShownLine } from "../../shared/text/lines.ts";
import type { WrittenLine } from "../../shared/text/write-lines.ts";
import { asLetters } from "../../shared/text/words-from-outside.ts";

/** A run of a line as Lexical has it: text of one look, or a line break. */
interface Segment {
  readonly text: string;
  readonly format: number;
}

const BOLD = 1;
const ITALIC = 2;

/** A block as it reads in the editor. */
export function $readBlock(block: LexicalNode): WrittenLine {
  const runs = segmentsShown(block).map(({ text, format }) => {
    return { text: asLetters(text), bold: (format & BOLD) !== 0, italic: (format & ITALIC) !== 0 };
  });
  return { heading: $isHeadingNode(block), runs };
}

/** An empty block for a line. */
export function $createBlock({ heading }: ShownLine): HeadingNode | ParagraphNode {
  return heading ? $createHeadingNode("h3") : $createParagraphNode();
}

/** Whether a block is of the kind a line is to be shown in. */
export function isOfKind(block: LexicalNode, { heading }: ShownLine): boolean {
  return $isHeadingNode(block) === heading;
}

/** Has a block show a line. Nodes that show it already are left alone, and with them the caret in them. */
export function $drawLine(block: ElementNode, line: ShownLine): void {
  const wanted = segmentsOf(line);
  const children = block.getChildren();
  let first = 0;
  while (first < children.length && first < wanted.length && isShown(children[first], wanted[first])) first += 1;
  let [last, end] = [children.length, wanted.length];
  while (last > first && end > first && isShown(children[last - 1], wanted[end - 1])) {
    last -= 1;
    end -= 1;
  }
  while (first < last && first < end) {
    const [child, segment] = [children[first], wanted[first]];
    if (segment === undefined || segment.text === LINE_BREAK || !isPlainText(child, segment.format)) break;
    child.setTextContent(segment.text);
    first += 1;
  }
  const created = wanted.slice(first, end).map($createSegment);
  block.splice(first, last - first, created);
}

function segmentsOf({ pieces }: ShownLine): readonly Segment[] {
  const segments: Segment[] = [];
  for (const { text, bold, italic } of pieces) {
    const format = (bold ? BOLD : 0) | (italic ? ITALIC : 0);
    for (const part of text.split(/(\u2028)/)) {
      const last = segments.at(-1);
      if (part === "") continue;
      if (part === LINE_BREAK) segments.push({ text: part, format: 0 });
      else if (last !== undefined && last.text !== LINE_BREAK && last.format === format) {
        segments[segments.length - 1] = { text: last.text + part, format };
      } else segments.push({ text: part, format });
    }
  }
  return segments;
}

function segmentsShown(block: LexicalNode): readonly Segment[] {
  if ($isLineBreakNode(block)) return [{ text: LINE_BREAK, format: 0 }];
  if ($isTextNode(block)) return [{ text: block.getTextContent(), format: block.getFormat() }];
  return $isElementNode(block) ? block.getChildren().flatMap(segmentsShown) : [];
}

function $createSegment({ text, format }: Segment): LexicalNode {
  return text === LINE_BREAK ? $createLineBreakNode() : $createTextNode(text).setFormat(format);
}

function isShown(node: LexicalNode | undefined, segment: Segment | undefined): boolean {
  if (segment === undefined) return false;
  if (segment.text === LINE_BREAK) return $isLineBreakNode(node);
  return isPlainText(node, segment.format) && node.getTextContent() === segment.text;
}

function isPlainText(node: LexicalNode | undefined, format: number): node is TextNode {
  return $isTextNode(node) && node.getType() === "text" && node.getFormat() === format;
}
