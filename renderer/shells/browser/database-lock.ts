/** Gives back what was held. Calling it again does nothing. */
export type Release = () => void;

/** Holds a name together with others who share it, from whatever window of this browser. */
export async function share(name: string): Promise<Release> {
  const release = await hold(name, { mode: "shared" });
  if (release === null) throw new Error("a shared hold is waited for until it is there");
  return release;
}

/** Holds a name alone if nobody holds it now; null otherwise. */
export function holdIfFree(name: string): Promise<Release | null> {
  return hold(name, { mode: "exclusive", ifAvailable: true });
}

/** Waits until nobody else holds a name, and holds it alone; null when that did not come about in time. */
export async function holdAlone(name: string, timeoutMs: number): Promise<Release | null> {
  try {
    return await hold(name, { mode: "exclusive", signal: AbortSignal.timeout(timeoutMs) });
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") return null;
    throw error;
  }
}

/** The browser's own locks are given back by themselves when a window is closed or killed. */
function hold(name: string, options: LockOptions): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, options, (lock) => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((release) => {
          resolve(release);
        });
      })
      .catch(reject);
  });
}
