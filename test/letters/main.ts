import { availableParallelism } from "node:os";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { playInChromium } from "./play-in-chromium.ts";
import { friendsRecording, paperRecording, playRecording } from "./recordings/play-recordings.ts";
import { holdMeetings } from "./run-meetings.ts";
import { shrunk, told } from "./shrink.ts";

/*
 * Has people write together, and looks whether every letter keeps its writer:
 *   node test/letters/main.ts [--meetings N] [--editors N] [--seed S]
 * `--meetings` at random on the model (100,000), `--editors` at random with real editors in Chromium (2,000), and, where they are at
 * hand, what was recorded of people who wrote. Exits 0 if no letter was lost, doubled, torn or signed by another, else 1.
 */

const { values: wish } = parseArgs({
  options: {
    meetings: { type: "string", default: "100000" },
    editors: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
  },
});

interface Wish {
  readonly meetings: number;
  readonly editors: number;
  readonly seed: number;
}

/** Everything that is tried; each resolves to whether all was well. */
const PARTS: readonly ((wish: Wish) => Promise<boolean>)[] = [onTheModel, inEditors, asRecorded];

const wished: Wish = { meetings: Number(wish.meetings), editors: Number(wish.editors), seed: Number(wish.seed) };
if ([wished.meetings, wished.editors, wished.seed].some((number) => !Number.isSafeInteger(number) || number < 0)) {
  console.error("--meetings, --editors and --seed take whole numbers.");
  process.exitCode = 2;
} else {
  for (const part of PARTS) if (!(await part(wished))) process.exitCode = 1;
}

/** The text as the editor writes it, without a screen. */
async function onTheModel({ meetings, seed }: Wish): Promise<boolean> {
  if (meetings === 0) return true;
  const tell = progress("meetings on the model", meetings);
  const failures = await holdMeetings({ seed, meetings }, Math.min(availableParallelism(), meetings), tell);
  for (const failure of failures) console.error(told(shrunk(failure)));
  return failures.length === 0;
}

/** Real editors in Chromium, each with a document of its own. */
async function inEditors({ editors, seed }: Wish): Promise<boolean> {
  if (editors === 0) return true;
  const onPlayed = progress("meetings with editors", editors);
  const faulty = await playInChromium({ firstSeed: seed, meetings: editors, onPlayed });
  for (const one of faulty) console.error(JSON.stringify(one, null, 2));
  return faulty.length === 0;
}

/** What people have written together, recorded key by key, typed again with two editors. */
async function asRecorded(): Promise<boolean> {
  const recordings = [
    ["what two friends wrote", await friendsRecording()],
    ["a paper", await paperRecording()],
  ] as const;
  let holds = true;
  for (const [name, recording] of recordings) {
    if (recording === null) {
      console.log(`Not typed again: ${name}. There are no recordings here.`);
      continue;
    }
    const { faults, text, expected, writers, expectedWriters } = await playRecording(recording);
    const isSame = faults.length === 0 && text === expected && isDeepStrictEqual(writers, expectedWriters);
    console.log(`${isSame ? "Ends as recorded" : "Does not end as recorded"}: ${name}.`);
    for (const fault of faults) console.error(fault);
    holds &&= isSame;
  }
  return holds;
}

/** Tells how far it is, every five seconds and at the end. */
function progress(what: string, all: number): (done: number) => void {
  const began = performance.now();
  let toldAt = began;
  return (done) => {
    const now = performance.now();
    if (now - toldAt < 5000 && done < all) return;
    toldAt = now;
    console.log(`${String(done)} of ${String(all)} ${what} in ${((now - began) / 1000).toFixed()} s`);
  };
}
