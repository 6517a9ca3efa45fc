import type { Mark, VoicesPicture } from "../../shared/meeting/voices-picture.ts";

/** A stretch of the picture that fits beside its names: places `from` up to, not including, `from + columns`. */
export interface Stave {
  readonly from: number;
  readonly marks: readonly Mark[];
  /** Places between its marks that are left free. */
  readonly quiet: readonly number[];
}

/** How many marks are on one sheet. An evening fits on one; of a longer time one turns the sheets. */
const ON_ONE_SHEET = 200;

/** The picture in sheets, each of neighbouring marks, so that only so much is ever drawn at once. There is always one. */
export function sheetsOf({ marks }: VoicesPicture): readonly (readonly Mark[])[] {
  const sheets: (readonly Mark[])[] = [];
  for (let from = 0; from < marks.length; from += ON_ONE_SHEET) sheets.push(marks.slice(from, from + ON_ONE_SHEET));
  return sheets.length === 0 ? [[]] : sheets;
}

/** One sheet as staves of `columns` places each, one under the other like music. There is always one. */
export function stavesOf(sheet: readonly Mark[], quiet: readonly number[], columns: number): readonly Stave[] {
  const first = sheet[0]?.at ?? 0;
  const staves = new Map<number, Mark[]>([[0, []]]);
  for (const mark of sheet) {
    const stave = Math.floor((mark.at - first) / columns);
    const marks = staves.get(stave);
    if (marks === undefined) staves.set(stave, [mark]);
    else marks.push(mark);
  }
  const last = sheet.at(-1)?.at ?? first;
  return [...staves].map(([number, marks]) => {
    const from = first + number * columns;
    return { from, marks, quiet: quiet.filter((at) => at >= from && at < Math.min(from + columns, last)) };
  });
}

/** The first and last place of each stretch of neighbouring reflections: the quiet rooms, as in the record. */
export function roomsOf(marks: readonly Mark[]): readonly (readonly [number, number])[] {
  const rooms: [number, number][] = [];
  let before: Mark | null = null;
  for (const mark of marks) {
    const room = rooms.at(-1);
    if (mark.reflection) {
      if (room !== undefined && before?.reflection === true && mark.at === before.at + 1) room[1] = mark.at;
      else rooms.push([mark.at, mark.at]);
    }
    before = mark;
  }
  return rooms;
}
