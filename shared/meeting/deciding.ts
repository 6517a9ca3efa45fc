import type { DecisionId, TaskId, VoiceId, WayId, WishId } from "../feed/ids.ts";
import type { Weighing } from "./deciding-statements.ts";
import type { Decision, NextMeeting, Position, Task, Way, Wish } from "./decided.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

type Counting = readonly Stated<MeetingStatement>[];
type TakenPosition = Position & { readonly wording: string };
type Words = Map<VoiceId, string>;

/**
 * What was decided or left open, with what was considered on the way: each way by whoever thought of it, and what matters to
 * whom. A position counts while it is about the wording that stands; one about no wording takes an earlier one back. No words
 * take back a decision.
 */
export function decisionsOf(counting: Counting): ReadonlyMap<DecisionId, Decision> {
  const worded = new Map<DecisionId, Pick<Decision, "id" | "leftOpen" | "text" | "wordedAt" | "wordedBy">>();
  const positions = new Map<DecisionId, Map<VoiceId, TakenPosition>>();
  const ways = new Map<DecisionId, Map<WayId, Omit<Way, "matters">>>();
  const matters = new Map<string, Words>();
  const reviews = new Map<DecisionId, string>();
  for (const { voice, at, body } of counting) {
    switch (body.kind) {
      case "decision-worded":
      case "left-open":
        worded.set(body.decision, {
          id: body.decision,
          text: body.text,
          leftOpen: body.kind === "left-open",
          wordedBy: voice,
          wordedAt: worded.get(body.decision)?.wordedAt ?? at,
        });
        break;
      case "position-taken": {
        const { decision, wording, position, words, mayStand = false } = body;
        within(positions, decision).set(voice, { position, words, at, wording, mayStand });
        break;
      }
      case "way-considered": {
        const considered = within(ways, body.decision);
        const before = considered.get(body.way);
        if (before !== undefined && before.by !== voice) break;
        considered.set(body.way, { id: body.way, text: body.text.trim(), by: voice, at: before?.at ?? at });
        break;
      }
      case "matter-told":
        tell(within(matters, matterName(body.decision, body.way)), voice, body.words);
        break;
      case "review-set":
        reviews.set(body.decision, body.on.trim());
        break;
      default:
        break;
    }
  }
  return new Map(
    [...worded]
      .filter(([, { text }]) => text.trim() !== "")
      .map(([id, decision]) => [
        id,
        {
          ...decision,
          positions: aboutThisWording(positions.get(id), decision.text),
          ways: [...(ways.get(id)?.values() ?? [])]
            .filter(({ text }) => text !== "")
            .map((way) => ({ ...way, matters: matters.get(matterName(id, way.id)) ?? new Map() })),
          matters: matters.get(matterName(id, null)) ?? new Map(),
          review: reviews.get(id) ?? "",
        },
      ]),
  );
}

/** What voices have taken on, each in its own name; nobody can take on anything for another. */
export function tasksOf(counting: Counting): ReadonlyMap<TaskId, Task> {
  const tasks = new Map<TaskId, Task>();
  const whose = whoseIs(counting, (body) => (body.kind === "task-taken-on" ? body.task : null));
  for (const { voice, at, body } of counting) {
    if (body.kind !== "task-taken-on" && body.kind !== "task-let-go") continue;
    const before = tasks.get(body.task);
    if (whose.get(body.task) !== voice) continue;
    if (body.kind === "task-let-go") {
      tasks.delete(body.task);
    } else {
      const { task: id, decision, because, what, until } = body;
      tasks.set(id, { id, voice, decision, because, what: what.trim(), until: until.trim(), at: before?.at ?? at });
    }
  }
  return tasks;
}

/** Wishes of single voices, with what each voice says of them. Nothing is added up. */
export function wishesOf(counting: Counting): ReadonlyMap<WishId, Wish> {
  const wishes = new Map<WishId, Omit<Wish, "weighed">>();
  const weighed = new Map<WishId, Map<Weighing, Words>>();
  const whose = whoseIs(counting, (body) =>
    body.kind === "wish-worded" && body.text.trim() !== "" ? body.wish : null,
  );
  for (const { voice, at, body } of counting) {
    if (body.kind === "wish-worded") {
      const before = wishes.get(body.wish);
      // Only who has a wish may take it back, whoever's the name of it may be.
      if (whose.get(body.wish) !== voice || (before === undefined && body.text.trim() === "")) continue;
      wishes.set(body.wish, { id: body.wish, voice, text: body.text.trim(), at: before?.at ?? at });
    }
    if (body.kind === "wish-weighed") tell(within(within(weighed, body.wish), body.as), voice, body.words);
  }
  return new Map(
    [...wishes]
      .filter(([, { text }]) => text !== "")
      .map(([id, wish]) => [id, { ...wish, weighed: weighed.get(id) ?? new Map() }]),
  );
}

/** When, where and with whom we meet again, as it was last set. */
export function nextMeetingOf(counting: Counting): NextMeeting {
  let next: NextMeeting = { when: "", where: "", who: "", text: "" };
  for (const { body } of counting) {
    if (body.kind !== "next-meeting-set") continue;
    const { when = "", where = "", who = "", text } = body;
    next = { when: when.trim(), where: where.trim(), who: who.trim(), text: text.trim() };
  }
  return next;
}

/**
 * What somebody wishes who saw `opened` when they began to write: the parts they changed, and of the others what stands now,
 * so that what another set meanwhile stays.
 */
export function nextMeetingWished(wished: NextMeeting, opened: NextMeeting, now: NextMeeting): NextMeeting {
  const part = (name: keyof NextMeeting) => (wished[name] === opened[name] ? now[name] : wished[name]);
  return { when: part("when"), where: part("where"), who: part("who"), text: part("text") };
}

/** When, where and with whom, in one line of words, as papers have it. */
export function nextMeetingInWords({ when, where, who, text }: NextMeeting): string {
  return [when, where, who, text].filter((part) => part !== "").join(" · ");
}

function aboutThisWording(
  taken: ReadonlyMap<VoiceId, TakenPosition> | undefined,
  text: string,
): ReadonlyMap<VoiceId, Position> {
  const positions = new Map<VoiceId, Position>();
  for (const [voice, { wording, ...position }] of taken ?? []) if (wording === text) positions.set(voice, position);
  return positions;
}

/**
 * Whose a task or a wish is. Who writes it down for a voice without a device owns its name, and could claim at any time to have
 * meant something of their own by it: what was said aloud, and witnessed, stands before that.
 */
function whoseIs<Id extends TaskId | WishId>(
  counting: Counting,
  named: (body: MeetingStatement) => Id | null,
): ReadonlyMap<Id, VoiceId> {
  const whose = new Map<Id, { readonly voice: VoiceId; readonly aloud: boolean }>();
  for (const { voice, feed, body } of counting) {
    const id = named(body);
    if (id === null) continue;
    const aloud = !feed.startsWith(`${voice}/`);
    const known = whose.get(id);
    if (known === undefined || (aloud && !known.aloud)) whose.set(id, { voice, aloud });
  }
  return new Map([...whose].map(([id, { voice }]) => [id, voice]));
}

function matterName(decision: DecisionId, way: WayId | null): string {
  return `${decision}/${way ?? ""}`;
}

function tell(words: Words, voice: VoiceId, told: string): void {
  if (told.trim() === "") words.delete(voice);
  else words.set(voice, told.trim());
}

/** The inner map of that name, made where there is none yet. */
function within<Key, Inner, Value>(maps: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const inner = maps.get(key) ?? new Map<Inner, Value>();
  maps.set(key, inner);
  return inner;
}
