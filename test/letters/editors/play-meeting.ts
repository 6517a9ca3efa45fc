import { $getRoot } from "lexical";
import { lineText } from "../../../shared/text/lines.ts";
import type { TextOffset } from "../../../shared/text/position.ts";
import { ACTS } from "./acts.ts";
import { Chance } from "../../attack/chance.ts";
import { checkScreen } from "./check-screen.ts";
import { LetterBook, lettersRead } from "./letter-book.ts";
import type { Person } from "./person.ts";
import type { Room } from "./room.ts";
import { somePlace } from "./some-place.ts";

/** How a random meeting went: what was done, and what should not have come of it. */
export interface Played {
  readonly acts: readonly string[];
  readonly faults: readonly string[];
}

const STEPS = 30;
/** Of so many turns, four are spent on hearing what another has written. */
const TURNS = 15;

/** Plays a meeting of random acts through the editors: several people write at once, hear of each other late, and in the end know the same. */
export async function playMeeting(room: Room, seed: number): Promise<Played> {
  const chance = new Chance(seed);
  const book = new LetterBook();
  const acts: string[] = [];
  const faults: string[] = [];
  begin(room, chance, book);
  for (let step = 0; step < STEPS && faults.length === 0; step += 1) {
    const person = chance.pick(room.people);
    const did =
      chance.below(TURNS) < 4 ? await hear(room, person, chance) : await act(room, person, chance, book, faults);
    acts.push(`${person.name} ${did}`);
    faults.push(...checkScreen(person));
  }
  if (faults.length > 0) return { acts, faults };
  room.tellAll();
  await Promise.resolve();
  const texts = room.people.map((person) => JSON.stringify(person.lines()));
  if (new Set(texts).size > 1) faults.push(`they know different texts: ${texts.join(" / ")}`);
  faults.push(...room.people.flatMap(checkScreen), ...room.people.flatMap((person) => book.check(person)));
  return { acts, faults };
}

/** Two lines that everyone knows, for there to be something to split, to join and to cross out. */
function begin(room: Room, chance: Chance, book: LetterBook): void {
  const first = room.person(0);
  const letters = (): string => book.newLetters(chance, first) + book.newLetters(chance, first);
  first.editor.update(
    () => {
      const selection = $getRoot().selectEnd();
      selection.insertText(letters());
      selection.insertParagraph();
      selection.insertText(letters());
    },
    { discrete: true },
  );
  room.tellAll();
}

async function hear(room: Room, person: Person, chance: Chance): Promise<string> {
  const other = chance.pick(room.people.filter((one) => one !== person));
  person.hear(other, 1 + chance.below(6));
  await Promise.resolve();
  return `hears ${other.name}`;
}

async function act(room: Room, person: Person, chance: Chance, book: LetterBook, faults: string[]): Promise<string> {
  let before = lettersRead(person);
  const { name, kind = "edit", selects, run } = chance.pick(ACTS);
  const lines = person.read().map(lineText);
  const anchor = somePlace(chance, lines);
  const focus = selects ? somePlace(chance, lines) : anchor;
  if (kind === "edit") person.select(anchor, focus);
  const meanwhile = async (): Promise<string> => {
    faults.push(...book.note(person, before, kind));
    const heard = await hear(room, person, chance);
    before = lettersRead(person);
    return heard;
  };
  const did = await run({
    person,
    chance,
    newLetters: () => book.newLetters(chance, person),
    moves: (words) => book.noteMoved(words),
    meanwhile,
  });
  await Promise.resolve();
  faults.push(...book.note(person, before, kind));
  return [name, did, "at", placeOf(anchor), ...(selects ? ["to", placeOf(focus)] : [])].join(" ");
}

function placeOf({ line, at }: TextOffset): string {
  return `${String(line)}:${String(at)}`;
}
