import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { holdMeetings } from "./run-meetings.ts";
import { shrunk, told } from "./shrink.ts";

/*
 * Has people write together at random, and looks whether every letter keeps its writer:
 *   node test/letters/main.ts [--meetings N] [--seed S]
 * Exits 0 if no letter was lost, doubled, torn or signed by another, else 1.
 */

const { values: wish } = parseArgs({
  options: {
    meetings: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
  },
});

interface Wish {
  readonly meetings: number;
  readonly seed: number;
}

/** Everything that is tried; each resolves to whether all was well. */
const PARTS: readonly ((wish: Wish) => Promise<boolean>)[] = [onTheModel];

const wished: Wish = { meetings: Number(wish.meetings), seed: Number(wish.seed) };
if (!Number.isSafeInteger(wished.meetings) || wished.meetings < 1 || !Number.isSafeInteger(wished.seed)) {
  console.error("--meetings and --seed take whole numbers.");
  process.exitCode = 2;
} else {
  for (const part of PARTS) if (!(await part(wished))) process.exitCode = 1;
}

/** The text as the editor writes it, without a screen. */
async function onTheModel({ meetings, seed }: Wish): Promise<boolean> {
  const began = performance.now();
  let toldAt = began;
  const failures = await holdMeetings({ seed, meetings }, Math.min(availableParallelism(), meetings), (held) => {
    const now = performance.now();
    if (now - toldAt < 5000 && held < meetings) return;
    toldAt = now;
    console.log(`${held} of ${meetings} meetings in ${((now - began) / 1000).toFixed()} s`);
  });
  for (const failure of failures) console.error(told(shrunk(failure)));
  if (failures.length === 0) console.log("Every letter keeps its writer.");
  return failures.length === 0;
}
