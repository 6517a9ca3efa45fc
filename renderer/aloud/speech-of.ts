import type { PartToRead, Passage } from "../../shared/consent/parts-to-read.ts";
import { languageOfWords } from "./language-of-words.ts";
import type { Told } from "./told.ts";

/** Something that is spoken in one go, in one language. `passage` is its number in the part, or null for the part's own title. */
export interface SpokenPiece {
  readonly text: string;
  readonly language: string;
  readonly passage: number | null;
}

/**
 * A part as it is spoken: what the screen says about words in the screen's language, the words in theirs. Where they were rendered in
 * the language that is wished, that is spoken instead of them.
 */
export function speechOf(
  part: PartToRead,
  spoken: {
    readonly title: string;
    readonly tell: (passage: Passage) => Told;
    readonly screen: string;
    /** Null for the words as they were said. */
    readonly wished: string | null;
  },
): readonly SpokenPiece[] {
  const { screen, wished } = spoken;
  const rendering = part.renderings.find(({ language }) => language === wished);
  const title: SpokenPiece = { text: spoken.title, language: screen, passage: null };
  const pieces = part.passages.flatMap((passage, index): readonly SpokenPiece[] => {
    const { before, words, after } = spoken.tell(passage);
    const [heard, language] =
      rendering === undefined ? [words, languageOfWords(words, part.language)] : [rendering.text, rendering.language];
    return [
      { text: before, language: screen, passage: index },
      ...sentencesOf(heard, language).map((text) => ({ text, language, passage: index })),
      { text: after, language: screen, passage: index },
    ];
  });
  return [title, ...pieces].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** A sentence at a time: a voice breathes between them, and can be stopped there. */
function sentencesOf(words: string, language: string): readonly string[] {
  const segments = segmenterOf(language).segment(words);
  return Array.from(segments, ({ segment }) => segment.trim());
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "sentence" });
  } catch {
    // A language the browser does not know ends its sentences like any other.
    return new Intl.Segmenter(undefined, { granularity: "sentence" });
  }
}
