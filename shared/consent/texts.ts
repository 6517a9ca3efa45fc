import * as v from "valibot";

/** Text that has a canonical form: half a surrogate pair has no UTF-8, and RFC 8785 refuses it. */
export const WELL_FORMED = /^\P{Surrogate}*$/u;

/** A text of a revision, up to `max` UTF-16 code units. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max), v.regex(WELL_FORMED));
