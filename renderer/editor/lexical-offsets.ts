import {
  $createRangeSelection,
  $getNodeByKey,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from "lexical";
import type { TextOffset } from "../../shared/text/position.ts";

/** A point of a selection, as Lexical has it. */
export interface Point {
  readonly key: NodeKey;
  readonly offset: number;
  readonly type: "element" | "text";
}

/** Where a point of a selection is, among blocks that stand for the lines in their order; null where it is in none of them. */
export function $offsetOfPoint(blocks: readonly NodeKey[], point: Point): TextOffset | null {
  const node = $getNodeByKey(point.key);
  if (node === null) return null;
  const block = node.getTopLevelElement();
  if (!$isElementNode(block)) {
    // The point is among the blocks themselves: at the beginning of the one that follows it.
    return blocks.length === 0 ? null : { line: Math.min(point.offset, blocks.length - 1), at: 0 };
  }
  const line = blocks.indexOf(block.getKey());
  if (line === -1) return null;
  if (point.type === "text" || !$isElementNode(node)) return { line, at: $unitsBefore(node, block) + point.offset };
  const inside = node.getChildren().slice(0, point.offset);
  return { line, at: $unitsBefore(node, block) + inside.reduce((sum, child) => sum + $unitsIn(child), 0) };
}

/** Puts the caret, or the selection, at these offsets. */
export function $select(blocks: readonly NodeKey[], anchor: TextOffset, focus: TextOffset, format: number): void {
  const [from, to] = [$pointAt(blocks, anchor), $pointAt(blocks, focus)];
  if (from === null || to === null) return;
  const selection = $createRangeSelection();
  selection.anchor.set(from.key, from.offset, from.type);
  selection.focus.set(to.key, to.offset, to.type);
  selection.format = format;
  $setSelection(selection);
}

/** The point of an offset: in a text wherever there is one, else in the block itself. */
export function $pointAt(blocks: readonly NodeKey[], { line, at }: TextOffset): Point | null {
  const key = blocks[Math.min(line, blocks.length - 1)];
  const block = key === undefined ? null : $getNodeByKey(key);
  if (!$isElementNode(block)) return null;
  let left = line < blocks.length ? at : Infinity;
  for (const [index, child] of block.getChildren().entries()) {
    const units = $unitsIn(child);
    if ($isTextNode(child) && left <= units) return { key: child.getKey(), offset: left, type: "text" };
    if ($isLineBreakNode(child) && left === 0) return { key: block.getKey(), offset: index, type: "element" };
    left -= units;
  }
  const last = block.getLastChild();
  return $isTextNode(last)
    ? { key: last.getKey(), offset: last.getTextContentSize(), type: "text" }
    : { key: block.getKey(), offset: block.getChildrenSize(), type: "element" };
}

function $unitsBefore(node: LexicalNode, block: ElementNode): number {
  let units = 0;
  for (let at = node; at.getKey() !== block.getKey(); at = at.getParentOrThrow()) {
    for (const sibling of at.getPreviousSiblings()) units += $unitsIn(sibling);
  }
  return units;
}

/** How many UTF-16 units of its line a node stands for. */
function $unitsIn(node: LexicalNode): number {
  if ($isLineBreakNode(node)) return 1;
  if ($isTextNode(node)) return node.getTextContentSize();
  return $isElementNode(node) ? node.getChildren().reduce((sum, child) => sum + $unitsIn(child), 0) : 0;
}
