import { NOBODY } from "../../shared/text/letters.ts";
import { scriptOf, type Script } from "./acts.ts";
import { broken } from "./broken.ts";
import { letterNumber } from "./letter-number.ts";
import { Ledger } from "./ledger.ts";
import { perform } from "./perform.ts";
import { Person } from "./person.ts";

/** What went wrong in a meeting, and by which acts it still does. */
export interface Failure {
  readonly seed: number;
  readonly what: string;
  readonly script: Script;
}

/** Has some people write together. Throws where a letter is lost, doubled, torn, or not its writer's any more. */
function meet({ people: count, acts }: Script): void {
  const ledger = new Ledger();
  const people: Person[] = [];
  for (let number = 0; number < count; number += 1) people.push(new Person(11 + number, ledger, people));
  try {
    for (const act of acts) {
      const person = people[act.who % count];
      if (person !== undefined) perform(person, ledger, act);
    }
    for (const person of people) person.hearFirst(Infinity);
    checkEveryone(people, ledger);
  } finally {
    for (const { doc } of people) doc.destroy();
  }
}

/** Everyone shows the same, and in it each letter that nobody took out, once, under its writer. */
function checkEveryone(people: readonly Person[], ledger: Ledger): void {
  const standing = ledger.standing();
  const all = JSON.stringify(people[0]?.cells);
  for (const person of people) {
    if (JSON.stringify(person.cells) !== all) broken("two laptops do not show the same");
    const seen = new Set<number>();
    for (const { client, clock, letter } of person.cells) {
      if (client === NOBODY) continue;
      const number = letterNumber(client ?? -1, clock);
      if (seen.has(number)) broken("a letter is there twice");
      if (!standing.has(number)) broken("a letter is there that was taken out");
      if (ledger.textOf(number) !== letter)
        broken(`${JSON.stringify(ledger.textOf(number))} reads ${JSON.stringify(letter)}`);
      if (letter === "\ufffd") broken("half a letter is there");
      seen.add(number);
    }
    if (seen.size !== standing.size) broken(`${standing.size - seen.size} letters are lost`);
  }
}

/** Whether something goes wrong in a meeting; null if not. */
export function faultOf(script: Script): string | null {
  try {
    meet(script);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The meeting that follows from a seed. */
export function tryMeeting(seed: number): Failure | null {
  const script = scriptOf(seed);
  const what = faultOf(script);
  return what === null ? null : { seed, what, script };
}
