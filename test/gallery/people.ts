import type { Profile } from "../../shared/meeting/shapes.ts";

/** How the scenario's people wish to be known in the room. */
export const PEOPLE = {
  Samira: { name: "Samira", kind: "person", relation: "", colour: "rust" },
  Layla: { name: "Layla", kind: "network", relation: "Samira’s mother", colour: "plum" },
  Karim: { name: "Karim", kind: "network", relation: "Samira’s brother", colour: "blue" },
  Jo: { name: "Jo", kind: "network", relation: "Samira’s housemate", colour: "olive" },
  Ellen: { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" },
  "Dr Okafor": { name: "Dr Okafor", kind: "professional", relation: "psychiatrist", colour: "ochre" },
  Tomas: { name: "Tomas", kind: "peer", relation: "peer worker", colour: "rose" },
} as const satisfies Readonly<Record<string, Profile>>;

/** One of them. */
export type Name = keyof typeof PEOPLE;

/** Who sits at which laptop, as the scenario has it; the first one has it in hand. */
export const LAPTOPS: readonly (readonly Name[])[] = [
  ["Ellen"],
  ["Samira"],
  ["Tomas", "Dr Okafor", "Layla"],
  ["Karim"],
  ["Jo"],
];
