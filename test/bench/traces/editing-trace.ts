import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import * as v from "valibot";

/** What was done at one place of a text: so many letters taken out there, and these put in. */
export type Patch = readonly [position: number, taken: number, put: string];

/** A recording of one person writing. */
export interface EditingTrace {
  readonly patches: readonly Patch[];
  readonly endContent: string;
}

/** A recording of several people writing one text at the same time. */
export interface ConcurrentTrace {
  readonly edits: readonly ConcurrentEdit[];
  readonly endContent: string;
}

/** What one of them did, and what they had seen by then. Its positions are those of the text they saw. */
export interface ConcurrentEdit {
  readonly agent: 0 | 1;
  readonly patches: readonly Patch[];
  /** How many edits of the other one were in the text they saw. */
  readonly seenOfOther: number;
}

const PatchSchema = v.tuple([v.number(), v.number(), v.string()]);
const OneWriter = v.object({
  startContent: v.literal(""),
  endContent: v.string(),
  txns: v.array(v.object({ patches: v.array(PatchSchema) })),
});
const TwoWriters = v.object({
  endContent: v.string(),
  numAgents: v.literal(2),
  txns: v.array(v.object({ parents: v.array(v.number()), agent: v.picklist([0, 1]), patches: v.array(PatchSchema) })),
});

/** Why a row that needs a trace has none. */
export const NO_TRACES = "skipped: no traces";

/** The paper: one writer, a letter at a time. Null where there are no traces. */
export async function readPaper(): Promise<EditingTrace | null> {
  const recorded = await readRecording("automerge-paper");
  if (recorded === null) return null;
  const { txns, endContent } = v.parse(OneWriter, recorded);
  return { patches: txns.flatMap(({ patches }) => patches), endContent };
}

/** Two people writing one text. Null where there are no traces. */
export async function readFriends(): Promise<ConcurrentTrace | null> {
  const recorded = await readRecording("friendsforever");
  if (recorded === null) return null;
  const { txns, endContent } = v.parse(TwoWriters, recorded);
  /** What each edit and all that it follows come to: so many of the one's, so many of the other's. */
  const upTo: (readonly [number, number])[] = [];
  const made: [number, number] = [0, 0];
  const edits = txns.map(({ parents, agent, patches }): ConcurrentEdit => {
    const seen = [0, 1].map((one) => Math.max(0, ...parents.map((parent) => upTo[parent]?.[one] ?? 0)));
    const [ofFirst = 0, ofSecond = 0] = seen;
    if (seen[agent] !== made[agent])
      throw new Error("in this recording somebody has not seen what they wrote themselves");
    made[agent] += 1;
    upTo.push(agent === 0 ? [ofFirst + 1, ofSecond] : [ofFirst, ofSecond + 1]);
    return { agent, patches, seenOfOther: agent === 0 ? ofSecond : ofFirst };
  });
  return { edits, endContent };
}

/** The text after the first so many patches, made without any document. */
export function textAfter(patches: readonly Patch[]): string {
  const letters: string[] = [];
  for (const [position, taken, put] of patches) letters.splice(position, taken, ...Array.from(put));
  return letters.join("");
}

async function readRecording(name: string): Promise<unknown> {
  const folder =
    process.env["POLYPHONY_TRACES"] ?? fileURLToPath(new URL("../../../../shared/traces", import.meta.url));
  const file = join(folder, `${name}.json.gz`);
  if (!existsSync(file)) return null;
  return JSON.parse((await promisify(gunzip)(await readFile(file))).toString("utf8"));
}
