import type { Table } from "./table.ts";

/** What an input method shows while one word is written, step by step; the last is what it ends in. */
export type Composition = readonly [...steps: string[], committed: string];

/** Words as input methods of several languages compose them. */
export const COMPOSITIONS: Readonly<Record<string, Composition>> = {
  Japanese: ["に", "にh", "にほ", "にほn", "にほん", "日本", "日本"],
  Korean: ["ㅎ", "하", "한", "한"],
  "a dead key": ["´", "é"],
  "an Android keyboard": ["h", "he", "hel", "hell", "hello", "hello"],
  "an emoji keyboard": [":s", ":sm", "😀", "😀"],
};

/** Puts what is composed now in place of what was composed before. */
export async function compose(table: Table, text: string): Promise<void> {
  const end = text.length;
  await table.keys.send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
}

/** Ends composing with this text. */
export async function commit(table: Table, text: string): Promise<void> {
  await table.keys.send("Input.insertText", { text });
}

/** Writes a word where the caret is. `between` happens after each step. */
export async function composeWord(table: Table, word: Composition, between?: () => Promise<void>): Promise<string> {
  const committed = word.at(-1) ?? "";
  for (const step of word.slice(0, -1)) {
    await compose(table, step);
    await between?.();
  }
  await commit(table, committed);
  return committed;
}
