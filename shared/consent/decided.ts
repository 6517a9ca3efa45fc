import type { DecisionId, VoiceId } from "../feed/ids.ts";
import type { Decision, Task, Wish } from "../meeting/decided.ts";
import { WEIGHINGS } from "../meeting/deciding-statements.ts";
import type { MeetingState } from "../meeting/state.ts";
import { byTime } from "./by-time.ts";
import { isRemoved } from "./removed.ts";
import type { Revision } from "./statements.ts";

type Decided = Pick<Revision, "decisions" | "tasks" | "wishes">;
type FrozenDecision = Revision["decisions"][number];
type FrozenTask = NonNullable<Revision["tasks"]>[number];
type Said = NonNullable<FrozenDecision["matters"]>;

/**
 * What was decided, as it is frozen: each voice's words as the record has them, everything in an order that is the same on every
 * laptop. A task stands with its decision, or by itself where it has none or that decision was taken back. Nothing of a
 * voice that was removed is in it, nor a decision that such a voice has worded.
 */
export function decidedIn(state: MeetingState): Decided {
  const { decisions, tasks, wishes } = withoutRemoved(state);
  const standing = [...decisions.values()].filter(({ text }) => text.trim() !== "");
  const about = tasksByDecision(tasks, new Set(standing.map(({ id }) => id)));
  return {
    decisions: standing
      .map((decision) => ({ id: decision.id, at: decision.wordedAt, decision }))
      .sort(byTime)
      .map(({ decision }) => frozenDecision(decision, about.get(decision.id) ?? [])),
    ...unlessEmpty("tasks", about.get(null) ?? []),
    ...unlessEmpty("wishes", [...wishes.values()].sort(byTime).map(frozenWish)),
  };
}

/** Every voice that has words in what was decided. Who is only named by another, as a reason, has none. */
export function voicesInDecided({ decisions, tasks = [], wishes = [] }: Decided): readonly VoiceId[] {
  return [
    ...decisions.flatMap(({ wordedBy, positions, ways = [], matters = [], tasks: about = [] }) => [
      wordedBy,
      ...[...positions, ...ways, ...ways.flatMap((way) => way.matters ?? []), ...matters, ...about].map(
        ({ voice }) => voice,
      ),
    ]),
    ...tasks.map(({ voice }) => voice),
    ...wishes.flatMap(({ voice, weighed = [] }) => [voice, ...weighed.map((one) => one.voice)]),
  ];
}

/** The same without the names of those who are not in the revision: a task answers somebody there, or nobody. */
export function answeringOnly(decided: Decided, voices: ReadonlySet<VoiceId>): Decided {
  const answering = (tasks: readonly FrozenTask[]) =>
    tasks.map((task) => {
      const { because, ...alone } = task;
      return because === undefined || voices.has(because) ? task : alone;
    });
  return {
    ...decided,
    decisions: decided.decisions.map((decision) => ({
      ...decision,
      ...unlessEmpty("tasks", answering(decision.tasks ?? [])),
    })),
    ...unlessEmpty("tasks", answering(decided.tasks ?? [])),
  };
}

/** What was decided among those who were not removed. */
function withoutRemoved(state: MeetingState): Pick<MeetingState, "decisions" | "tasks" | "wishes"> {
  const stays = (voice: VoiceId) => !isRemoved(state, voice);
  const ofThem = <Said>(words: ReadonlyMap<VoiceId, Said>) => new Map([...words].filter(([voice]) => stays(voice)));
  const decisions = [...state.decisions].flatMap(([id, decision]) => {
    const ways = decision.ways.filter(({ by }) => stays(by)).map((way) => ({ ...way, matters: ofThem(way.matters) }));
    const { positions, matters, wordedBy } = decision;
    const kept = { ...decision, positions: ofThem(positions), ways, matters: ofThem(matters) };
    return stays(wordedBy) ? [[id, kept] as const] : [];
  });
  const wishes = [...state.wishes].flatMap(([id, wish]) => {
    const weighed = new Map([...wish.weighed].map(([as, words]) => [as, ofThem(words)] as const));
    return stays(wish.voice) ? [[id, { ...wish, weighed }] as const] : [];
  });
  return {
    decisions: new Map(decisions),
    tasks: new Map([...state.tasks].filter(([, { voice }]) => stays(voice))),
    wishes: new Map(wishes),
  };
}

function tasksByDecision(
  tasks: MeetingState["tasks"],
  standing: ReadonlySet<DecisionId>,
): ReadonlyMap<DecisionId | null, readonly FrozenTask[]> {
  const about = new Map<DecisionId | null, FrozenTask[]>();
  for (const task of [...tasks.values()].sort(byTime)) {
    const decision = task.decision !== null && standing.has(task.decision) ? task.decision : null;
    about.set(decision, [...(about.get(decision) ?? []), frozenTask(task)]);
  }
  return about;
}

function frozenTask({ id, voice, because, what, until }: Task): FrozenTask {
  return { id, voice, ...(because !== null && { because }), what, until };
}

function frozenDecision(decision: Decision, tasks: readonly FrozenTask[]): FrozenDecision {
  const { id, text, wordedBy, leftOpen, positions, ways, matters, review } = decision;
  return {
    id,
    text,
    wordedBy,
    leftOpen,
    positions: [...positions]
      .map(([voice, position]) => ({ id: voice, ...position }))
      .sort(byTime)
      .map(({ id: voice, position, words, mayStand }) => ({
        voice,
        position,
        words,
        ...(mayStand && position === "do-not-agree" && { mayStand: true as const }),
      })),
    ...unlessEmpty(
      "ways",
      [...ways].sort(byTime).map((way) => ({
        id: way.id,
        voice: way.by,
        text: way.text,
        ...unlessEmpty("matters", said(way.matters)),
      })),
    ),
    ...unlessEmpty("matters", said(matters)),
    ...unlessEmpty("tasks", tasks),
    ...(review !== "" && { review }),
  };
}

function frozenWish({ id, voice, text, weighed }: Wish): NonNullable<Revision["wishes"]>[number] {
  const told = WEIGHINGS.flatMap((as) => said(weighed.get(as) ?? new Map()).map((one) => ({ as, ...one })));
  return { id, voice, text, ...unlessEmpty("weighed", told) };
}

/** In the order of the fold, which is the same everywhere. */
function said(words: ReadonlyMap<VoiceId, string>): Said {
  return [...words].map(([voice, told]) => ({ voice, words: told }));
}

/** A field that is there when something is in it. */
function unlessEmpty<Name extends string, Item>(name: Name, items: readonly Item[]): Partial<Record<Name, Item[]>> {
  // The computed name is the type's one key.
  return items.length === 0 ? {} : ({ [name]: [...items] } as Record<Name, Item[]>);
}
