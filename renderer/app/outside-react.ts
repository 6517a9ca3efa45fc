/** The first address in a stack: the file in which the error was thrown. Chromium and Firefox write it differently. */
const FIRST_ADDRESS = /(?:\bat |\(|@)([a-z][a-z0-9+.-]*:\/\/[^\s)]+)/;

/**
 * Whether an error that nobody caught stops the page. It does unless it is none of the program's: browsers also report
 * conditions without an error (a ResizeObserver that was too slow, a script of another site), and extensions of a browser
 * throw in every page. Where the stack names no file, the error counts as the program's own.
 */
export function stopsPage(thrown: unknown, origin: string): boolean {
  if (!(thrown instanceof Error)) return false;
  // The message stands at the beginning of the stack, and may name any address.
  const stack = (thrown.stack ?? "").replace(thrown.message, "");
  const file = FIRST_ADDRESS.exec(stack)?.[1];
  return file === undefined || file.startsWith(`${origin}/`);
}

/**
 * Calls back when an error of the program's own was thrown where React does not see it: in a timer, in a promise, by a
 * listener. Ends when the returned function is called. Nothing of the error is kept or shown: it may hold people's words.
 */
export function watchOutsideReact(onStop: () => void): () => void {
  const judge = (thrown: unknown): void => {
    if (stopsPage(thrown, window.location.origin)) onStop();
  };
  const onError = (event: ErrorEvent): void => judge(event.error);
  const onRejection = (event: PromiseRejectionEvent): void => judge(event.reason);
  window.addEventListener("error", onError);
  window.addEventListener("unhandledrejection", onRejection);
  return () => {
    window.removeEventListener("error", onError);
    window.removeEventListener("unhandledrejection", onRejection);
  };
}
