import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type RangeSelection,
} from "lexical";
import * as Y from "yjs";
import { $caretBox, type Box } from "../../../renderer/editor/caret-boxes.ts";
import { $readBlock } from "../../../renderer/editor/lexical-lines.ts";
import { $select } from "../../../renderer/editor/lexical-offsets.ts";
import type { TextSelection } from "../../../renderer/editor/shown-text.ts";
import type { TextBinding } from "../../../renderer/editor/text-binding.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { readEdit } from "../../../shared/text/edit.ts";
import { lineText, readLines, type Line } from "../../../shared/text/lines.ts";
import type { TextOffset } from "../../../shared/text/position.ts";
import { applySeed } from "../../../shared/text/seed.ts";
import { TextView } from "../../../shared/text/text-view.ts";
import type { WrittenLine } from "../../../shared/text/write-lines.ts";

const FROM_OTHERS = Symbol("from others");

/** A line of the document: each stretch of letters with the client id it stands under. */
export interface SignedLine {
  readonly heading: boolean;
  readonly runs: readonly (readonly [client: number, text: string])[];
}

/** Somebody at an editor. What they write waits here until others are told. */
export class Person {
  readonly name: string;
  readonly client: number;
  readonly text: TextView;
  readonly written: Bytes[] = [];
  readonly seated: Promise<void>;
  /** How often they have asked for their words to be said. */
  submitted = 0;
  readonly #heard = new Map<Person, number>();
  #checked = 0;
  #sit: () => void = () => undefined;
  #editor: LexicalEditor | null = null;
  #binding: TextBinding | null = null;

  constructor(name: string, client: number, seed: Bytes) {
    const doc = new Y.Doc();
    applySeed(doc, seed, FROM_OTHERS);
    doc.clientID = client;
    this.name = name;
    this.client = client;
    this.text = new TextView(doc);
    this.seated = new Promise((resolve) => (this.#sit = resolve));
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      // Yjs encodes into buffers of its own, which are ordinary ones.
      if (origin !== FROM_OTHERS) this.written.push(update as Bytes);
    });
  }

  sit(editor: LexicalEditor, binding: TextBinding): void {
    this.#editor = editor;
    this.#binding = binding;
    this.#sit();
  }

  get editor(): LexicalEditor {
    if (this.#editor === null) throw new Error("nobody sits here yet");
    return this.#editor;
  }

  get binding(): TextBinding {
    if (this.#binding === null) throw new Error("nobody sits here yet");
    return this.#binding;
  }

  submit(): void {
    this.submitted += 1;
  }

  /** Takes in what another has written, up to `most` edits that are new. */
  hear(other: Person, most = Infinity): void {
    const heard = this.#heard.get(other) ?? 0;
    this.hearUpTo(other, heard + most);
  }

  /** Takes in the first `count` edits of another. */
  hearUpTo(other: Person, count: number): void {
    const heard = this.#heard.get(other) ?? 0;
    const next = other.written.slice(heard, count);
    for (const update of next) Y.applyUpdate(this.text.doc, update, FROM_OTHERS);
    this.#heard.set(other, heard + next.length);
  }

  /** The lines of the document. */
  read(): readonly Line[] {
    return readLines(this.text.doc);
  }

  /** The same, each letter with its writer. */
  lines(): readonly SignedLine[] {
    return this.read().map(({ heading, pieces }) => ({
      heading,
      runs: pieces.map(({ client, text }) => [client, text] as const),
    }));
  }

  words(): string {
    return this.read().map(lineText).join("\n");
  }

  /** What the editor shows, line by line. */
  shown(): readonly WrittenLine[] {
    return this.editor.read(() => $getRoot().getChildren().map($readBlock));
  }

  /** The text of the page's own elements, block by block. */
  page(): readonly string[] {
    return this.editor.read(() =>
      this.binding.shown.blocks.map((key) => {
        const block = $getNodeByKey(key);
        return $isElementNode(block) ? (this.editor.getElementByKey(key)?.textContent ?? "") : "";
      }),
    );
  }

  /** Takes the keyboard. The caret stays where it was, as it does in a window that one comes back to. */
  async takeKeyboard(): Promise<void> {
    if (this.editor.getRootElement()?.contains(document.activeElement) === true) return;
    await new Promise<void>((resolve) => this.editor.focus(resolve));
  }

  select(anchor: TextOffset, focus: TextOffset): void {
    this.editor.update(() => $select(this.binding.shown.blocks, anchor, focus, 0), { discrete: true });
  }

  /** Does something at a selection while somebody else has the keyboard: the page's own selection is left where it is. */
  act(anchor: TextOffset, focus: TextOffset, $act: (selection: RangeSelection) => void): void {
    this.editor.update(
      () => {
        $select(this.binding.shown.blocks, anchor, focus, 0);
        const selection = $getSelection();
        if ($isRangeSelection(selection)) $act(selection);
      },
      { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
    );
  }

  /** Where the caret is. */
  caret(): readonly [TextOffset, TextOffset] | null {
    return this.editor.read(() => this.binding.shown.$offsets());
  }

  /** Where a place stands on the page, or null. */
  boxAt(offset: TextOffset): Box | null {
    return this.editor.read(() => $caretBox(this.editor, this.binding.shown, offset));
  }

  /** What is selected, as others are shown it. */
  selection(): TextSelection | null {
    return this.editor.read(() => this.binding.shown.$selection());
  }

  /** Whether every edit written here since this was asked last deletes nothing but letters written here. */
  deletesOwnOnly(): boolean {
    const edits = this.written.slice(this.#checked).map(readEdit);
    this.#checked = this.written.length;
    return edits.every((edit) => edit?.deletes.every((client) => client === this.client) === true);
  }
}
