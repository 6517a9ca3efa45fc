import * as Y from "yjs";
import { Listeners } from "../listeners.ts";
import { lettersOf, marksOf } from "./letters.ts";
import { readsAlike, walkLines, type Line, type Start } from "./lines.ts";
import { MarkIndex } from "./mark-index.ts";
import { readMarks } from "./marks.ts";

/** Which places of the Yjs text a transaction touched, as they were before it, and by how much the text grew. */
interface Touched {
  readonly from: number;
  readonly to: number;
  readonly grown: number;
}

/**
 * The lines of a document while it changes. A line that reads as before stays the same object. After a change of letters only
 * the lines it touched are read again, as long as somebody subscribes; otherwise all of them, when somebody asks.
 */
export class TextView {
  readonly doc: Y.Doc;
  #lines: readonly Line[] | null = null;
  #marks: MarkIndex | null = null;
  #touched: Touched | null = null;
  readonly #listeners = new Listeners<[origin: unknown]>();
  readonly #leave: () => void;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    const [letters, marks] = [lettersOf(doc), marksOf(doc)];
    const onLetters = (event: Y.YTextEvent): void => {
      if (this.#lines !== null && !this.#listeners.isEmpty) this.#touched = touchedBy(event);
    };
    const onMarks = (): void => {
      this.#marks = null;
    };
    const onDone = (transaction: Y.Transaction): void => {
      // Yjs declares the types that changed by what they hold; here it does not matter.
      const changed: ReadonlyMap<unknown, unknown> = transaction.changed;
      if (!changed.has(letters) && !changed.has(marks)) return;
      this.#changed();
      this.#listeners.notify(transaction.origin);
    };
    letters.observe(onLetters);
    marks.observe(onMarks);
    doc.on("afterTransaction", onDone);
    this.#leave = () => {
      letters.unobserve(onLetters);
      marks.unobserve(onMarks);
      doc.off("afterTransaction", onDone);
    };
  }

  /** The lines as they stand now. */
  get lines(): readonly Line[] {
    this.#lines ??= walkLines(this.#beginning(), Infinity, this.#index());
    return this.#lines;
  }

  /** Calls `listener` after every change of the text, with the change's origin. */
  subscribe(listener: (origin: unknown) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Stops following the document. */
  close(): void {
    this.#leave();
    this.#listeners.clear();
  }

  #changed(): void {
    const [lines, touched] = [this.#lines, this.#touched];
    this.#touched = null;
    if (lines === null) return;
    if (this.#listeners.isEmpty) this.#lines = null;
    else if (this.#marks === null)
      this.#lines = likeBefore(lines, walkLines(this.#beginning(), Infinity, this.#index()));
    else if (touched !== null) this.#lines = this.#patched(lines, touched);
  }

  /** Reads the touched lines again. The others cannot have changed: marks are the same, and so are their letters. */
  #patched(lines: readonly Line[], { from, to, grown }: Touched): readonly Line[] {
    let [first, before] = [0, 0];
    for (; first < lines.length && before + spanOf(lines, first) <= from; first += 1) before += spanOf(lines, first);
    let [after, span] = [first, 0];
    for (; after < lines.length && before + span <= to; after += 1) span += spanOf(lines, after);
    const start = first === 0 ? this.#beginning() : this.#behind(lines[first - 1]);
    const read = walkLines(start, span + grown, this.#index());
    return [...lines.slice(0, first), ...likeBefore(lines.slice(first, after), read), ...lines.slice(after)];
  }

  #index(): MarkIndex {
    this.#marks ??= new MarkIndex(readMarks(this.doc));
    return this.#marks;
  }

  #beginning(): Start {
    return { item: lettersOf(this.doc)._start, offset: 0 };
  }

  #behind(line: Line | undefined): Start {
    const end = line?.end;
    if (end === null || end === undefined) return { item: null, offset: 0 };
    // The end of a line that nobody touched is a letter, and so an item.
    const item = Y.getItem(this.doc.store, Y.createID(end.client, end.clock));
    const offset = end.clock - item.id.clock + 1;
    return offset < item.length ? { item, offset } : { item: item.right, offset: 0 };
  }
}

function touchedBy(event: Y.YTextEvent): Touched {
  let [at, from, to, grown] = [0, Infinity, 0, 0];
  for (let item = event.target._start; item !== null; item = item.right) {
    if (!item.countable) continue;
    const isNew = event.adds(item);
    if (isNew ? item.deleted : item.deleted && !event.deletes(item)) continue;
    const isGone = !isNew && item.deleted;
    if (isNew || isGone) {
      from = Math.min(from, at);
      to = isGone ? at + item.length : Math.max(to, at);
      grown += isGone ? -item.length : item.length;
    }
    if (!isNew) at += item.length;
  }
  return { from: Math.min(from, at), to, grown };
}

function spanOf(lines: readonly Line[], index: number): number {
  return lines[index]?.span ?? 0;
}

/** The new lines, those that read as before as the same objects. */
function likeBefore(before: readonly Line[], now: readonly Line[]): readonly Line[] {
  const known = new Map(before.map((line) => [nameOf(line), line]));
  return now.map((line) => {
    const same = known.get(nameOf(line));
    return same?.span === line.span && readsAlike(same, line) ? same : line;
  });
}

function nameOf({ end }: Line): string {
  return end === null ? "" : `${String(end.client)}:${String(end.clock)}`;
}
