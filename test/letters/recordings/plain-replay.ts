import * as Y from "yjs";
import type { ConcurrentEdit } from "../../bench/traces/editing-trace.ts";

/** Letters that stand side by side and were typed by the same person. */
export interface Stretch {
  readonly person: 0 | 1;
  readonly text: string;
}

/**
 * What a recording comes to without any editor: two plain Yjs texts that exchange what the two had seen. Where both put a letter in one
 * place at one time, the first person's stands first.
 */
export function replayPlainly(edits: readonly ConcurrentEdit[]): readonly Stretch[] {
  const docs = [docOf(0), docOf(1)] as const;
  const updates: readonly [Uint8Array[], Uint8Array[]] = [[], []];
  for (const person of [0, 1] as const) {
    docs[person].on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "heard") updates[person].push(update);
    });
  }
  const heard: [number, number] = [0, 0];
  const hear = (person: 0 | 1, upTo: number): void => {
    for (const update of updates[person === 0 ? 1 : 0].slice(heard[person], upTo)) {
      Y.applyUpdate(docs[person], update, "heard");
    }
    heard[person] = Math.max(heard[person], upTo);
  };
  for (const { agent, patches, seenOfOther } of edits) {
    hear(agent, seenOfOther);
    const doc = docs[agent];
    doc.transact(() => {
      for (const [at, taken, put] of patches) {
        if (taken > 0) doc.getText().delete(at, taken);
        if (put !== "") doc.getText().insert(at, put);
      }
    });
  }
  hear(0, updates[1].length);
  hear(1, updates[0].length);
  if (docs[0].getText().toJSON() !== docs[1].getText().toJSON()) throw new Error("two plain texts ended differently");
  return stretchesOf(docs[0]);
}

function docOf(person: 0 | 1): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = person + 1;
  return doc;
}

function stretchesOf(doc: Y.Doc): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let item = doc.getText()._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const [person, text] = [item.id.client === 1 ? 0 : 1, item.content.str] as const;
    const last = stretches.at(-1);
    if (last?.person === person) stretches[stretches.length - 1] = { person, text: last.text + text };
    else stretches.push({ person, text });
  }
  return stretches;
}
