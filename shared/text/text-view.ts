import * as Y from "yjs";
import { Listeners } from "../listeners.ts";
import { lettersOf, marksOf, type LetterRange } from "./letters.ts";
import { readsAlike, walkLines, type Line, type Start, type Walked } from "./lines.ts";
import { MarkIndex } from "./mark-index.ts";
import { parseMark, readMarks } from "./marks.ts";

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
  /** The letters of the marks that this transaction added; null where it removed some. */
  #newMarks: readonly LetterRange[] | null = [];
  readonly #listeners = new Listeners<[origin: unknown]>();
  readonly #leave: () => void;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    const [letters, marks] = [lettersOf(doc), marksOf(doc)];
    const onMarks = (event: Y.YArrayEvent<unknown>): void => {
      this.#marks = null;
      this.#newMarks = event.changes.deleted.size > 0 ? null : rangesIn(event.changes.added);
    };
    const onDone = (transaction: Y.Transaction): void => {
      // Yjs declares the types that changed by what they hold; here it does not matter.
      const changed: ReadonlyMap<unknown, unknown> = transaction.changed;
      if (!changed.has(letters) && !changed.has(marks)) return;
      this.#changed(transaction);
      this.#listeners.notify(transaction.origin);
    };
    marks.observe(onMarks);
    doc.on("afterTransaction", onDone);
    this.#leave = () => {
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

  #changed(transaction: Y.Transaction): void {
    const [walked, newMarks] = [this.#walked, this.#newMarks];
    this.#newMarks = [];
    if (walked === null) return;
    // What nobody listens to is read when somebody asks.
    this.#walked = null;
    if (this.#listeners.isEmpty) return;
    const touched = newMarks === null ? null : touchedBy(transaction, lettersOf(this.doc), newMarks);
    if (touched?.from === Infinity) this.#walked = walked;
    else if (touched !== null && touched.from > walked.lead) {
      this.#walked = { lead: walked.lead, lines: this.#patched(walked, touched) };
    } else {
      const read = this.#read();
      this.#walked = { lead: read.lead, lines: likeBefore(walked.lines, read.lines) };
    }
  }

  /** Reads the touched lines again. The others cannot have changed: their letters and the marks on them are the same. */
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

/** What a transaction touched: letters that came or went, and those that were marked. */
function touchedBy(
  { beforeState, deleteSet }: Y.Transaction,
  letters: Y.Text,
  marked: readonly LetterRange[],
): Touched {
  const isMarked = rangesByClient(marked);
  let [at, from, to, grown] = [0, Infinity, 0, 0];
  for (let item = letters._start; item !== null; item = item.right) {
    if (!item.countable) continue;
    const { client, clock } = item.id;
    const isNew = clock >= (beforeState.get(client) ?? 0);
    const isGone = item.deleted && !isNew && Y.isDeleted(deleteSet, item.id);
    if (item.deleted && !isGone) continue;
    const { length } = item;
    if (
      isNew ||
      isGone ||
      isMarked.get(client)?.some((one) => one.clock < clock + length && clock < one.clock + one.length)
    ) {
      from = Math.min(from, at);
      to = Math.max(to, isNew ? at : at + length);
      if (isNew || isGone) grown += isGone ? -length : length;
    }
    if (!isNew) at += length;
  }
  return { from, to, grown };
}

function rangesByClient(ranges: readonly LetterRange[]): ReadonlyMap<number, readonly LetterRange[]> {
  const byClient = new Map<number, LetterRange[]>();
  for (const range of ranges) byClient.set(range.client, [...(byClient.get(range.client) ?? []), range]);
  return byClient;
}

/** The letters that new marks are about. */
function rangesIn(items: Iterable<Y.Item>): readonly LetterRange[] {
  return [...items].flatMap(({ content }) =>
    content instanceof Y.ContentAny ? content.arr.flatMap((value) => parseMark(value)?.letters ?? []) : [],
  );
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
