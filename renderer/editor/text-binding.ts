import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  COLLABORATION_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import { History } from "../../shared/text/history.ts";
import type { LetterId } from "../../shared/text/letters.ts";
import { lineText, readsAlike, type ShownLine } from "../../shared/text/lines.ts";
import { offsetOf, positionAt, type TextOffset, type TextPosition } from "../../shared/text/position.ts";
import { shownLetters } from "../../shared/text/shown-letters.ts";
import type { TextView } from "../../shared/text/text-view.ts";
import { writeLines, type WrittenLine } from "../../shared/text/write-lines.ts";
import { hintOf } from "./change-hint.ts";
import { changedBetween, changedBlocks, isAsWritten, type ChangedLines } from "./changed-lines.ts";
import { $readBlock } from "./lexical-lines.ts";
import { $drawBlocks } from "./lexical-blocks.ts";
import { $offsetOfPoint, $select, type Point } from "./lexical-offsets.ts";

/** Where a selection begins and where it ends, in a text that others write in too. */
export interface TextSelection {
  readonly anchor: TextPosition;
  readonly focus: TextPosition;
}

/** What is shown of a text that has no line yet. */
const EMPTY: ShownLine = { end: null, heading: false, pieces: [] };

/**
 * Keeps a text and a Lexical editor the same. It knows which letter each thing on the screen is: so what is changed there becomes a change
 * of those letters, and what others change is drawn around the caret. While an input method is composing, what others
 * change in that line waits until it is done.
 */
export class TextBinding {
  readonly #editor: LexicalEditor;
  readonly #text: TextView;
  readonly #history: History;
  readonly #onFault: (error: unknown) => void;
  readonly #leave: readonly (() => void)[];
  /** What the editor shows, line by line, and the block that shows it. */
  #shown: readonly ShownLine[] = [];
  #blocks: readonly NodeKey[] = [];
  /** Blocks that show something else than their line. */
  readonly #torn = new Set<NodeKey>();
  /** Where the last change left the caret. */
  #left = "";
  #isWriting = false;
  /** Whether the text is to be drawn, and whether that happens by itself. */
  #isDue = false;
  #isScheduled = false;
  #isClosed = false;

