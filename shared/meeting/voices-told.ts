import type { UtteranceId, VoiceId } from "../feed/ids.ts";
import type { Mark, VoicesPicture } from "./voices-picture.ts";

/** One plain sentence about who spoke after whom. Voices are named once each, in the order in which they spoke. */
export type Told =
  | { readonly kind: "answered"; readonly voice: VoiceId; readonly whom: readonly VoiceId[] }
  | { readonly kind: "quiet" }
  | { readonly kind: "reflected" | "spoke"; readonly voices: readonly VoiceId[] }
  | { readonly kind: "written-down"; readonly voice: VoiceId; readonly scribe: VoiceId };

/** What the picture shows, in words. */
export interface VoicesTold {
  /** In the order of the record. The first one tells of the beginning. */
  readonly passages: readonly (readonly Told[])[];
  /** Those who take part and of whom nothing stands yet. */
  readonly notHeard: readonly VoiceId[];
}

/** So many marks are told one after the other; of a longer meeting it is told passage by passage. */
const ONE_BY_ONE = 40;
/** So many passages a long meeting is told in. */
const PASSAGES = 10;

/**
 * The picture of the voices as sentences: every voice that has a mark is named, and everyone who answered someone. How
 * much there is to read depends on how many voices there are, not on how often they spoke.
 */
export function tellVoices(picture: VoicesPicture): VoicesTold {
  const voiceOf = new Map(picture.marks.map(({ utterance, voice }) => [utterance, voice]));
  const notHeard = picture.lines.filter(({ heard }) => !heard).map(({ voice }) => voice);
  const { marks } = picture;
  if (marks.length === 0) return { passages: [], notHeard };
  if (marks.length <= ONE_BY_ONE) return { passages: [oneByOne(picture, voiceOf)], notHeard };
  const size = Math.ceil(marks.length / PASSAGES);
  const passages: (readonly Told[])[] = [];
  for (let from = 0; from < marks.length; from += size)
    passages.push(together(marks.slice(from, from + size), voiceOf));
  return { passages, notHeard };
}

type VoiceOf = ReadonlyMap<UtteranceId, VoiceId>;

/** Each mark, one after the other; a voice that goes on in the same way is told of once. */
function oneByOne({ marks, quiet }: VoicesPicture, voiceOf: VoiceOf): readonly Told[] {
  const free = new Set(quiet);
  const all = marks.flatMap((mark): readonly Told[] => {
    const told = toldOf(mark, voiceOf);
    return free.has(mark.at - 1) ? [{ kind: "quiet" }, told] : [told];
  });
  return all.filter((told, index) => JSON.stringify(told) !== JSON.stringify(all[index - 1]));
}

function toldOf({ voice, scribe, confirmed, answers, reflection }: Mark, voiceOf: VoiceOf): Told {
  if (scribe !== null && !confirmed) return { kind: "written-down", voice, scribe };
  const whom = answers === null ? undefined : voiceOf.get(answers);
  if (whom !== undefined) return { kind: "answered", voice, whom: [whom] };
  return { kind: reflection ? "reflected" : "spoke", voices: [voice] };
}

/** Some neighbouring marks in a few sentences: who spoke, who reflected, who answered whom, what was written for whom. */
function together(marks: readonly Mark[], voiceOf: VoiceOf): readonly Told[] {
  const spoke = new Set<VoiceId>();
  const reflected = new Set<VoiceId>();
  const answered = new Map<VoiceId, Set<VoiceId>>();
  const writtenDown = new Map<string, Told>();
  for (const told of marks.map((mark) => toldOf(mark, voiceOf))) {
    switch (told.kind) {
      case "answered":
        for (const whom of told.whom) answered.set(told.voice, (answered.get(told.voice) ?? new Set()).add(whom));
        break;
      case "reflected":
        for (const voice of told.voices) reflected.add(voice);
        break;
      case "spoke":
        for (const voice of told.voices) spoke.add(voice);
        break;
      case "written-down":
        writtenDown.set(`${told.scribe} ${told.voice}`, told);
        break;
      case "quiet":
        break;
    }
  }
  return [
    ...(spoke.size === 0 ? [] : [{ kind: "spoke" as const, voices: [...spoke] }]),
    ...(reflected.size === 0 ? [] : [{ kind: "reflected" as const, voices: [...reflected] }]),
    ...[...answered].map(([voice, whom]) => ({ kind: "answered" as const, voice, whom: [...whom] })),
    ...writtenDown.values(),
  ];
}
