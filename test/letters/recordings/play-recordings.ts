import type { ConcurrentEdit, Patch } from "../../bench/traces/editing-trace.ts";
import { readFriends, readPaper } from "../../bench/traces/editing-trace.ts";
import { launchLaptop } from "../../e2e/chromium.ts";
import type { SignedLine } from "../editors/person.ts";
import { serveEditors } from "../serve-editors.ts";
import { replayPlainly, type Stretch } from "./plain-replay.ts";
import { turnsOf } from "./turns.ts";

/** How a recording ended in two real editors, and how it has to end. */
export interface PlayedRecording {
  readonly text: string;
  readonly expected: string;
  /** Each line's end belongs to whoever pressed Enter; only the letters between them are told apart. */
  readonly writers: readonly Stretch[];
  readonly expectedWriters: readonly Stretch[];
  /** What either screen showed otherwise than its document, and whether both ended alike. */
  readonly faults: readonly string[];
  readonly turns: number;
  readonly ms: number;
}

/** A recording, and the text it ended with. */
export interface Recording {
  readonly edits: readonly ConcurrentEdit[];
  readonly endContent: string;
}

/** Two people who wrote at the same time. Null where there are no recordings. */
export async function friendsRecording(): Promise<Recording | null> {
  return readFriends();
}

/** One who wrote a paper, a key at a time, while another read it now and then. Null where there are no recordings. */
export async function paperRecording(): Promise<Recording | null> {
  const paper = await readPaper();
  if (paper === null) return null;
  const { patches, endContent } = paper;
  const edits = patches.map((patch: Patch): ConcurrentEdit => ({ agent: 0, patches: [patch], seenOfOther: 0 }));
  return { edits, endContent };
}

/** Types a recording into two editors in Chromium. */
export async function playRecording({ edits, endContent }: Recording): Promise<PlayedRecording> {
  const expectedWriters = replayPlainly(edits);
  const turns = turnsOf(edits);
  const served = await serveEditors();
  const laptop = await launchLaptop({ context: { viewport: { width: 1366, height: 768 } } });
  try {
    await laptop.page.goto(served.address);
    const ended = await laptop.page.evaluate((given) => window.letters.playRecording(given), turns);
    const [first, second] = ended.lines;
    const isAlike = JSON.stringify(first) === JSON.stringify(second);
    return {
      text: wordsOf(first),
      expected: endContent,
      writers: withoutLineEnds(stretchesOf(first)),
      expectedWriters: withoutLineEnds(expectedWriters),
      faults: isAlike ? ended.faults : [...ended.faults, "the two ended differently"],
      turns: turns.length,
      ms: ended.ms,
    };
  } finally {
    await laptop.close();
    await served.close();
  }
}

function wordsOf(lines: readonly SignedLine[]): string {
  return lines.map(({ runs }) => runs.map(([, text]) => text).join("")).join("\n");
}

function stretchesOf(lines: readonly SignedLine[]): readonly Stretch[] {
  return lines.flatMap(({ runs }) => runs.map(([client, text]) => ({ person: client === 101 ? 0 : 1, text }) as const));
}

function withoutLineEnds(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const { person, text } of stretches) {
    const letters = text.replaceAll("\n", "");
    const last = joined.at(-1);
    if (letters === "") continue;
    if (last?.person === person) joined[joined.length - 1] = { person, text: last.text + letters };
    else joined.push({ person, text: letters });
  }
  return joined;
}
