import {
  $getSelection,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  PASTE_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { readLines, lineText } from "../../../shared/text/lines.ts";
import type { Person } from "./person.ts";

/** How a random meeting went: what was done, and what should not have come of it. */
export interface Played {
  readonly acts: readonly string[];
  readonly faults: readonly string[];
}

/** Letters of many kinds, each typed once in a meeting at most: so each can be found again. */
const ALPHABETS = [
  [0x4e00, 4000],
  [0x0e01, 46],
  [0x0621, 25],
  [0x0400, 200],
  [0xac00, 4000],
  [0x20000, 4000],
  [0x1f600, 60],
  [0x1f980, 100],
  [0x10400, 70],
  [0x1d400, 80],
] as const;

/** Plays a meeting of random acts through the editors: several people write at once, hear of each other late, and in the end know the same. */
export async function playMeeting(people: readonly Person[], seed: number): Promise<Played> {
  const chance = new Chance(seed);
  const acts: string[] = [];
  const faults: string[] = [];
  const writers = new Map<string, number>();
  /** For each letter who has taken it out. */
  const taken = new Map<string, Set<number>>();
  for (let step = 0; step < 30 && faults.length === 0; step += 1) {
    const person = chance.of(people);
    const before = lettersOf(person);
    const act = await doSomething(person, chance, writers, people);
    acts.push(`${String(person.client)}: ${act}`);
    await Promise.resolve();
    note(person, act, before, writers, taken, faults);
    faults.push(...checkScreen(person));
  }
  for (let round = 0; round < 2; round += 1) {
    for (const to of people) for (const from of people) if (from !== to) to.hear(from);
    await Promise.resolve();
  }
  faults.push(...checkEnd(people, writers, taken));
  return { acts, faults: faults.slice(0, 5) };
}

async function doSomething(
  person: Person,
  chance: Chance,
  writers: Map<string, number>,
  people: readonly Person[],
): Promise<string> {
  const { editor } = person;
  const kind = chance.below(14);
  if (kind >= 11) {
    const other = chance.of(people.filter((one) => one !== person));
    person.hear(other, 1 + chance.below(6));
    await Promise.resolve();
    return `hears ${String(other.client)}`;
  }
  if (kind === 9 || kind === 10) {
    editor.dispatchCommand(kind === 9 ? UNDO_COMMAND : REDO_COMMAND, undefined);
    await Promise.resolve();
    await Promise.resolve();
    return kind === 9 ? "undo" : "redo";
  }
  const lines = readLines(person.text.doc).map(lineText);
  const anchor = chance.offset(lines);
  const focus = kind < 5 ? anchor : chance.offset(lines);
  person.select(anchor, focus);
  const at = `${JSON.stringify(anchor)}${JSON.stringify(focus)}`;
  switch (kind) {
    case 0:
    case 1:
    case 5: {
      const text = chance.letters(writers, person.client);
      editor.update(() => typed(text), { discrete: true });
      return `types ${text} at ${at}`;
    }
    case 2:
      editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
      return `Enter at ${at}`;
    case 3: {
      const isBackward = chance.below(2) === 0;
      editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward);
      return `${isBackward ? "Backspace" : "Delete"} at ${at}`;
    }
    case 4:
      editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false);
      return `Shift+Enter at ${at}`;
    case 6:
      editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
      return `deletes ${at}`;
    case 7: {
      const text = `${chance.letters(writers, person.client)}\n${chance.letters(writers, person.client)}`;
      const data = new DataTransfer();
      data.setData("text/plain", text);
      editor.dispatchCommand(PASTE_COMMAND, new ClipboardEvent("paste", { clipboardData: data, cancelable: true }));
      await Promise.resolve();
      return `pastes ${text} at ${at}`;
    }
    default: {
      const styles = editor.getRootElement()?.parentElement?.querySelectorAll<HTMLButtonElement>(".words-styles button");
      if (chance.below(2) === 0) {
        const button = [...document.querySelectorAll<HTMLElement>(".words-input")].indexOf(
          editor.getRootElement() as HTMLElement,
        );
        const bars = [...document.querySelectorAll(".words-styles")];
        bars[button]?.querySelector("button")?.click();
        void styles;
        await Promise.resolve();
        return `heading at ${at}`;
      }
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, chance.below(2) === 0 ? "bold" : "italic");
      return `look of ${at}`;
    }
  }
}

function typed(text: string): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertText(text);
}

