import type { ConcurrentEdit, Patch } from "../../bench/traces/editing-trace.ts";
import type { Turn } from "../editors/play-recording.ts";

/**
 * A recording as turns at two editors. Letters that were typed one behind the other, and letters that were deleted one before the other,
 * are one turn, as long as the other did not look at the text in between.
 */
export function turnsOf(edits: readonly ConcurrentEdit[]): readonly Turn[] {
  const turns: Turn[] = [];
  /** After how many of each one’s edits the other looks at some time. */
  const looks = [looksAt(edits, 0), looksAt(edits, 1)] as const;
  const made: [number, number] = [0, 0];
  /** How many turns each had taken after each of those edits. */
  const turnsAfter = [new Map([[0, 0]]), new Map([[0, 0]])] as const;
  const taken: [number, number] = [0, 0];
  const seen: [number, number] = [0, 0];
  let open: Typing | null = null;
  const close = (): void => {
    if (open === null) return;
    turns.push(open);
    taken[open.person] += 1;
    open = null;
  };
  for (const { agent, patches, seenOfOther } of edits) {
    const other = agent === 0 ? 1 : 0;
    if (seenOfOther > seen[agent]) {
      close();
      seen[agent] = seenOfOther;
      turns.push({ person: agent, seenOfOther: turnsAfter[other].get(seenOfOther) ?? 0 });
    }
    for (const patch of patches) {
      const grown: Typing | null = open === null ? null : continued(open, agent, patch);
      if (grown === null) close();
      open = grown ?? typingOf(agent, patch);
    }
    made[agent] += 1;
    if (!looks[agent].has(made[agent])) continue;
    close();
    turnsAfter[agent].set(made[agent], taken[agent]);
  }
  close();
  return [...turns, { person: 0, seenOfOther: taken[1] }, { person: 1, seenOfOther: taken[0] }];
}

type Typing = Extract<Turn, { readonly put: string }>;

function typingOf(person: 0 | 1, [at, taken, put]: Patch): Typing {
  return { person, at, taken, put };
}

/** The turn with one more patch in it, or null where that is another turn. */
function continued(turn: Typing, person: 0 | 1, [at, taken, put]: Patch): Typing | null {
  if (turn.person !== person || put.includes("\n")) return null;
  const isTypedOn = taken === 0 && turn.put !== "" && at === turn.at + turn.put.length && !turn.put.endsWith("\n");
  if (isTypedOn) return { ...turn, put: turn.put + put };
  const isDeletedOn = put === "" && turn.put === "" && (at + taken === turn.at || at === turn.at);
  return isDeletedOn ? { ...turn, at, taken: turn.taken + taken } : null;
}

function looksAt(edits: readonly ConcurrentEdit[], agent: 0 | 1): ReadonlySet<number> {
  return new Set(edits.filter((edit) => edit.agent !== agent).map(({ seenOfOther }) => seenOfOther));
}
