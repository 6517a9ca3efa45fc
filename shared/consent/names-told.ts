import type { VoiceId } from "../feed/ids.ts";
import type { Copy, Paragraph, PartOfCopy, Revision } from "./statements.ts";

/** A name that words in a copy still tell, though whoever bears it wished to be called otherwise there. */
export interface NameTold {
  /** Whose name it is. */
  readonly voice: VoiceId;
  /** The name as it would be read. */
  readonly name: string;
  /** Where it would be read. */
  readonly where: PartOfCopy | "meeting-name" | "reader-name" | "voices";
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
    const forms = formsOf(names.get(voice) ?? "").map((form) => patternOf(form));
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

/** A name and each of its parts by which somebody may be known: for “Karim Haddad” also “Karim” and “Haddad”. */
function formsOf(name: string): readonly string[] {
  const whole = plain(name).trim();
  const parts = whole.split(/[\s.,]+/u).filter((part) => /^[\p{Lu}\p{Lo}]/u.test(part) && part.length >= 3);
  return [...new Set([whole, ...parts])].filter((form) => form !== "");
}

/**
 * Finds a name as a word of its own, in whatever case, also as whose something is. Where names grow together with other
 * words, as in Arabic, it is found inside of them as well.
 */
function patternOf(form: string): RegExp {
  const literal = form.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
  if (!/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\P{L}]+$/u.test(form)) return new RegExp(literal, "iu");
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${literal}(?=s?(?![\\p{L}\\p{M}\\p{N}]))`, "iu");
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

/** Everything in a copy that somebody has written, in its order; fixed words and how voices are called are not. */
function piecesOf(copy: Copy): readonly Piece[] {
  return [
    piece("meeting-name", copy.name, null),
    piece("reader-name", copy.reader.name, null),
    ...copy.voices.map(({ id, profile }) => piece("voices", profile.relation, id)),
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
