import {
  $getSelection,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  PASTE_COMMAND,
  REDO_COMMAND,
  SELECT_ALL_COMMAND,
  UNDO_COMMAND,
  type LexicalCommand,
} from "lexical";
import type { Chance } from "../../attack/chance.ts";
import { composeWord } from "./compose-word.ts";
import { dragSelection } from "./drag-selection.ts";
import type { ActKind } from "./letter-book.ts";
import type { Person } from "./person.ts";

/** Somebody about to act, at a place or with something selected. */
export interface Acting {
  readonly person: Person;
  readonly chance: Chance;
  /** Letters that nobody has typed yet. */
  readonly newLetters: () => string;
  /** Says that these letters were taken to another place. */
  readonly moves: (words: string) => void;
  /** Has them hear in the middle of what they do what another has written. Returns whom they heard. */
  readonly meanwhile: () => Promise<string>;
}

export interface Act {
  readonly name: string;
  readonly kind?: ActKind;
  /** Whether it is done to a selection rather than at a place. */
  readonly selects: boolean;
  /** Does it. Returns more about it, for whoever reads how a meeting went. */
  readonly run: (acting: Acting) => string | undefined | Promise<string | undefined>;
}

const typing: Act["run"] = ({ person, newLetters }) => {
  const text = newLetters();
  type(person, text);
  return text;
};

const composing: Act["run"] = async ({ person, chance, newLetters, meanwhile }) => {
  const word = newLetters();
  const heard: string[] = [];
  await composeWord(person, word, async () => {
    if (chance.below(3) === 0) heard.push(await meanwhile());
  });
  return [word, ...heard].join(", ");
};

const dragging: Act["run"] = async ({ person, chance, moves }) => {
  const words = await dragSelection(person, chance);
  moves(words);
  return JSON.stringify(words);
};

const deleting: Act["run"] = ({ person, chance }) => {
  const isBackward = chance.below(2) === 0;
  person.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward);
  return isBackward ? "backward" : "forward";
};

/** All that somebody can do with an editor. What is done often stands here more than once. */
export const ACTS: readonly Act[] = [
  { name: "types", selects: false, run: typing },
  { name: "types", selects: false, run: typing },
  { name: "types over", selects: true, run: typing },
  { name: "composes", selects: false, run: composing },
  { name: "composes over", selects: true, run: composing },
  { name: "presses Enter", selects: false, run: commanding(INSERT_PARAGRAPH_COMMAND, undefined) },
  { name: "presses Enter over", selects: true, run: commanding(INSERT_PARAGRAPH_COMMAND, undefined) },
  { name: "presses Shift+Enter", selects: false, run: commanding(INSERT_LINE_BREAK_COMMAND, false) },
  { name: "deletes a letter", selects: false, run: deleting },
  { name: "deletes", selects: true, run: deleting },
  {
    name: "deletes a word",
    selects: false,
    run: ({ person, chance }) => {
      person.editor.dispatchCommand(DELETE_WORD_COMMAND, chance.below(2) === 0);
      return undefined;
    },
  },
  {
    name: "deletes to the end of what is on the screen's line",
    selects: false,
    run: ({ person, chance }) => {
      // Seldom: otherwise little would be left to play with.
      if (chance.below(3) === 0) person.editor.dispatchCommand(DELETE_LINE_COMMAND, chance.below(2) === 0);
      return undefined;
    },
  },
  {
    name: "selects all, and deletes it",
    selects: false,
    run: ({ person, chance }) => {
      if (chance.below(4) !== 0) return "not";
      person.editor.dispatchCommand(SELECT_ALL_COMMAND, new KeyboardEvent("keydown"));
      person.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
      return undefined;
    },
  },
  { name: "pastes", selects: true, run: pasting },
  { name: "drags", selects: true, run: dragging },
  { name: "turns a heading", selects: true, run: pressing(0) },
  { name: "turns a heading", selects: false, run: pressing(0) },
  { name: "makes bold", selects: true, run: commanding(FORMAT_TEXT_COMMAND, "bold") },
  { name: "makes italic", selects: true, run: commanding(FORMAT_TEXT_COMMAND, "italic") },
  { name: "undoes", kind: "undo", selects: false, run: turningBack(UNDO_COMMAND) },
  { name: "undoes", kind: "undo", selects: false, run: turningBack(UNDO_COMMAND) },
  { name: "does again", kind: "redo", selects: false, run: turningBack(REDO_COMMAND) },
];

function type({ editor }: Person, text: string): void {
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(text);
    },
    { discrete: true },
  );
}

function commanding<Payload>(command: LexicalCommand<Payload>, payload: Payload): Act["run"] {
  return ({ person }) => {
    person.editor.dispatchCommand(command, payload);
    return undefined;
  };
}

/** What is undone is drawn when the command has ended. */
function turningBack(command: typeof UNDO_COMMAND): Act["run"] {
  return async ({ person }) => {
    person.editor.dispatchCommand(command, undefined);
    await Promise.resolve();
    await Promise.resolve();
    return undefined;
  };
}

async function pasting({ person, newLetters }: Acting): Promise<string> {
  const text = `${newLetters()}\n${newLetters()}`;
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  person.editor.dispatchCommand(PASTE_COMMAND, new ClipboardEvent("paste", { clipboardData, cancelable: true }));
  await Promise.resolve();
  return JSON.stringify(text);
}

/** Clicks a button of the editor's own. */
function pressing(button: number): Act["run"] {
  return async ({ person }) => {
    const section = person.editor.getRootElement()?.closest("section");
    section?.querySelectorAll<HTMLButtonElement>(".words-styles button")[button]?.click();
    await Promise.resolve();
    return undefined;
  };
}
