import * as Y from "yjs";
import { Listeners } from "../listeners.ts";
import { lettersOf, marksOf } from "./letters.ts";
import { readsAlike, walkLines, type Line, type Start, type Walked } from "./lines.ts";
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
  #walked: Walked | null = null;
  #marks: MarkIndex | null = null;
  #touched: Touched | null = null;
  readonly #listeners = new Listeners<[origin: unknown]>();
  readonly #leave: () => void;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    const [letters, marks] = [lettersOf(doc), marksOf(doc)];
    const onLetters = (event: Y.YTextEvent): void => {
      if (this.#walked !== null && !this.#listeners.isEmpty) this.#touched = touchedBy(event);
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
    this.#walked ??= this.#read();
    return this.#walked.lines;
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
    const [walked, touched] = [this.#walked, this.#touched];
    this.#touched = null;
    if (walked === null) return;
    // What nobody listens to is read when somebody asks.
    this.#walked = null;
    if (this.#listeners.isEmpty) return;
    if (this.#marks !== null && touched !== null && touched.from > walked.lead) {
      this.#walked = { lead: walked.lead, lines: this.#patched(walked, touched) };
    } else if (this.#marks !== null && touched === null) this.#walked = walked;
    else {
      const read = this.#read();
      this.#walked = { lead: read.lead, lines: likeBefore(walked.lines, read.lines) };
    }
  }

  /** Reads the touched lines again. The others cannot have changed: marks are the same, and so are their letters. */
  #patched({ lead, lines }: Walked, { from, to, grown }: Touched): readonly Line[] {
    let [first, before] = [0, lead];
    for (; first + 1 < lines.length && before + spanOf(lines, first) < from; first += 1) before += spanOf(lines, first);
    let [after, span] = [first, 0];
    do {
      span += spanOf(lines, after);
      after += 1;
    } while (after < lines.length && before + span < to);
    const read = walkLines(this.#at(lines[first]), span + grown, this.#index()).lines;
    return [...lines.slice(0, first), ...likeBefore(lines.slice(first, after), read), ...lines.slice(after)];
  }

  #read(): Walked {
    return walkLines({ item: lettersOf(this.doc)._start, offset: 0 }, Infinity, this.#index());
  }

  #index(): MarkIndex {
    this.#marks ??= new MarkIndex(readMarks(this.doc));
    return this.#marks;
  }

  /** Where a line begins that nobody touched the start of. */
  #at(line: Line | undefined): Start {
    const start = line?.start;
    if (start === null || start === undefined) return { item: null, offset: 0 };
    // What was just read as a letter is part of an item.
    const item = Y.getItem(this.doc.store, Y.createID(start.client, start.clock));
    return { item, offset: start.clock - item.id.clock };
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

function nameOf({ start }: Line): string {
  return start === null ? "" : `${String(start.client)}:${String(start.clock)}`;
}
