/** Does something when asked, but not more often than once per interval. */
export interface Rhythm {
  /** Asks for it: done at once if the last time is long enough ago, else once when the interval is over. */
  request(): void;
  stop(): void;
}

/** The first request is never delayed; those that follow within the interval become one. */
export function createRhythm(intervalMs: number, act: () => void): Rhythm {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isRequested = false;
  let isStopped = false;

  function perform(): void {
    isRequested = false;
    timer = setTimeout(() => {
      timer = null;
      if (isRequested) perform();
    }, intervalMs);
    act();
  }

  return {
    request() {
      if (isStopped) return;
      if (timer === null) perform();
      else isRequested = true;
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
