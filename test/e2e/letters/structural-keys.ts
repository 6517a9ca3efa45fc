import type { Spot } from "./table.ts";

/** A command that changes where lines begin and end, or takes out more than a letter. */
export interface StructuralKey {
  readonly name: string;
  readonly from: Spot;
  readonly to: Spot;
  readonly keys: readonly string[];
  /** Whether the button Heading is clicked first. */
  readonly heading?: boolean;
  /** What stands after Mio has done it to Anna’s three lines. */
  readonly leaves: readonly string[];
  /** Which letters it takes out. */
  readonly removes: string;
}

const [FIRST, SECOND, THIRD] = ["Anna‹abc def ghij›", "Anna‹klmnopqrs›", "Anna‹tuvwxyz›"] as const;

/** What Mio does to Anna’s lines “abc def ghij”, “klmnopqrs” and “tuvwxyz”. */
export const STRUCTURAL: readonly StructuralKey[] = [
  at("Enter at the beginning of a line", [1, 0], ["Enter"], [FIRST, "", SECOND, THIRD]),
  at("Enter inside a line", [0, 5], ["Enter"], ["Anna‹abc d›", "Anna‹ef ghij›", SECOND, THIRD]),
  at("Enter at the end of a line", [0, 12], ["Enter"], [FIRST, "", SECOND, THIRD]),
  at("Enter twice inside a line", [0, 5], ["Enter", "Enter"], ["Anna‹abc d›", "", "Anna‹ef ghij›", SECOND, THIRD]),
  at("Shift+Enter inside a line", [0, 5], ["Shift+Enter"], ["Anna‹abc d› Mio‹\u2028› Anna‹ef ghij›", SECOND, THIRD]),
  at("Shift+Enter at the end of a line", [0, 12], ["Shift+Enter"], ["Anna‹abc def ghij› Mio‹\u2028›", SECOND, THIRD]),
  at("Backspace at the beginning of a line", [1, 0], ["Backspace"], ["Anna‹abc def ghijklmnopqrs›", THIRD]),
  at("Delete at the end of a line", [0, 12], ["Delete"], ["Anna‹abc def ghijklmnopqrs›", THIRD]),
  at("Enter and Backspace", [0, 5], ["Enter", "Backspace"], [FIRST, SECOND, THIRD]),
  { ...at("Heading", [0, 5], [], [`# ${FIRST}`, SECOND, THIRD]), heading: true },
  { ...at("Heading over two lines", [0, 5], [], [`# ${FIRST}`, `# ${SECOND}`, THIRD]), to: [1, 3], heading: true },
  {
    ...at("Heading, then Enter inside it", [0, 5], ["Enter"], ["# Anna‹abc d›", "# Anna‹ef ghij›", SECOND, THIRD]),
    heading: true,
  },
  { ...at("Heading, then Enter at its end", [0, 12], ["Enter"], [`# ${FIRST}`, "", SECOND, THIRD]), heading: true },
  {
    ...at("Heading, then Backspace at its beginning", [1, 0], ["Backspace"], ["Anna‹abc def ghijklmnopqrs›", THIRD]),
    heading: true,
  },
  at("Ctrl+A, Delete", [1, 3], ["Control+a", "Delete"], [""], "abcdefghijklmnopqrstuvwxyz"),
  at("Ctrl+A, and a letter over it", [1, 3], ["Control+a", "X"], ["Mio‹X›"], "abcdefghijklmnopqrstuvwxyz"),
  at("Ctrl+Backspace inside a line", [0, 7], ["Control+Backspace"], ["Anna‹abc  ghij›", SECOND, THIRD], "def"),
  at("Ctrl+Delete inside a line", [0, 4], ["Control+Delete"], ["Anna‹abc  ghij›", SECOND, THIRD], "def"),
  at(
    "Ctrl+Backspace at the beginning of a line",
    [1, 0],
    ["Control+Backspace"],
    ["Anna‹abc def ghijklmnopqrs›", THIRD],
  ),
  at("Ctrl+Delete at the end of a line", [0, 12], ["Control+Delete"], ["Anna‹abc def ghijklmnopqrs›", THIRD]),
  { ...at("Delete over three lines", [0, 4], ["Delete"], ["Anna‹abc wxyz›"], "defghijklmnopqrstuv"), to: [2, 3] },
  {
    ...at("a letter over two lines", [0, 4], ["X"], ["Anna‹abc › Mio‹X› Anna‹nopqrs›", THIRD], "defghijklm"),
    to: [1, 3],
  },
  { ...at("Enter over two lines", [0, 4], ["Enter"], ["Anna‹abc ›", "Anna‹nopqrs›", THIRD], "defghijklm"), to: [1, 3] },
];

function at(name: string, from: Spot, keys: readonly string[], leaves: readonly string[], removes = ""): StructuralKey {
  return { name, from, to: from, keys, leaves, removes };
}
