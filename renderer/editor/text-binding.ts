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
import { readsAlike, type ShownLine } from "../../shared/text/lines.ts";
import type { TextPosition } from "../../shared/text/position.ts";
import type { TextView } from "../../shared/text/text-view.ts";
import { writeLines, type WrittenLine } from "../../shared/text/write-lines.ts";
import { hintOf } from "./change-hint.ts";
import { changedBetween, changedBlocks, isAsWritten, type ChangedLines } from "./changed-lines.ts";
import { $drawBlocks } from "./lexical-blocks.ts";
import { $readBlock } from "./lexical-lines.ts";
import { ShownText } from "./shown-text.ts";

/** What is shown of a text that has no line yet. */
const EMPTY: ShownLine = { start: null, heading: false, pieces: [] };
const BLANK: WrittenLine = { heading: false, runs: [] };

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
  #shown: ShownText;
  /** Blocks that show something else than their line. */
  readonly #torn = new Set<NodeKey>();
  /** Where the last change left the caret. */
  #left = "";
  #isOneAct = false;
  #isWriting = false;
  /** Whether the text is to be drawn, and whether that happens by itself. */
  #isDue = false;
  #isScheduled = false;
  #isClosed = false;

  constructor(editor: LexicalEditor, text: TextView, onFault: (error: unknown) => void) {
    this.#editor = editor;
    this.#text = text;
    this.#history = new History(text.doc);
    this.#shown = new ShownText(text.doc, [], []);
    this.#onFault = onFault;
    this.#leave = [
      text.subscribe(() => {
        if (!this.#isWriting) this.#drawSoon();
      }),
      editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements }) => {
        this.#guarded(() => {
          if (dirtyElements.size > 0) this.#take(editorState, prevEditorState, (key) => dirtyElements.has(key));
          else if (!this.#isOneAct && !this.#isAtRest(editorState)) this.#history.close();
        });
        if (this.#isDue && !editor.isComposing()) this.#drawSoon();
      }),
    ];
    this.#guarded(() => this.#draw());
  }

  /** What the editor shows now. */
  get shown(): ShownText {
    return this.#shown;
  }

  /** The client id under which letters are written here. */
  get writer(): number {
    return this.#text.doc.clientID;
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

  /** Has all that is done meanwhile be undone together, and nothing else with it. */
  asOneAct(act: () => void): void {
    this.#history.close();
    this.#isOneAct = true;
    try {
      act();
    } finally {
      this.#isOneAct = false;
      this.#history.close();
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const leave of this.#leave) leave();
  }

  /** Whether the caret is where the last change left it. What follows after the caret was moved is an act of its own. */
  #isAtRest(state: EditorState): boolean {
    return JSON.stringify(state.read(() => this.#shown.$offsets())) === this.#left;
  }

  /** Takes in what was changed in the editor: as a change of the letters that stand there. */
  #take(now: EditorState, before: EditorState, isDirty: (key: NodeKey) => boolean): void {
    const { doc } = this.#text;
    const { lines, blocks } = this.#shown;
    const next = now.read(() => $getRoot().getChildrenKeys());
    const changed = changedBlocks(blocks, next, isDirty);
    if (changed === null) return;
    const { from, oldTo, newTo } = changed;
    const old = lines.slice(from, oldTo);
    const written = now.read(() => next.slice(from, newTo).map($readBlockOf));
    const selected = before.read(() => this.#shown.$offsets());
    const inNewBlocks = new ShownText(doc, lines, next);
    const left = now.read(() => inNewBlocks.$offsets());
    this.#left = JSON.stringify(left);
    if (old.length === written.length && old.every((line, index) => isAsWritten(line, written[index] ?? BLANK))) {
      this.#shown = inNewBlocks;
      return;
    }
    const hint = hintOf(from, { lines: old, selected }, { lines: written, selected: left });
    const after = written.length === 0 ? [BLANK] : written;
    const rewritten = this.#write(() => writeLines(doc, { before: old, after, hint }));
    this.#history.record(rewritten.steps, performance.now());
    const all = [...lines.slice(0, from), ...rewritten.lines, ...lines.slice(oldTo)];
    // Where not every line has its block, all of them are drawn again.
    this.#shown = all.length === next.length ? new ShownText(doc, all, next) : new ShownText(doc, [], []);
    for (const [index, line] of rewritten.lines.entries()) {
      const block = next[from + index];
      if (block !== undefined && !isAsWritten(line, written[index] ?? BLANK)) this.#torn.add(block);
    }
    if (this.#torn.size > 0 || this.#shown.blocks.length === 0) this.#drawSoon();
  }

  #write<Value>(act: () => Value): Value {
    this.#isWriting = true;
    try {
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
      if (this.#isDue) this.#guarded(() => this.#draw());
    });
  }

  /** Shows the text as it stands now. `caret` is where the caret belongs, if this screen's own act was taken back. */
  #draw(caret?: TextPosition): void {
    this.#flush();
    const shown = this.#shown;
    const next = this.#text.lines.length === 0 ? [EMPTY] : this.#text.lines;
    const changed = changedBetween(shown.lines.length, next.length, (was, is) => {
      const [line, other, block] = [shown.lines[was], next[is], shown.blocks[was]];
      if (line === undefined || other === undefined || block === undefined) return false;
      return readsAlike(line, other) && !this.#torn.has(block);
    });
    const isComposing = this.#editor.isComposing();
    this.#isDue = changed !== null && isComposing && this.#isComposedIn(changed);
    if (this.#isDue) return;
    this.#torn.clear();
    const tag = [SKIP_SCROLL_INTO_VIEW_TAG, COLLABORATION_TAG, ...(isComposing ? [SKIP_DOM_SELECTION_TAG] : [])];
    this.#editor.update(
      () => {
        const selection = $getSelection();
        const selected = shown.$selection();
        // Lexical would go on counting in nodes that are being changed. Where somebody composes, nothing is.
        const isMoved = changed !== null && !isComposing;
        if (isMoved) $setSelection(null);
        const blocks = changed === null ? shown.blocks : $drawBlocks({ shown, next, changed });
        this.#shown = new ShownText(this.#text.doc, next, blocks);
        if (caret !== undefined) this.#shown.$select({ anchor: caret, focus: caret });
        else if (selected !== null && isMoved) {
          this.#shown.$select(selected, $isRangeSelection(selection) ? selection.format : 0);
        }
      },
      { discrete: true, ...(caret === undefined && { tag }) },
    );
  }

  /** Whether an input method is composing in one of these lines. */
  #isComposedIn({ from, oldTo }: ChangedLines): boolean {
    const offsets = this.#editor.getEditorState().read(() => this.#shown.$offsets());
    return offsets === null || offsets.some(({ line }) => line >= from && line < oldTo);
  }

  #guarded(act: () => void): void {
    if (this.#isClosed) return;
    try {
      act();
    } catch (error) {
      // Only this editor stops. The session that changed the text goes on.
      this.close();
      this.#onFault(error);
    }
  }
}

function $readBlockOf(key: NodeKey): WrittenLine {
  const block = $getNodeByKey(key);
  return $isElementNode(block) ? $readBlock(block) : BLANK;
}
