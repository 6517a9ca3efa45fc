import type { VoiceId } from "../feed/ids.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

/** Who comes, and when. */
export interface Coming {
  readonly who: string;
  readonly when: string;
}

/** Whom to ring, and under which number. */
export interface ToRing {
  readonly who: string;
  readonly number: string;
}

/** What was arranged besides the next meeting. It is no record of what anyone has said, and nobody's consent is asked for it. */
export interface Arrangements {
  readonly comes: readonly Coming[];
  readonly ring: readonly ToRing[];
  /** Who noted it last, or null while nobody has. */
  readonly by: VoiceId | null;
}

/** One line that is written, rewritten, or taken out: `before` is null for a new one, `after` for one that goes. */
export type ArrangementChange =
  | { readonly of: "comes"; readonly before: Coming | null; readonly after: Coming | null }
  | { readonly of: "ring"; readonly before: ToRing | null; readonly after: ToRing | null };

/** What was arranged, as it was last noted as a whole. A line in which nothing is said is none. */
export function arrangementsOf(counting: readonly Stated<MeetingStatement>[]): Arrangements {
  let now: Arrangements = { comes: [], ring: [], by: null };
  for (const { voice: by, body } of counting) {
    if (body.kind !== "arrangements-noted") continue;
    now = {
      comes: body.comes.map(({ who, when }) => ({ who: who.trim(), when: when.trim() })).filter(saysSomething),
      ring: body.ring.map(({ who, number }) => ({ who: who.trim(), number: number.trim() })).filter(saysSomething),
      by,
    };
  }
  return now;
}

/**
 * The lines as they stand after one of them was changed. The others stay as they are now, whatever they were when the writing
 * began; a line that somebody else has taken out or reworded meanwhile is written anew, so that nothing written here is lost.
 */
export function arranged(
  now: Pick<Arrangements, "comes" | "ring">,
  change: ArrangementChange,
): Pick<Arrangements, "comes" | "ring"> {
  const { comes, ring } = now;
  return change.of === "comes"
    ? { comes: withLine(comes, change.before, change.after, sameComing), ring }
    : { comes, ring: withLine(ring, change.before, change.after, sameToRing) };
}

function withLine<Line extends Coming | ToRing>(
  lines: readonly Line[],
  before: Line | null,
  after: Line | null,
  isSame: (a: Line, b: Line) => boolean,
): readonly Line[] {
  const wished = after === null || !saysSomething(after) ? [] : [after];
  const at = before === null ? -1 : lines.findIndex((line) => isSame(line, before));
  return at === -1 ? [...lines, ...wished] : [...lines.slice(0, at), ...wished, ...lines.slice(at + 1)];
}

function sameComing(a: Coming, b: Coming): boolean {
  return a.who === b.who && a.when === b.when;
}

function sameToRing(a: ToRing, b: ToRing): boolean {
  return a.who === b.who && a.number === b.number;
}

function saysSomething(line: Coming | ToRing): boolean {
  return Object.values(line).some((said: string) => said.trim() !== "");
}
