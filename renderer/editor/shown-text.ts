import { $getSelection, $isRangeSelection, type NodeKey } from "lexical";
import type * as Y from "yjs";
import { LINE_BREAK, LINE_START } from "../../shared/text/letters.ts";
import { lineText, type ShownLine } from "../../shared/text/lines.ts";
import { offsetOf, positionAt, type TextOffset, type TextPosition } from "../../shared/text/position.ts";
import { shownLetters, type ShownLetter } from "../../shared/text/shown-letters.ts";
import { $offsetOfPoint, $select, type Point } from "./lexical-offsets.ts";

/** Where a selection begins and where it ends, in a text that others write in too. */
export interface TextSelection {
  readonly anchor: TextPosition;
  readonly focus: TextPosition;
}

/**
 * What an editor shows of a text: its lines, and the block that shows each. Names places on the screen by the letters that stand there.
 * What begins with `$` is to be called while the editor's state can be read.
 */
export class ShownText {
  readonly #doc: Y.Doc;
  readonly lines: readonly ShownLine[];
  /** One for each line, in their order. */
  readonly blocks: readonly NodeKey[];

  constructor(doc: Y.Doc, lines: readonly ShownLine[], blocks: readonly NodeKey[]) {
    this.#doc = doc;
    this.lines = lines;
    this.blocks = blocks;
  }

  /** Where a position is seen. */
  offsetOf(position: TextPosition): TextOffset {
    return offsetOf(this.#doc, this.lines, position);
  }

  /** The position of a point of Lexical's; undefined where that is in no line. */
  $positionOf(point: Point): TextPosition | undefined {
    const offset = $offsetOfPoint(this.blocks, point);
    return offset === null ? undefined : positionAt(this.lines, offset);
  }

  /** The offsets of what is selected: the anchor's, then the focus's. */
  $offsets(): readonly [TextOffset, TextOffset] | null {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const anchor = $offsetOfPoint(this.blocks, selection.anchor);
    const focus = $offsetOfPoint(this.blocks, selection.focus);
    return anchor === null || focus === null ? null : [anchor, focus];
  }

  /** What is selected now, or null. */
  $selection(): TextSelection | null {
    const offsets = this.$offsets();
    if (offsets === null) return null;
    return { anchor: positionAt(this.lines, offsets[0]), focus: positionAt(this.lines, offsets[1]) };
  }

  /** Selects what stands between two positions, to go on in this format. To be called inside an update. */
  $select({ anchor, focus }: TextSelection, format = 0): void {
    $select(this.blocks, this.offsetOf(anchor), this.offsetOf(focus), format);
  }

  /** The letters of a selection. */
  lettersOf(selection: TextSelection): readonly ShownLetter[] {
    const [from, to] = this.#ends(selection);
    const lines = this.lines.slice(from.line, to.line + 1);
    const before = lines.slice(0, -1).reduce((sum, line) => sum + lineText(line).length + 1, 0);
    return shownLetters(lines).between(from.at, before + to.at);
  }

  /** The words of a selection, a line for each line. */
  wordsOf(selection: TextSelection): string {
    const words = this.lettersOf(selection).map(({ text }) => text);
    return words.join("").replaceAll(LINE_BREAK, LINE_START);
  }

  /** Whether a position is inside a selection. */
  contains(selection: TextSelection, position: TextPosition): boolean {
    const [from, to] = this.#ends(selection);
    const at = this.offsetOf(position);
    return !isBefore(at, from) && !isBefore(to, at);
  }

  #ends({ anchor, focus }: TextSelection): readonly [TextOffset, TextOffset] {
    const [one, other] = [this.offsetOf(anchor), this.offsetOf(focus)];
    return isBefore(other, one) ? [other, one] : [one, other];
  }
}

function isBefore(one: TextOffset, other: TextOffset): boolean {
  return one.line < other.line || (one.line === other.line && one.at < other.at);
}
