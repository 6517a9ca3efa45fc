import { changesOfParagraphs, paired, plain, type Change } from "./changed-words.ts";
import type { Revision } from "./statements.ts";

type Reader = Revision["readers"][number];

/** Who is given a copy that was given none, or none any more; and in whose copy a voice is called otherwise, or which parts it has. */
export function changesOfReaders(before: Revision["readers"], after: Revision["readers"]): readonly Change[] {
  return paired(before, after, ({ id }) => id).flatMap(([was, is, { name }]) => [
    ...changesOfParagraphs({ kind: "readers" }, plain(nameOf(was)), plain(nameOf(is))),
    ...paired(was?.called ?? [], is?.called ?? [], ({ voice }) => voice).flatMap(([called, isCalled, { voice }]) =>
      changesOfParagraphs({ kind: "called", reader: name, voice }, introduction(called), introduction(isCalled)),
    ),
    ...(is === undefined || is.id === "network" || sameParts(was, is)
      ? []
      : [
          {
            part: { kind: "given" as const, reader: name, parts: is.parts },
            kind: was === undefined ? ("added" as const) : ("changed" as const),
            pieces: [],
          },
        ]),
  ]);
}

/** The room itself is always given a copy, and goes without saying. */
function nameOf(reader: Reader | undefined): string {
  return reader?.name ?? "";
}

function introduction(called: Reader["called"][number] | undefined) {
  if (called === undefined) return [];
  const { voice, name, relation } = called;
  return plain(relation === "" ? name : `${name}, ${relation}`, voice);
}

function sameParts(was: Reader | undefined, is: Reader): boolean {
  return was?.parts.join() === is.parts.join();
}
