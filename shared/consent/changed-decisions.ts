import type { DecisionId, VoiceId } from "../feed/ids.ts";
import type { Paragraph, Revision } from "./statements.ts";
import { changesOfParagraphs, paired, plain, type Change, type Pair, type Part, type Stance } from "./changed-words.ts";

type Decision = Revision["decisions"][number];
type Position = Decision["positions"][number];
type Task = NonNullable<Revision["tasks"]>[number];
type Wish = NonNullable<Revision["wishes"]>[number];
type Said = NonNullable<Decision["matters"]>[number];

/** What is to be read anew of a decision: its words, where voices stand, how it came about, who takes what on. */
export function changesOfDecision([was, is, { id, leftOpen }]: Pair<Decision>): readonly Change[] {
  const reworded = changesOfParagraphs(
    { kind: leftOpen ? "left-open" : "decision", decision: id },
    plain(was?.text ?? "", was?.wordedBy),
    plain(is?.text ?? "", is?.wordedBy),
  );
  return [
    ...reworded,
    ...paired(was?.positions ?? [], is?.positions ?? [], ({ voice }) => voice).flatMap((pair) =>
      changesOfPosition(id, pair),
    ),
    ...paired(was?.ways ?? [], is?.ways ?? [], (way) => way.id).flatMap(([before, after, { voice }]) => [
      ...changesOfParagraphs(
        { kind: "way", decision: id, voice },
        plain(before?.text ?? "", before?.voice),
        plain(after?.text ?? "", after?.voice),
      ),
      ...changesOfMatters(id, before?.matters, after?.matters),
    ]),
    ...changesOfMatters(id, was?.matters, is?.matters),
    ...changesOfTasks(was?.tasks, is?.tasks),
    ...changesOfParagraphs({ kind: "review", decision: id }, plain(was?.review ?? ""), plain(is?.review ?? "")),
  ];
}

/** What is to be read anew of what was taken on. One that answers somebody else now went and came again. */
export function changesOfTasks(before: readonly Task[] = [], after: readonly Task[] = []): readonly Change[] {
  return paired(before, after, ({ id, voice, because }) => [id, voice, because].join(" ")).flatMap(
    ([was, is, { voice }]): readonly Change[] => {
      const part: Part = { kind: "task", voice, was: was !== undefined, is: is !== undefined };
      const words = changesOfParagraphs(part, taskWords(was), taskWords(is));
      if (words.length > 0 || part.was === part.is) return words;
      return [{ part, kind: part.is ? "added" : "removed", pieces: [] }];
    },
  );
}

/** What is to be read anew of wishes, and of what voices say of them. */
export function changesOfWishes(before: readonly Wish[] = [], after: readonly Wish[] = []): readonly Change[] {
  return paired(before, after, ({ id, voice }) => `${id} ${voice}`).flatMap(([was, is, { voice: wisher }]) => [
    ...changesOfParagraphs(
      { kind: "wish", voice: wisher },
      plain(was?.text ?? "", wisher),
      plain(is?.text ?? "", wisher),
    ),
    ...paired(was?.weighed ?? [], is?.weighed ?? [], ({ as, voice }) => `${as} ${voice}`).flatMap(
      ([said, says, { as, voice }]) => changesOfSaid({ kind: "weighed", as, voice }, said, says),
    ),
  ]);
}

function changesOfPosition(decision: DecisionId, [stood, stands, { voice }]: Pair<Position>): readonly Change[] {
  const part: Part = { kind: "position", decision, voice, was: stanceOf(stood), is: stanceOf(stands) };
  const words = changesOfParagraphs(part, plain(stood?.words ?? "", voice), plain(stands?.words ?? "", voice));
  if (words.length > 0 || part.was === part.is) return words;
  const kind = part.was === null ? "added" : part.is === null ? "removed" : "changed";
  const stillSaid = stands?.words ?? "";
  return [{ part, kind, pieces: stillSaid === "" ? [] : [{ kind: "same", voice, text: stillSaid }] }];
}

function stanceOf(position: Position | undefined): Stance | null {
  if (position === undefined) return null;
  return position.mayStand === true ? "lets-it-stand" : position.position;
}

function changesOfMatters(
  decision: DecisionId,
  before: readonly Said[] = [],
  after: readonly Said[] = [],
): readonly Change[] {
  return paired(before, after, ({ voice }) => voice).flatMap(([was, is, { voice }]) =>
    changesOfSaid({ kind: "matter", decision, voice }, was, is),
  );
}

function changesOfSaid(
  part: Part & { readonly voice: VoiceId },
  was: Said | undefined,
  is: Said | undefined,
): readonly Change[] {
  return changesOfParagraphs(part, plain(was?.words ?? "", part.voice), plain(is?.words ?? "", part.voice));
}

function taskWords(task: Task | undefined): readonly Paragraph[] {
  if (task === undefined) return [];
  return plain([task.what, task.until].filter((part) => part !== "").join(", "), task.voice);
}