/** Which letters somebody took out, or brought back. What they undo may delete letters that others had crossed out. */
function note(
  person: Person,
  act: string,
  before: ReadonlySet<string>,
  writers: ReadonlyMap<string, number>,
  taken: Map<string, Set<number>>,
  faults: string[],
): void {
  if (act.startsWith("hears")) return;
  const after = lettersOf(person);
  for (const letter of before) {
    if (after.has(letter)) continue;
    if (act === "undo" && writers.get(letter) !== person.client) faults.push(`undo took ${letter} of another`);
    taken.set(letter, (taken.get(letter) ?? new Set()).add(person.client));
  }
  for (const letter of after) if (!before.has(letter)) taken.get(letter)?.delete(person.client);
  if (act !== "undo" && act !== "redo") return;
  const held = new Set(person.text.doc.getText("letters").toDelta().flatMap(heldIn));
  for (const [letter, writer] of writers) {
    if (writer === person.client && !held.has(letter)) taken.set(letter, (taken.get(letter) ?? new Set()).add(writer));
  }
}

function heldIn({ insert }: { readonly insert?: unknown }): readonly string[] {
  if (typeof insert === "string") return [...insert];
  return Array.isArray(insert) ? insert.filter((one): one is string => typeof one === "string") : [];
}

function checkScreen(person: Person): readonly string[] {
  const lines = readLines(person.text.doc);
  const shown = person.shown();
  const [read, seen] = [lines.map(lineText), shown.map(({ text }) => text)];
  if (JSON.stringify(read) !== JSON.stringify(seen)) {
    return [`${String(person.client)} has ${JSON.stringify(read)} and sees ${JSON.stringify(seen)}`];
  }
  const looks = lines.map(({ pieces }) =>
    pieces.map(({ text, bold, italic }) => `${bold ? "b" : "-"}${italic ? "i" : "-"}`.repeat(text.length)).join(""),
  );
  const breaks = (text: string, look: string): string => [...text].map((_, at) => look.slice(at * 2, at * 2 + 2)).join("");
  const asSeen = shown.map((line) => breaks(line.text, line.looks));
  const asRead = lines.map((line, index) => breaks(lineText(line), looks[index] ?? ""));
  // A line break has no look.
  const same = asRead.every((look, index) => sameLooks(read[index] ?? "", look, asSeen[index] ?? ""));
  if (!same || lines.some(({ heading }, index) => heading !== shown[index]?.heading)) {
    return [`${String(person.client)} sees other styles: ${JSON.stringify(asRead)} ${JSON.stringify(asSeen)}`];
  }
  const page = person.page().map((text) => text.replaceAll("\u2028", ""));
  if (JSON.stringify(page) !== JSON.stringify(read.map((text) => text.replaceAll("\u2028", "")))) {
    return [`${String(person.client)} has ${JSON.stringify(read)} and the page shows ${JSON.stringify(page)}`];
  }
  return person.deletesOwnOnly() ? [] : [`${String(person.client)} deleted another's letters`];
}

function sameLooks(text: string, a: string, b: string): boolean {
  return [...text].every((letter, at) => letter === "\u2028" || a.slice(at * 2, at * 2 + 2) === b.slice(at * 2, at * 2 + 2));
}

function checkEnd(
  people: readonly Person[],
  writers: ReadonlyMap<string, number>,
  taken: ReadonlyMap<string, ReadonlySet<number>>,
): readonly string[] {
  const faults = people.flatMap(checkScreen);
  const texts = people.map((person) => JSON.stringify(person.lines()));
  if (new Set(texts).size > 1) faults.push(`they know different texts: ${texts.join(" / ")}`);
  const times = new Map<string, number>();
  for (const [client, text] of people[0]?.lines().flatMap(({ runs }) => runs) ?? []) {
    for (const letter of text) {
      times.set(letter, (times.get(letter) ?? 0) + 1);
      if (letter !== "\u2028" && writers.get(letter) !== client) faults.push(`${letter} stands under ${String(client)}`);
      if (letter === "\ufffd") faults.push("a letter was torn");
    }
  }
  for (const [letter, count] of times) if (letter !== "\u2028" && count > 1) faults.push(`${letter} stands twice`);
  for (const letter of writers.keys()) {
    if ((taken.get(letter)?.size ?? 0) === 0 && times.get(letter) !== 1) faults.push(`${letter} is lost`);
  }
  return faults;
}

function lettersOf(person: Person): ReadonlySet<string> {
  return new Set(person.words().replaceAll(/[\n\u2028]/g, ""));
}

class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761) >>> 0;
  }

  /** A number from 0 to below `limit` (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  of<One>(list: readonly One[]): One {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error("there is nothing to choose from");
    return one;
  }

  offset(lines: readonly string[]): { line: number; at: number } {
    const line = this.below(lines.length);
    const letters = [...(lines[line] ?? "")];
    return { line, at: letters.slice(0, this.below(letters.length + 1)).join("").length };
  }

  /** Some letters that nobody has typed yet. */
  letters(writers: Map<string, number>, client: number): string {
    const [first, count] = this.of(ALPHABETS);
    let text = "";
    for (let left = 1 + this.below(4); left > 0; left -= 1) {
      const letter = String.fromCodePoint(first + this.below(count));
      if (writers.has(letter)) continue;
      writers.set(letter, client);
      text += letter;
    }
    return text;
  }
}
