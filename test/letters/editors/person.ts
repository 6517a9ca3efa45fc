import { $getNodeByKey, $getRoot, $isElementNode, type LexicalEditor } from "lexical";
import * as Y from "yjs";
import { $readBlock } from "../../../renderer/editor/lexical-lines.ts";
import { $select } from "../../../renderer/editor/lexical-offsets.ts";
import type { TextBinding } from "../../../renderer/editor/text-binding.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { readEdit } from "../../../shared/text/edit.ts";
import { lineText, readLines } from "../../../shared/text/lines.ts";
import type { TextOffset } from "../../../shared/text/position.ts";
import { applySeed } from "../../../shared/text/seed.ts";
import { TextView } from "../../../shared/text/text-view.ts";

const FROM_OTHERS = Symbol("from others");

/** Somebody at an editor. What they write waits here until others are told. */
export class Person {
  readonly client: number;
  readonly text: TextView;
  readonly written: Bytes[] = [];
  readonly seated: Promise<void>;
  readonly #heard = new Map<Person, number>();
  #sit: () => void = () => undefined;
  #editor: LexicalEditor | null = null;
  #binding: TextBinding | null = null;

  constructor(client: number, seed: Bytes) {
    const doc = new Y.Doc();
    applySeed(doc, seed, FROM_OTHERS);
    doc.clientID = client;
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

  /** Takes in what another has written, up to `most` edits that are new. */
  hear(other: Person, most = Infinity): void {
    const heard = this.#heard.get(other) ?? 0;
    const next = other.written.slice(heard, heard + most);
    for (const update of next) Y.applyUpdate(this.text.doc, update, FROM_OTHERS);
    this.#heard.set(other, heard + next.length);
  }

  /** The lines as the document has them, each letter with its writer. */
  lines(): readonly { readonly heading: boolean; readonly runs: readonly (readonly [number, string])[] }[] {
    return readLines(this.text.doc).map(({ heading, pieces }) => ({
      heading,
      runs: pieces.map(({ client, text }) => [client, text] as const),
    }));
  }

  words(): string {
    return readLines(this.text.doc).map(lineText).join("\n");
  }

  /** What the editor shows, line by line. */
  shown(): readonly { readonly heading: boolean; readonly text: string; readonly looks: string }[] {
    return this.editor.read(() =>
      $getRoot()
        .getChildren()
        .map((block) => {
          const { heading, runs } = $readBlock(block);
          const looks = runs.map(({ text, bold, italic }) => `${bold ? "b" : "-"}${italic ? "i" : "-"}`.repeat(text.length));
          return { heading, text: runs.map(({ text }) => text).join(""), looks: looks.join("") };
        }),
    );
  }

  select(anchor: TextOffset, focus: TextOffset): void {
    this.editor.update(() => $select(this.binding.shown.blocks, anchor, focus, 0), { discrete: true });
  }

  /** Where the caret is. */
  caret(): readonly [TextOffset, TextOffset] | null {
    return this.editor.read(() => this.binding.shown.$offsets());
  }

  /** Whether every edit written here deletes nothing but letters written here. */
  deletesOwnOnly(): boolean {
    return this.written.every((update) => readEdit(update)?.deletes.every((client) => client === this.client) === true);
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
}
