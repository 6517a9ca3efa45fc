import type { Mark, VoicesPicture } from "../../shared/meeting/voices-picture.ts";

/** How many places the strip has for marks: as many as can still be told apart. */
const PLACES = 48;

/** What the strip draws: at most one mark for each voice in each place. */
export interface StripMarks {
  readonly marks: readonly (Mark & { readonly place: number })[];
  readonly places: number;
}

/**
 * The whole picture in the few places of the strip. It is filled from its beginning and only when it is full does it
 * draw together, to half its width, so that while people talk nothing that is drawn moves.
 */
export function stripMarks({ marks, length }: VoicesPicture): StripMarks {
  let eachHolds = 1;
  while (Math.ceil(length / eachHolds) > PLACES) eachHolds *= 2;
  const taken = new Set<string>();
  const shown = marks.flatMap((mark) => {
    const place = Math.floor(mark.at / eachHolds);
    const spot = `${String(place)} ${mark.voice}`;
    if (taken.has(spot)) return [];
    taken.add(spot);
    return [{ ...mark, place }];
  });
  return { marks: shown, places: PLACES };
}
