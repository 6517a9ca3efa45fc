/** Puts the keyboard where words are written. The editor is a slot, so it is found by what every editor is. */
export function focusComposer(): void {
  document.querySelector<HTMLElement>(".composer :is([contenteditable='true'], textarea)")?.focus();
}
