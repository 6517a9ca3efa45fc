import { changesOfDecision, changesOfTasks, changesOfWishes } from "./changed-decisions.ts";
import { changesOfParagraphs, paired, plain, type Change, type Pair, type Part } from "./changed-words.ts";
import { changesOfReaders } from "./changed-readers.ts";
import { renderedWords } from "./rendered.ts";
import type { Paragraph, Revision } from "./statements.ts";

type FrozenVoice = Revision["voices"][number];
type Utterance = Revision["utterances"][number];

/**
 * What a reader of `before` has to read anew in `after`, in the order of the text. Words that another voice wrote anew
 * count as changed, even when they are the same words: whose they are is part of what is consented to.
 */
export function whatChanged(before: Revision, after: Revision): readonly Change[] {
  const changesOfWords = (part: Part, textOf: (revision: Revision) => string) =>
    changesOfParagraphs(part, plain(textOf(before)), plain(textOf(after)));
  return [
    ...changesOfWords({ kind: "name" }, (revision) => revision.name),
    ...paired(before.voices, after.voices, ({ id }) => id).flatMap(changesOfVoice),
    ...changesOfReaders(before.readers, after.readers),
    ...changesOfParagraphs({ kind: "summary" }, before.summary, after.summary),
    ...changesOfWishes(before.wishes, after.wishes),
    ...paired(before.decisions, after.decisions, ({ id, leftOpen }) => `${id} ${String(leftOpen)}`).flatMap(
      changesOfDecision,
    ),
    ...changesOfTasks(before.tasks, after.tasks),
    ...changesOfWords({ kind: "next-meeting" }, (revision) => revision.nextMeeting),
    ...paired(before.utterances, after.utterances, ({ id }) => id).flatMap(changesOfUtterance),
  ];
}

/** How a voice is called, and as what it is here: of one that came, both are to be read. */
function changesOfVoice([was, is, { id, profile }]: Pair<FrozenVoice>): readonly Change[] {
  const called = changesOfParagraphs({ kind: "voice", voice: id }, introduction(was), introduction(is));
  if (is === undefined || was?.profile.kind === is.profile.kind) return called;
  const kind = was === undefined ? "added" : "changed";
  return [...called, { part: { kind: "here-as", voice: id, as: profile.kind }, kind, pieces: [] }];
}

/** What was said, whom its voice imagines to be speaking, and how it was rendered: one in another language is another one. */
function changesOfUtterance([was, is, { id, voice }]: Pair<Utterance>): readonly Change[] {
  const [before, after] = [was?.renderings ?? [], is?.renderings ?? []];
  return [
    ...changesOfParagraphs(
      { kind: "imagined", utterance: id, voice },
      plain(was?.imagines ?? "", voice),
      plain(is?.imagines ?? "", voice),
    ),
    ...changesOfParagraphs({ kind: "utterance", utterance: id, voice }, was?.paragraphs ?? [], is?.paragraphs ?? []),
    ...paired(before, after, ({ by, name, language }) => [language, by, name].join(" ")).flatMap(
      ([rendered, renders, { name, language }]) =>
        changesOfParagraphs(
          { kind: "rendering", utterance: id, language, by: name },
          renderedWords(rendered),
          renderedWords(renders),
        ),
    ),
  ];
}

function introduction(voice: FrozenVoice | undefined): readonly Paragraph[] {
  if (voice === undefined) return [];
  const { name, relation } = voice.profile;
  return plain(relation === "" ? name : `${name}, ${relation}`, voice.id);
}
