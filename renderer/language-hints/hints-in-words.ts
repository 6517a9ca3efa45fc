import retextEnglish from "retext-english";
import retextEquality from "retext-equality";
import { unified, type Processor } from "unified";
import { hintOf, PASSED_OVER, type Hint } from "./curated.ts";

/** The rules know these as two words; written with a hyphen they are one. A space in its place moves no letter. */
const JOINED = /\b(intellectually|learning|mentally|wheelchair)-(?=\p{L})/giu;
/** What stands in quotation marks, also where they are not closed yet, is somebody else's, even within one's own words. */
const QUOTED = /“[^”]*(?:”|$)|"[^"]*(?:"|$)|«[^»]*(?:»|$)/g;

const reader = unified()
  .use(retextEnglish)
  .use(retextEquality, { ignore: PASSED_OVER })
  .use(function (this: Processor) {
    // Only what was found is of interest; the words go back to nobody.
    this.compiler = () => "";
  })
  .freeze();

/**
 * The hints there are for some words in English, each once, in the order of the words. Nothing leaves the device: the
 * words are looked at where they are, and are not kept.
 */
export function hintsIn(words: string): readonly Hint[] {
  const quoted = [...words.matchAll(QUOTED)].map((one) => [one.index, one.index + one[0].length] as const);
  const placed = reader.processSync(words.replace(JOINED, "$1 ")).messages.flatMap((message) => {
    const place = message.place !== undefined && "start" in message.place ? message.place : null;
    const start = place?.start.offset;
    const end = place?.end.offset;
    if (start === undefined || end === undefined) return [];
    if (quoted.some(([from, to]) => from <= start && end <= to)) return [];
    const { ruleId: rule, expected: instead } = message;
    if (rule === undefined || !Array.isArray(instead)) return [];
    const hint = hintOf({ rule, said: words.slice(start, end), instead, after: words.slice(end) });
    return hint === null ? [] : [{ hint, start }];
  });
  const once = new Map<string, Hint>();
  for (const { hint } of placed.sort((a, b) => a.start - b.start)) {
    const name = hint.said.toLowerCase();
    if (!once.has(name)) once.set(name, hint);
  }
  return [...once.values()];
}
