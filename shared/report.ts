/**
 * Reports an error that must not stop the work around it. A browser then fires the window's "error" event, as for any
 * error that nobody caught. Node has no such function: there the error is thrown again, outside of that work.
 */
export function report(error: unknown): void {
  if (typeof reportError === "function") {
    reportError(error);
    return;
  }
  queueMicrotask(() => {
    throw error;
  });
}

/** Runs `work`. What it throws is reported, and the caller goes on. */
export function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    report(error);
  }
}
