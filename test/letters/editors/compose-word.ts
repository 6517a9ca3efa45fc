import type { Person } from "./person.ts";

/**
 * Writes a word as an input method does: the browser puts what is composed so far into the page, one letter more each time, and tells the
 * editor of it. Between two letters something else may happen.
 */
export async function composeWord(person: Person, word: string, between: () => Promise<void>): Promise<void> {
  const root = person.editor.getRootElement();
  const letters = Array.from(word);
  if (root === null || letters.length === 0) return;
  root.focus();
  root.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
  let composed = "";
  for (const letter of letters) {
    const before = composed;
    composed += letter;
    putIntoPage(before.length, composed);
    const told = { bubbles: true, data: composed, inputType: "insertCompositionText", isComposing: true };
    root.dispatchEvent(new InputEvent("input", told));
    await Promise.resolve();
    await between();
  }
  root.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: composed }));
  await Promise.resolve();
}

/** Replaces the last `length` units before the caret of the page, as a browser does while something is composed. */
function putIntoPage(length: number, text: string): void {
  const selection = getSelection();
  const place = selection?.getRangeAt(0);
  if (selection === null || place === undefined) return;
  place.deleteContents();
  const { node, offset } = textAt(place);
  node.replaceData(offset - length, length, text);
  selection.collapse(node, offset - length + text.length);
}

function textAt({ startContainer, startOffset }: Range): { readonly node: Text; readonly offset: number } {
  if (startContainer instanceof Text) return { node: startContainer, offset: startOffset };
  const before = startContainer.childNodes[startOffset - 1];
  if (before instanceof Text) return { node: before, offset: before.length };
  const node = document.createTextNode("");
  startContainer.insertBefore(node, startContainer.childNodes[startOffset] ?? null);
  return { node, offset: 0 };
}
