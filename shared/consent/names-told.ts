import type { VoiceId } from "../feed/ids.ts";
import type { Copy, Paragraph, PartOfCopy, Revision } from "./statements.ts";

/** A name that words in a copy still tell, though whoever bears it wished to be called otherwise there. */
export interface NameTold {
  /** Whose name it is. */
  readonly voice: VoiceId;
  /** The name as it would be read. */
  readonly name: string;
  /** Where it would be read. */
  readonly where: PartOfCopy | "meeting-name" | "names" | "reader-name" | "voices";
  /** Whose words those are; null where they are nobody's in particular. */
  readonly by: VoiceId | null;
  /** The words around it. */
  readonly words: string;
}

/** Words in a copy, and whose they are at each place. */
interface Piece {
  readonly where: NameTold["where"];
  readonly text: string;
  readonly byAt: (place: number) => VoiceId | null;
}

/** So many letters are shown before and after a name. */
const AROUND = 32;

/**
 * Where a copy would still tell the name of one who wished to be called otherwise in it: nobody's words are changed for a
 * reader, so a name that was spoken stands as it was spoken. Pure; in the order of the copy, each voice once for each piece of
 * words. It is for people to look at: a word that only looks like a name is named too, and a nickname is not.
 */
export function namesStillTold(copy: Copy, revision: Revision): readonly NameTold[] {
  const calledOtherwise = revision.readers.find(({ id }) => id === copy.reader.id)?.called ?? [];
  const names = namesInTheRoom(revision);
  const wanted = calledOtherwise.flatMap(({ voice, name, relation }) => {
    const forms = formsOf(names.get(voice) ?? "");
    // What is still in the name that was wished for may be read.
    return [{ voice, patterns: forms.filter((form) => !form.test(plain(`${name} ${relation}`))) }];
  });
  return piecesOf(copy).flatMap((piece) =>
    wanted.flatMap(({ voice, patterns }): readonly NameTold[] => {
      const text = plain(piece.text);
      const found = patterns.map((pattern) => pattern.exec(text)).find((match) => match !== null);
      if (found === undefined) return [];
      const { 0: name, index } = found;
      const words = around(text, index, name.length);
      return [{ voice, name, where: piece.where, by: piece.byAt(index), words }];
    }),
  );
}

/** What everyone in a text is called in the room: its voices, and whoever has rendered words in it. */
function namesInTheRoom({ voices, utterances }: Revision): ReadonlyMap<VoiceId, string> {
  const rendered = utterances.flatMap(({ renderings = [] }) => renderings);
  return new Map([
    ...rendered.map(({ by, name }) => [by, name] as const),
    ...voices.map(({ id, profile }) => [id, profile.name] as const),
  ]);
}

/** Small words that a name may begin with: nobody is known by them. */
const SMALL_WORDS = new Set("der die das frau herr her his miss mrs one our some the their van von".split(" "));

/**
 * Finds a name, and each of its parts by which somebody may be known: of “Karim Haddad” also “Karim” and “Haddad”. Of a name without
 * a capital the first word is taken like that too; the others only where they are written with one, as names are.
 */
function formsOf(name: string): readonly RegExp[] {
  const whole = plain(name).trim();
  const parts = whole.split(/[\s.,]+/u).filter((part) => part.length >= 3);
  const capital = parts.filter((part) => /^[\p{Lu}\p{Lo}]/u.test(part));
  const [first = ""] = parts;
  const begins = whole.startsWith(first) && /^\p{Ll}/u.test(first) && !SMALL_WORDS.has(first) ? [first] : [];
  const small = /[\p{Lu}\p{Lo}]/u.test(whole)
    ? []
    : parts.filter((part) => !begins.includes(part) && !SMALL_WORDS.has(part));
  const forms = [...new Set([whole, ...capital, ...begins])].filter((form) => form !== "");
  return [
    ...forms.map((form) => patternOf(form, escaped(form), "iu")),
    ...small.map((form) => patternOf(form, `(?:${escaped(withCapital(form))}|${escaped(form.toUpperCase())})`, "u")),
  ];
}

/**
 * Finds a name as a word of its own, also as whose something is. Where names grow together with other words, as in Arabic, it
 * is found inside of them as well.
 */
