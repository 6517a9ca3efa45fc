import { isWriting } from "../ui/is-writing.ts";

/** Puts the keyboard where words are written. The editor is a slot, so it is found by what every editor is. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>(".composer :is([contenteditable='true'], textarea)")?.focus();
}

/** The same, after whatever is written there already. */
export function focusComposerAtEnd(): void {
  focusComposer();
  getSelection()?.modify("move", "forward", "documentboundary");
}

/** Puts the keyboard where words are written, unless somebody is writing by now. */
export function focusComposerUnlessWriting(): void {
  if (!isWriting()) focusComposer();
}

/** Puts the keyboard where words are written if it is nowhere: whoever has taken it elsewhere meanwhile keeps it there. */
export function focusComposerFromNowhere(): void {
  if (document.activeElement === document.body) focusComposer();
}

/**
 * Where the keyboard goes when the notice it was in is gone: to the notices that are left, or to where words are written.
 * Not onto the next button, which nobody has read yet.
 */
export function focusAfterNotice(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const left = document.querySelector(".room__notices > .notice")?.parentElement ?? null;
    if (left === null) focusComposer();
    else left.focus();
  });
}
