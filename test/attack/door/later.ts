const sinceStart = performance.now.bind(performance);
let skippedMs = 0;

/** Lets this process believe that so much more time has passed. What was set to happen then still takes its time. */
export function skipTime(ms: number): void {
  skippedMs += ms;
  performance.now = () => sinceStart() + skippedMs;
}
