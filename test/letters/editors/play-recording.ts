import { $getSelection, $isRangeSelection } from "lexical";
import { $select } from "../../../renderer/editor/lexical-offsets.ts";
import type { ShownLine } from "../../../shared/text/lines.ts";
import type { TextOffset } from "../../../shared/text/position.ts";
import { checkScreen } from "./check-screen.ts";
import type { Person, SignedLine } from "./person.ts";
import type { Room } from "./room.ts";

/** One step of a recording: so many letters taken out at a place and others put in, or all that the other did up to a turn looked at. */
export type Turn =
  | { readonly person: 0 | 1; readonly at: number; readonly taken: number; readonly put: string }
  | { readonly person: 0 | 1; readonly seenOfOther: number };

/** How a recording ended on both screens. */
export interface Ended {
  readonly lines: readonly [readonly SignedLine[], readonly SignedLine[]];
  readonly faults: readonly string[];
  readonly ms: number;
}

/** Has two people do in their editors what was recorded, and see of each other what was seen then. */
export async function playRecording(room: Room, turns: readonly Turn[]): Promise<Ended> {
  const people = [room.person(0), room.person(1)] as const;
  /** How many edits each had written after each of their turns. */
  const written: readonly [number[], number[]] = [[0], [0]];
  const begun = performance.now();
  for (const turn of turns) {
    const person = people[turn.person];
    if ("seenOfOther" in turn) {
      person.hearUpTo(people[turn.person === 0 ? 1 : 0], written[turn.person === 0 ? 1 : 0][turn.seenOfOther] ?? 0);
      await Promise.resolve();
    } else {
      type(person, turn.at, turn.taken, turn.put);
      written[turn.person].push(person.written.length);
    }
  }
  const ms = performance.now() - begun;
  return { lines: [people[0].lines(), people[1].lines()], faults: people.flatMap(checkScreen), ms };
}

/** Types, as keys do: a line's end is a line's end. */
function type(person: Person, at: number, taken: number, put: string): void {
  const { lines } = person.text;
  const [from, to] = [offsetIn(lines, at), offsetIn(lines, at + taken)];
  person.editor.update(
    () => {
      $select(person.binding.shown.blocks, from, to, 0);
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) throw new Error("nothing is selected where the recording goes on");
      if (taken > 0) selection.removeText();
      for (const [index, line] of put.split("\n").entries()) {
        if (index > 0) selection.insertParagraph();
        if (line !== "") selection.insertText(line);
      }
    },
    { discrete: true },
  );
}

/** Where the place behind the first so many letters is. A recording has no letter of two units. */
function offsetIn(lines: readonly ShownLine[], letters: number): TextOffset {
  let left = letters;
  for (const [line, { pieces }] of lines.entries()) {
    const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (left <= length) return { line, at: left };
    left -= length + 1;
  }
  throw new Error("the recording goes on behind the end of the text");
}