function patternOf(form: string, pattern: string, flags: string): RegExp {
  if (!/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\P{L}]+$/u.test(form)) return new RegExp(pattern, flags);
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${pattern}(?=s?(?![\\p{L}\\p{M}\\p{N}]))`, flags);
}

function escaped(form: string): string {
  return form.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}

function withCapital(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}

/** One spelling for letters that look the same. */
function plain(text: string): string {
  return text.normalize("NFC");
}

function around(text: string, index: number, length: number): string {
  const before = text.slice(0, index);
  const after = text.slice(index + length);
  const begins = before.length <= AROUND ? before : `… ${before.slice(-AROUND).replace(/^\S*\s+/u, "")}`;
  const ends = after.length <= AROUND ? after : `${after.slice(0, AROUND).replace(/\s+\S*$/u, "")} …`;
  return `${begins}${text.slice(index, index + length)}${ends}`.replace(/\s+/gu, " ").trim();
}

/** Everything in a copy that somebody has written, in its order, what everyone is called there too; fixed words are not. */
function piecesOf(copy: Copy): readonly Piece[] {
  const voices = new Set(copy.voices.map(({ id }) => id));
  const rendering = (copy.utterances ?? []).flatMap(({ renderings = [] }) => renderings);
  const interpreters = new Map(rendering.filter(({ by }) => !voices.has(by)).map(({ by, name }) => [by, name]));
  return [
    piece("meeting-name", copy.name, null),
    piece("reader-name", copy.reader.name, null),
    ...copy.voices.flatMap(({ id, profile }) => [
      piece("names", profile.name, id),
      piece("voices", profile.relation, id),
    ]),
    ...[...interpreters].map(([by, name]) => piece("names", name, by)),
    ...(copy.summary ?? []).map((paragraph) => written("summary", paragraph)),
    ...(copy.wishes ?? []).flatMap(({ voice, text, weighed = [] }) => [
      piece("wishes", text, voice),
      ...weighed.map((one) => piece("wishes", one.words, one.voice)),
    ]),
    ...(copy.decisions ?? []).flatMap(decisionPieces),
    ...tasksIn("tasks", copy.tasks),
    piece("next-meeting", copy.nextMeeting ?? "", null),
    ...(copy.utterances ?? []).flatMap(({ voice, imagines = "", paragraphs, renderings = [] }) => [
      piece("words", imagines, voice),
      ...paragraphs.map((paragraph) => written("words", paragraph)),
      ...renderings.flatMap(({ by, text, notes }) => [
        piece("words", text, by),
        ...notes.map(({ word, says }) => piece("words", `${word}: ${says}`, by)),
      ]),
    ]),
  ].filter(({ text }) => text !== "");
}

function decisionPieces(decision: Revision["decisions"][number]): readonly Piece[] {
  const { leftOpen, text, wordedBy, positions, ways = [], matters = [], tasks, review = "" } = decision;
  const where = leftOpen ? "left-open" : "decisions";
  return [
    piece(where, text, wordedBy),
    ...ways.flatMap((way) => [
      piece(where, way.text, way.voice),
      ...(way.matters ?? []).map(({ voice, words }) => piece(where, words, voice)),
    ]),
    ...matters.map(({ voice, words }) => piece(where, words, voice)),
    ...positions.map(({ voice, words }) => piece(where, words, voice)),
    ...tasksIn(where, tasks),
    piece(where, review, null),
  ];
}

function tasksIn(where: PartOfCopy, tasks: Copy["tasks"]): readonly Piece[] {
  return (tasks ?? []).flatMap(({ voice, what, until }) => [piece(where, what, voice), piece(where, until, voice)]);
}

function piece(where: NameTold["where"], text: string, by: VoiceId | null): Piece {
  return { where, text, byAt: () => by };
}

/** A paragraph as it is read: a name in it may have been written by several hands, and is told by who began it. */
function written(where: NameTold["where"], { runs }: Paragraph): Piece {
  return {
    where,
    text: runs.map(({ text }) => text).join(""),
    byAt: (place) => {
      let end = 0;
      for (const { voice, text } of runs) {
        end += plain(text).length;
        if (place < end) return voice;
      }
      return null;
    },
  };
}
