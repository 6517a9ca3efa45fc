import type { Arriving } from "../demo/cast.ts";

const COLOURS = ["Rust", "Plum", "Blue", "Olive", "Teal", "Ochre", "Rose", "Slate"];
const NAMES = ["Samira", "Layla", "Karim", "Tomas", "Dr Okafor", "Nadia", "Jo", "Ines", "Amal", "Bo", "Ruth"];

/** Whoever begins the meeting, on the laptop that hosts. */
export const host: Arriving = { name: "Ellen", relation: "nurse", as: "a professional", colour: "Teal" };

/** Those who come to a laptop of their own, in the order in which they knock. */
export function guest(place: number): Arriving {
  const name = NAMES[place] ?? `Guest ${place}`;
  const colour = COLOURS[place % COLOURS.length] ?? "Rust";
  return place === 0
    ? { name, relation: "", as: "the person this meeting is for", colour }
    : { name, relation: `comes as number ${place}`, as: "family, friend, neighbour", colour };
}
