import { changesOfDecision, changesOfTasks, changesOfWishes } from "./changed-decisions.ts";
import { changesOfParagraphs, paired, plain, type Change, type Part } from "./changed-words.ts";
import { changesOfReaders } from "./changed-readers.ts";
import { withRenderings } from "./rendered.ts";
import type { Paragraph, Revision } from "./statements.ts";

/**
 * What a reader of `before` has to read anew in `after`, in the order of the text. Words that another voice wrote anew
 * count as changed, even when they are the same words: whose they are is part of what is consented to.
 */
export function whatChanged(before: Revision, after: Revision): readonly Change[] {
  const changesOfWords = (part: Part, textOf: (revision: Revision) => string) =>
    changesOfParagraphs(part, plain(textOf(before)), plain(textOf(after)));
  return [
    ...changesOfWords({ kind: "name" }, (revision) => revision.name),
    ...paired(before.voices, after.voices, ({ id }) => id).flatMap(([was, is, { id }]) =>
      changesOfParagraphs({ kind: "voice", voice: id }, introduction(was), introduction(is)),
    ),
    ...changesOfReaders(before.readers, after.readers),
    ...changesOfParagraphs({ kind: "summary" }, before.summary, after.summary),
    ...changesOfWishes(before.wishes, after.wishes),
    ...paired(before.decisions, after.decisions, ({ id, leftOpen }) => `${id} ${String(leftOpen)}`).flatMap(
      changesOfDecision,
    ),
    ...changesOfTasks(before.tasks, after.tasks),
    ...changesOfWords({ kind: "next-meeting" }, (revision) => revision.nextMeeting),
    ...paired(before.utterances, after.utterances, ({ id }) => id).flatMap(([was, is, { id, voice }]) =>
      changesOfParagraphs({ kind: "utterance", utterance: id, voice }, withRenderings(was), withRenderings(is)),
    ),
  ];
}

function introduction(voice: Revision["voices"][number] | undefined): readonly Paragraph[] {
  if (voice === undefined) return [];
  const { name, relation } = voice.profile;
  return plain(relation === "" ? name : `${name}, ${relation}`, voice.id);
}
