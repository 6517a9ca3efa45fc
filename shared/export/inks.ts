import type { Colour } from "../meeting/shapes.ts";

/** What one voice's passages look like on paper: the ink of its name, and the kind of line under or beside its words. */
export interface Ink {
  /** Hexadecimal, without a mark before it, as WordprocessingML has colours. */
  readonly ink: string;
  readonly underline: "dash" | "dotted" | "double" | "single";
  readonly border: "dashed" | "dotted" | "double" | "single";
}

/**
 * One ink and one kind of line for each voice colour, so that voices differ without colour too and look the same in every form
 * of the record. Each ink has at least 4.5 : 1 on white.
 */
export const INKS: Readonly<Record<Colour, Ink>> = {
  rust: { ink: "a84a22", underline: "single", border: "single" },
  plum: { ink: "7a4b86", underline: "dash", border: "dashed" },
  blue: { ink: "23618d", underline: "dotted", border: "dotted" },
  olive: { ink: "596611", underline: "double", border: "double" },
  teal: { ink: "2a666b", underline: "single", border: "single" },
  ochre: { ink: "80540c", underline: "dash", border: "dashed" },
  rose: { ink: "9e3c5b", underline: "dotted", border: "dotted" },
  slate: { ink: "4d5d70", underline: "double", border: "double" },
};

/** Each has at least 4.5 : 1 on white. */
export const TEXT_INK = "2a2825";
export const MUTED_INK = "5f5a52";
export const LINE_INK = "8f8675";
