/** Whether somebody is writing, wherever on the page: what comes a moment late does not take the keyboard away then. */
export function isWriting(): boolean {
  return document.activeElement?.matches("input, textarea, [contenteditable='true']") === true;
}
