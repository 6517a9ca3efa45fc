import { base64urlnopad } from "@scure/base";
import { randomBytes } from "../crypto/bytes.ts";
import type { Copy, PartOfCopy, ReaderName, Revision } from "./statements.ts";

/** Chance for the commitment to one reader's copy: 32 bytes in base64url. */
export function newSalt(): string {
  return base64urlnopad.encode(randomBytes(32));
}

/**
 * The copy that one reader is given: the frozen words as they are, each voice called as it wishes for this reader, and
 * only the parts meant for them; nothing in it tells of other readers, other names, or what was left out. Pure. Throws
 * for a reader whom the revision does not name.
 */
export function copyFor(revision: Revision, readerId: ReaderName): Copy {
  const reader = revision.readers.find(({ id }) => id === readerId);
  if (reader === undefined) throw new Error("no copy was frozen for this reader");
  const { meeting, name, language, frozenAt, voices } = revision;
  const called = new Map(reader.called.map((one) => [one.voice, one]));
  return {
    format: "polyphony/copy/1",
    meeting,
    name,
    language,
    frozenAt,
    reader: { id: reader.id, name: reader.name },
    voices: voices.map((voice) => {
      const wished = called.get(voice.id);
      if (wished === undefined) return voice;
      return { ...voice, profile: { ...voice.profile, name: wished.name, relation: wished.relation } };
    }),
    ...partsFor(revision, new Set(reader.parts), (by, inTheRoom) => called.get(by)?.name ?? inTheRoom),
  };
}

type Content = Pick<Copy, "decisions" | "nextMeeting" | "summary" | "tasks" | "utterances" | "wishes">;

type NameOf = (by: Revision["voices"][number]["id"], inTheRoom: string) => string;

/** The parts of a revision that a reader is given. What is not meant for them leaves no field behind. */
function partsFor(
  { summary, wishes, decisions, tasks, nextMeeting, utterances }: Revision,
  parts: ReadonlySet<PartOfCopy>,
  nameOf: NameOf,
): Content {
  const decided = decisions.filter(({ leftOpen }) => parts.has(leftOpen ? "left-open" : "decisions"));
  return {
    ...(parts.has("summary") && { summary }),
    ...(parts.has("wishes") && wishes !== undefined && { wishes }),
    ...((parts.has("decisions") || parts.has("left-open")) && { decisions: decided }),
    ...(parts.has("tasks") && tasks !== undefined && { tasks }),
    ...(parts.has("next-meeting") && { nextMeeting }),
    ...(parts.has("words") && { utterances: utterances.map((utterance) => renderedFor(utterance, nameOf)) }),
  };
}

/** An utterance with its interpreters called as they are for a reader: the very same object where they are called as in the room. */
function renderedFor(utterance: Revision["utterances"][number], nameOf: NameOf): Revision["utterances"][number] {
  const { renderings } = utterance;
  if (renderings?.every(({ by, name }) => nameOf(by, name) === name) !== false) return utterance;
  return { ...utterance, renderings: renderings.map((one) => ({ ...one, name: nameOf(one.by, one.name) })) };
}