  constructor(editor: LexicalEditor, text: TextView, onFault: (error: unknown) => void) {
    this.#editor = editor;
    this.#text = text;
    this.#history = new History(text.doc);
    this.#onFault = onFault;
    this.#leave = [
      text.subscribe(() => {
        if (!this.#isWriting) this.#drawSoon();
      }),
      editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements }) => {
        this.#guarded(() => {
          if (dirtyElements.size > 0) this.#take(editorState, prevEditorState, (key) => dirtyElements.has(key));
          else if (!this.#isAtRest(editorState)) this.#history.close();
        });
        if (this.#isDue && !editor.isComposing()) this.#drawSoon();
      }),
    ];
    this.#guarded(() => this.#draw());
  }

  /** Takes back what this voice did last here, and nothing of anyone else's. */
  undo(): void {
    this.#turn(() => this.#history.undo());
  }

  redo(): void {
    this.#turn(() => this.#history.redo());
  }

  /** What comes next is undone by itself. */
  closeAct(): void {
    this.#history.close();
  }

  /** Where something in the text stands on the screen. */
  offsetOf(position: TextPosition): TextOffset {
    return offsetOf(this.#text.doc, this.#shown, position);
  }

  /** The blocks that show the lines, one each. */
  get blocks(): readonly NodeKey[] {
    return this.#blocks;
  }

  /** The position of a point of Lexical's; undefined where that is in no line. To be called while the editor's state can be read. */
  $positionOf(point: Point): TextPosition | undefined {
    const offset = $offsetOfPoint(this.#blocks, point);
    return offset === null ? undefined : positionAt(this.#shown, offset);
  }

  /** Whether all letters of a selection were written here. */
  isOwn(selection: TextSelection): boolean {
    return this.#lettersIn(selection).every(({ client }) => client === this.#text.doc.clientID);
  }

  /** Whether a position is inside a selection. */
  contains(selection: TextSelection, position: TextPosition): boolean {
    const [from, to] = this.#ends(selection);
    const at = this.offsetOf(position);
    return !isBefore(at, from) && !isBefore(to, at);
  }

  /** What is selected now, or null. To be called while the editor's state can be read. */
  $selection(): TextSelection | null {
    const [anchor, focus] = this.$offsets() ?? [];
    if (anchor === undefined || focus === undefined) return null;
    return { anchor: positionAt(this.#shown, anchor), focus: positionAt(this.#shown, focus) };
  }

  /** Selects what stands between two positions. To be called inside an update. */
  $select({ anchor, focus }: TextSelection): void {
    $select(this.#blocks, this.offsetOf(anchor), this.offsetOf(focus), 0);
  }

  close(): void {
    this.#isClosed = true;
    for (const leave of this.#leave) leave();
  }

  /** The offsets of what is selected: the anchor's, then the focus's. */
  $offsets(): readonly [TextOffset, TextOffset] | null {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const anchor = $offsetOfPoint(this.#blocks, selection.anchor);
    const focus = $offsetOfPoint(this.#blocks, selection.focus);
    return anchor === null || focus === null ? null : [anchor, focus];
  }

  /** Whether the caret is where the last change left it. What follows after the caret was moved is an act of its own. */
  #isAtRest(state: EditorState): boolean {
    return JSON.stringify(state.read(() => this.$offsets())) === this.#left;
  }

  /** Takes in what was changed in the editor: as a change of the letters that stand there. */
  #take(now: EditorState, before: EditorState, isDirty: (key: NodeKey) => boolean): void {
    const blocks = now.read(() => $getRoot().getChildrenKeys());
    const changed = changedBlocks(this.#blocks, blocks, isDirty);
    if (changed === null) return;
    const { from, oldTo, newTo } = changed;
    const old = this.#shown.slice(from, oldTo);
    const written = now.read(() => blocks.slice(from, newTo).map($readBlockOf));
    const selected = before.read(() => this.$offsets());
    this.#blocks = blocks;
    if (old.length === written.length && old.every((line, index) => isAsWritten(line, written[index] ?? BLANK))) return;
    const left = now.read(() => this.$offsets());
    this.#left = JSON.stringify(left);
    const hint = hintOf(from, { lines: old, selected }, { lines: written, selected: left });
    const behind = from === 0 ? null : (this.#shown[from - 1]?.end ?? null);
    const { steps, lines } = this.#write(() =>
      writeLines(this.#text.doc, { behind, before: old, after: written.length === 0 ? [BLANK] : written, hint }),
    );
    this.#history.record(steps, performance.now());
    this.#shown = [...this.#shown.slice(0, from), ...lines, ...this.#shown.slice(oldTo)];
    this.#settle(from, lines, written);
  }

  /** Where the text stands otherwise now than the editor has it, that is drawn again. */
  #settle(from: number, lines: readonly ShownLine[], written: readonly WrittenLine[]): void {
    if (this.#shown.length !== this.#blocks.length) {
      this.#shown = [];
      this.#blocks = [];
      this.#drawSoon();
      return;
    }
    for (const [index, line] of lines.entries()) {
      const block = this.#blocks[from + index];
      if (block !== undefined && !isAsWritten(line, written[index] ?? BLANK)) this.#torn.add(block);
    }
    if (this.#torn.size > 0) this.#drawSoon();
  }

  #write<Value>(act: () => Value): Value {
    this.#isWriting = true;
    try {
      // Yjs runs what it is given at once, and returns what that returns.
      return this.#text.doc.transact(act, this);
    } finally {
      this.#isWriting = false;
    }
  }

  #turn(act: () => TextPosition | undefined): void {
    this.#guarded(() => {
      if (this.#editor.isComposing()) return;
      this.#flush();
      const caret = this.#write(act);
      if (caret !== undefined) this.#draw(caret);
    });
  }

  /** Has the editor finish what it is about to do, so that nothing typed is drawn over. */
  #flush(): void {
    this.#editor.read(() => undefined);
  }

  #drawSoon(): void {
    this.#isDue = true;
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (!this.#isClosed && this.#isDue) this.#guarded(() => this.#draw());
    });
  }

  /** Shows the text as it stands now. `caret` is where the caret belongs, if this screen's own act was taken back. */
  #draw(caret?: TextPosition): void {
    this.#flush();
    const next = this.#text.lines.length === 0 ? [EMPTY] : this.#text.lines;
    const [shown, blocks] = [this.#shown, this.#blocks];
    const changed = changedBetween(shown.length, next.length, (was, is) => {
      const [line, other, block] = [shown[was], next[is], blocks[was]];
      if (line === undefined || other === undefined || block === undefined) return false;
      return (line === other || readsAlike(line, other)) && !this.#torn.has(block);
    });
    const isComposing = this.#editor.isComposing();
    this.#isDue = changed !== null && isComposing && this.#isComposedIn(changed);
    if (this.#isDue) return;
    this.#torn.clear();
    const tag = [SKIP_SCROLL_INTO_VIEW_TAG, COLLABORATION_TAG, ...(isComposing ? [SKIP_DOM_SELECTION_TAG] : [])];
    this.#editor.update(
      () => {
        const selection = $getSelection();
        const [anchor, focus] = changed === null ? [] : (this.$offsets() ?? []);
        const places =
          anchor === undefined || focus === undefined
            ? null
            : { anchor: positionAt(shown, anchor), focus: positionAt(shown, focus) };
        // Lexical would go on counting in nodes that are being changed.
        if (changed !== null) $setSelection(null);
        if (changed !== null) this.#blocks = $drawBlocks({ shown, blocks, next, changed });
        this.#shown = next;
        if (caret !== undefined) this.$select({ anchor: caret, focus: caret });
        else if (places !== null && $isRangeSelection(selection)) {
          const [from, to] = [this.offsetOf(places.anchor), this.offsetOf(places.focus)];
          $select(this.#blocks, from, to, selection.format);
        }
      },
      { discrete: true, ...(caret === undefined && { tag }) },
    );
  }

  #ends({ anchor, focus }: TextSelection): readonly [TextOffset, TextOffset] {
    const [one, other] = [this.offsetOf(anchor), this.offsetOf(focus)];
    return isBefore(other, one) ? [other, one] : [one, other];
  }

  #lettersIn(selection: TextSelection): readonly LetterId[] {
    const [from, to] = this.#ends(selection);
    const lines = this.#shown.slice(from.line, to.line + 1);
    const before = lines.slice(0, -1).reduce((sum, line) => sum + lineText(line).length + 1, 0);
    return shownLetters(lines).between(from.at, before + to.at);
  }

  /** Whether an input method is composing in one of these lines. */
  #isComposedIn({ from, oldTo }: ChangedLines): boolean {
    const offsets = this.#editor.getEditorState().read(() => this.$offsets());
    return offsets === null || offsets.some(({ line }) => line >= from && line < oldTo);
  }

  #guarded(act: () => void): void {
    if (this.#isClosed) return;
    try {
      act();
    } catch (error) {
      // Whoever changed the text goes on: this editor alone has stopped.
      this.close();
      this.#onFault(error);
    }
  }
}

function isBefore(one: TextOffset, other: TextOffset): boolean {
  return one.line < other.line || (one.line === other.line && one.at < other.at);
}

const BLANK: WrittenLine = { heading: false, runs: [] };

function $readBlockOf(key: NodeKey): WrittenLine {
  const block = $getNodeByKey(key);
  return block === null || !$isElementNode(block) ? BLANK : $readBlock(block);
}
