import { LINE_BREAK } from "../../../shared/text/letters.ts";
import { lineText } from "../../../shared/text/lines.ts";
import { writtenAs, type WrittenLine } from "../../../shared/text/write-lines.ts";
import type { Person } from "./person.ts";

/** Where somebody's editor and page show something else than the document has, or an edit deleted another's letters. */
export function checkScreen(person: Person): readonly string[] {
  const lines = person.read();
  const faults: string[] = [];
  const differs = (what: string, shown: readonly string[], has: readonly string[]): void => {
    const [is, should] = [JSON.stringify(shown), JSON.stringify(has)];
    if (is !== should) faults.push(`${person.name} has ${should} and ${what} ${is}`);
  };
  differs("the editor", person.shown().map(looks), lines.map(writtenAs).map(looks));
  // In the page a line break is an element.
  differs(
    "the page",
    person.page(),
    lines.map((line) => lineText(line).replaceAll(LINE_BREAK, "")),
  );
  if (/[\ufffd\ud800-\udfff]/u.test(person.words())) faults.push(`${person.name} has half a letter`);
  if (!person.deletesOwnOnly()) faults.push(`${person.name} deleted another's letters`);
  return faults;
}

/** A line as one string: its words, each stretch with how it looks. A line break has no look. */
function looks({ heading, runs }: WrittenLine): string {
  const letters = runs.flatMap(({ text, bold, italic }) =>
    Array.from(
      text,
      (letter) => [letter, letter === LINE_BREAK ? "" : `${bold ? "b" : ""}${italic ? "i" : ""}`] as const,
    ),
  );
  let [line, look] = [heading ? "# " : "", ""];
  for (const [letter, its] of letters) {
    if (its !== look) line += `<${its}>`;
    look = its;
    line += letter;
  }
  return line;
}
