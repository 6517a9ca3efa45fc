import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { keptFiles } from "../e2e/kept-files.ts";
import type { Flat } from "./flat.ts";
import type { Hands } from "./hands.ts";

/** A laptop that is searched. */
export interface Searched {
  readonly hands: Hands;
  readonly profile: string;
  /** Whether its page shows the record now, so that what is there must be found there. */
  readonly shows: boolean;
  /** Whether its vault keeps the meeting; else nothing of it may be there. */
  readonly keeps: boolean;
}

/** What a search for withdrawn words found, and where it looked. */
export interface Erased {
  readonly needle: string;
  readonly found: number;
  /** Where it was found. */
  readonly foundIn: readonly string[];
  readonly placesSearched: readonly string[];
}

/** How long a laptop that comes new may take until it keeps everything. */
const ARRIVING_MS = 120_000;
/** Time for whatever else is on its way. */
const BETWEEN_LOOKS_MS = 5000;

/** Waits until a laptop that comes new keeps what the others have: these words, and nothing more has come since the last look. */
export async function untilArrived(words: string, { name, page }: Hands): Promise<void> {
  await page.evaluate(await bundle());
  const until = performance.now() + ARRIVING_MS;
  for (let before = -1; ;) {
    await wait(BETWEEN_LOOKS_MS);
    const { opened, texts } = await page.evaluate(() => window.openEverything());
    const isThere = texts.some((text) => text.includes(words));
    if (isThere && opened === before) return;
    if (performance.now() > until) throw new Error(`laptop ${name} has not been sent everything: ${words}`);
    before = opened;
  }
}

/**
 * Looks for words on all these laptops: in every file their browsers keep, as UTF-8 and UTF-16; in everything their vaults
 * hold, opened with their own keys; in what their pages show; and in every object that is alive in their pages. `before`
 * is looked for as well and has to be found wherever words can be: a search that finds nothing must be able to find.
 */
export async function searchFor(needle: string, before: string, laptops: readonly Searched[]): Promise<Erased> {
  const opener = await bundle();
  const placesSearched: string[] = [];
  const foundIn: string[] = [];
  let found = 0;
  const look = (place: string, counts: Counts, mustHold: boolean): void => {
    placesSearched.push(place);
    found += counts.needle;
    if (counts.needle > 0) foundIn.push(place);
    if (mustHold && counts.before === 0) throw new Error(`${place}: the search does not find what is there`);
  };
  for (const { hands, profile, shows, keeps } of laptops) {
    const { name, page } = hands;
    await page.evaluate(opener);
    const { opened, texts } = await page.evaluate(() => window.openEverything());
    if (!keeps && opened > 0)
      throw new Error(`${name}: the vault keeps ${String(opened)} payloads, and was to keep nothing`);
    look(`${name}: ${String(opened)} payloads of the vault, opened`, count(texts, needle, before), keeps);
    look(`${name}: DOM`, count([await page.content()], needle, before), shows);
    const { taken, strings } = await liveObjects(hands);
    look(`${name}: ${String(taken)} live strings of the page (heap snapshot)`, count(strings, needle, before), shows);
    const files = await searchFiles(profile, needle);
    placesSearched.push(`${name}: ${String(files.files)} files of the browser profile, ${String(files.bytes)} bytes`);
    found += files.found;
    foundIn.push(...files.foundIn.map((path) => `${name}: ${path}`));
  }
  return { needle, found, foundIn, placesSearched };
}

interface Counts {
  readonly needle: number;
  readonly before: number;
}

function count(texts: readonly string[], needle: string, before: string): Counts {
  return {
    needle: texts.filter((text) => text.includes(needle)).length,
    before: texts.filter((text) => text.includes(before)).length,
  };
}

/** Every string that something on the page still holds, after everything else was thrown away. */
async function liveObjects({ page }: Hands): Promise<{ readonly taken: number; readonly strings: readonly string[] }> {
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await devtools.send("HeapProfiler.enable");
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await devtools.detach();
  // A heap snapshot has a table of all strings (V8's format).
  const { strings } = JSON.parse(chunks.join("")) as { strings: string[] };
  return { taken: strings.length, strings };
}

async function searchFiles(folder: string, needle: string) {
  const needles = [Buffer.from(needle, "utf8"), Buffer.from(needle, "utf16le")];
  const foundIn: string[] = [];
  let [files, bytes, found] = [0, 0, 0];
  for await (const { path, content } of keptFiles(folder)) {
    files += 1;
    bytes += content.length;
    const times = needles.filter((one) => content.includes(one)).length;
    if (times > 0) foundIn.push(path);
    found += times;
  }
  return { files, bytes, found, foundIn };
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL("search-page.ts", import.meta.url)), formats: ["iife"], name: "search" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!("output" in output)) throw new Error("the search was not bundled");
  return output.output[0].code;
}

/** The laptops of a flat with their profiles, of which those with these names keep nothing. */
export function allOf(flat: Flat, keepNothing: readonly string[]): readonly Searched[] {
  return flat.laptops.map((hands, index) => ({
    hands,
    profile: flat.profiles[index] ?? "",
    shows: true,
    keeps: !keepNothing.includes(hands.name),
  }));
}
