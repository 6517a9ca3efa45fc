import type { UtteranceId } from "../feed/ids.ts";
import type { MeetingState } from "../meeting/state.ts";
import { wellFormed } from "./canonical.ts";
import { plain } from "./changed-words.ts";
import type { Paragraph, Revision } from "./statements.ts";

type Utterance = Revision["utterances"][number];
type Rendering = NonNullable<Utterance["renderings"]>[number];

/**
 * How interpreters have rendered an utterance, as it is frozen, in the order of languages. Where nobody has, it is nothing at all:
 * the text is then the same, to the letter, as one of a meeting that needs no interpreter.
 */
export function frozenRenderings({ renderings, voices }: MeetingState, id: UtteranceId): Pick<Utterance, "renderings"> {
  const given = (renderings.get(id) ?? [])
    .map(({ by, language, text, notes }) => ({
      by,
      name: voices.get(by)?.profile.name ?? "",
      language,
      text,
      notes: notes.map(({ word, says }) => ({ word, says })),
    }))
    // What has no canonical form could not be shown to be what the interpreter has said.
    .filter(({ text, notes }) => [text, ...notes.flatMap(({ word, says }) => [word, says])].every(isWellFormed))
    .sort((a, b) => (a.language + a.by < b.language + b.by ? -1 : 1));
  return given.length === 0 ? {} : { renderings: given };
}

/** A rendering with the notes beside it, as they are read. */
export function renderedWords(rendering: Rendering | undefined): readonly Paragraph[] {
  if (rendering === undefined) return [];
  const { text, notes } = rendering;
  return [...plain(text), ...notes.flatMap(({ word, says }) => plain(`${word}: ${says}`))];
}

function isWellFormed(text: string): boolean {
  return wellFormed(text) === text;
}
