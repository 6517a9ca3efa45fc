import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | null = null;

/** Lets go of everything that nothing holds any more. Resolves to the bytes that this process holds then. */
export async function collectGarbage(): Promise<number> {
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    // What the flag adds to every context from now on.
    collect = runInNewContext("gc") as () => void;
  }
  for (let round = 0; round < 3; round += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A number of bytes as people read it. */
export function bytesHeld(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
