import { $getNodeByKey, $getRoot, $isElementNode, type ElementNode, type NodeKey } from "lexical";
import type { ShownLine } from "../../shared/text/lines.ts";
import type { ChangedLines } from "./changed-lines.ts";
import { $createBlock, $drawLine, isOfKind } from "./lexical-lines.ts";
import { pairedLines } from "./paired-lines.ts";
import type { ShownText } from "./shown-text.ts";

export interface Drawing {
  readonly shown: ShownText;
  readonly next: readonly ShownLine[];
  readonly changed: ChangedLines;
}

/** Has the blocks of an editor show other lines: as few of them are touched as it takes. Returns the blocks, one for each line. */
export function $drawBlocks({ shown: { lines: before, blocks }, next, changed }: Drawing): readonly NodeKey[] {
  const { from, oldTo, newTo } = changed;
  const root = $getRoot();
  if (blocks.length === 0) root.clear();
  const lines = next.slice(from, newTo);
  const pairs = pairedLines(before.slice(from, oldTo), lines);
  for (let index = from; index < oldTo; index += 1) {
    if (!pairs.includes(index - from)) blockAt(blocks, index)?.remove();
  }
  const drawn = lines.map((line, index) => {
    const pair = pairs[index] ?? null;
    const block = $blockFor(line, pair === null ? null : blockAt(blocks, from + pair));
    if (block.getParent() === null) root.splice(from + index, 0, [block]);
    $drawLine(block, line);
    return block.getKey();
  });
  return [...blocks.slice(0, from), ...drawn, ...blocks.slice(oldTo)];
}

/** The block that is to show a line: the one that did, where it is of the right kind, else a new one with what was in it. */
function $blockFor(line: ShownLine, known: ElementNode | null): ElementNode {
  if (known === null) return $createBlock(line);
  return isOfKind(known, line) ? known : known.replace($createBlock(line), true);
}

function blockAt(blocks: readonly NodeKey[], index: number): ElementNode | null {
  const key = blocks[index];
  const node = key === undefined ? null : $getNodeByKey(key);
  return $isElementNode(node) ? node : null;
}
