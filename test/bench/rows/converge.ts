import * as Y from "yjs";
import type { Bench } from "../bench.ts";
import { createHeldLine } from "../held-line.ts";
import { rowOf, skippedRow, type Row } from "../row.ts";
import { NO_TRACES, readFriends, type ConcurrentTrace } from "../traces/editing-trace.ts";
import { seededDoc, typingAsOurs, typingInYjs, wordsIn, type Typing } from "../traces/writing.ts";
import { nextTurn, openTwoLaptops, until } from "../two-laptops.ts";

/** Two people at one text, in whatever program. Everything is said of the first and of the second: 0 and 1. */
interface Place {
  readonly docs: readonly [Y.Doc, Y.Doc];
  readonly typingIn: (doc: Y.Doc) => Typing;
  /** Resolves when what this one has written can go to the other one up to here, and no further. */
  readonly mark: (agent: 0 | 1) => Promise<void>;
  /** Lets go to the other what this one had written at the mark with this number, and resolves when it stands there. */
  readonly show: (agent: 0 | 1, mark: number) => Promise<void>;
}

/**
 * A text that two people really wrote at the same time, typed by two laptops that see of each other exactly what those two had seen
 * at each letter. Ends the bench where the two texts are not the recording's in the end, letter by letter.
 */
export async function measureConverge(bench: Bench): Promise<readonly Row[]> {
  const row = { name: "converge", unit: "ms", budget: null, baselineName: "plain Yjs" };
  const friends = await readFriends();
  if (friends === null) return [skippedRow(row, NO_TRACES)];
  const { laptops, line: ends, close } = await openHeldLaptops();
  const [here, there] = laptops;
  const isFirst = here.session.summary.text.doc.clientID < there.session.summary.text.doc.clientID;
  // Where both put a letter in one place at one time, Yjs puts the lower client id's first, and the recording its first person's.
  const [first, second] = isFirst ? [here.session, there.session] : [there.session, here.session];
  const line = isFirst ? ends : ([ends[1], ends[0]] as const);
  const entriesBefore = here.kept.entries;
  let ours: Replayed;
  try {
    const sessions = [first, second] as const;
    const marks: [Mark[], Mark[]] = [[], []];
    ours = await replay(friends, {
      docs: [first.summary.text.doc, second.summary.text.doc],
      typingIn: typingAsOurs,
      async mark(agent) {
        await until("it is saved", () => sessions[agent].view().saving === "saved");
        const { clientID } = sessions[agent].summary.text.doc;
        marks[agent].push({ sent: line[agent].sent(), clientID, entries: line[agent].believed(clientID) });
      },
      async show(agent, number) {
        const mark = marks[agent][number];
        if (mark === undefined) throw new Error("what was to be shown was not marked");
        line[agent].deliver(mark.sent);
        const reader = line[other(agent)];
        await until("it has come", () => reader.believed(mark.clientID) >= mark.entries);
        await nextTurn();
      },
    });
  } finally {
    await close();
  }
  const plain = await replay(friends, plainPlace());
  return [
    rowOf({
      ...row,
      quick: bench.quick,
      each: `one run: ${friends.edits.length} edits of two people, who looked at what the other one had written ${ours.looks} times`,
      ours: [ours.ms],
      baseline: [plain.ms],
      notes: [
        `edits between two looks become one entry: ${here.kept.entries - entriesBefore} entries of both; whoever looks waits until they are saved and proved`,
        "both laptops are one Node process; each has a SQLite vault beside it, as the desktop program has, on this disk",
        "between the laptops: the program's wire docs; their updates are handed over when the recording says so",
        "letters put in one place at one time stand in the order of Yjs client ids: the laptop with the lower one plays the recording's first person",
        "both texts, ours and plain Yjs's, were compared with the recording's, letter by letter",
      ],
    }),
  ];
}

interface Mark {
  readonly sent: number;
  readonly clientID: number;
  readonly entries: number;
}

interface Replayed {
  readonly ms: number;
  readonly looks: number;
}

async function replay(
  { edits, endContent }: ConcurrentTrace,
  { docs, typingIn, mark, show }: Place,
): Promise<Replayed> {
  const begun = performance.now();
  const typings = [typingIn(docs[0]), typingIn(docs[1])] as const;
  for (const agent of [0, 1] as const) await mark(agent);
  /** Up to which edits of each the other one has looked at some time, in order; and how far it is with that. */
  const looks = [looksAt(edits, 0), looksAt(edits, 1)] as const;
  const made: [number, number] = [0, 0];
  const shown: [number, number] = [0, 0];
  for (const { agent, patches, seenOfOther } of edits) {
    const whose = other(agent);
    if (seenOfOther > shown[whose]) {
      shown[whose] = seenOfOther;
      await show(whose, looks[whose].indexOf(seenOfOther) + 1);
    }
    for (const patch of patches) typings[agent](patch);
    made[agent] += 1;
    if (looks[agent].includes(made[agent])) await mark(agent);
  }
  for (const agent of [0, 1] as const) {
    await mark(agent);
    await show(agent, looks[agent].length + 1);
  }
  const ms = performance.now() - begun;
  for (const doc of docs)
    if (wordsIn(doc) !== endContent) throw new Error("the two did not end at the recording's text");
  return { ms, looks: looks[0].length + looks[1].length };
}

/** After how many of this one's edits the other one looked, in ascending order. */
function looksAt(edits: ConcurrentTrace["edits"], agent: 0 | 1): readonly number[] {
  const seen = new Set(edits.filter((edit) => edit.agent !== agent).map(({ seenOfOther }) => seenOfOther));
  seen.delete(0);
  return [...seen].sort((a, b) => a - b);
}

function plainPlace(): Place {
  const seed = Y.encodeStateAsUpdate(seededDoc());
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  const updates: [Uint8Array[], Uint8Array[]] = [[], []];
  const marks: [number[], number[]] = [[], []];
  const delivered: [number, number] = [0, 0];
  for (const agent of [0, 1] as const) {
    docs[agent].clientID = agent + 1;
    Y.applyUpdate(docs[agent], seed, "seed");
    docs[agent].on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "line") updates[agent].push(update);
    });
  }
  return {
    docs,
    typingIn: typingInYjs,
    mark(agent) {
      marks[agent].push(updates[agent].length);
      return Promise.resolve();
    },
    show(agent, number) {
      const upTo = marks[agent][number] ?? 0;
      for (const update of updates[agent].slice(delivered[agent], upTo))
        Y.applyUpdate(docs[other(agent)], update, "line");
      delivered[agent] = upTo;
      return Promise.resolve();
    },
  };
}

async function openHeldLaptops() {
  const line = createHeldLine();
  const [first, second] = line;
  const open = [() => first.carrier, () => second.carrier] as const;
  const move = (): void => {
    for (const end of line) end.deliver(end.sent());
  };
  return { line, ...(await openTwoLaptops(() => ({ open, move }))) };
}

function other(agent: 0 | 1): 0 | 1 {
  return agent === 0 ? 1 : 0;
}
