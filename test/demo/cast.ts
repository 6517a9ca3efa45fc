import type { Arriving } from "./hands.ts";

/** The people of the scenario, as they introduce themselves. */
export const samira: Arriving = {
  name: "Samira",
  relation: "",
  as: "the person this meeting is for",
  colour: "Rust",
};
export const ellen: Arriving = { name: "Ellen", relation: "nurse", as: "a professional", colour: "Teal" };
export const layla: Arriving = {
  name: "Layla",
  relation: "Samira’s mother",
  as: "family, friend, neighbour",
  colour: "Plum",
};
export const okafor: Arriving = { name: "Dr Okafor", relation: "psychiatrist", as: "a professional", colour: "Ochre" };
export const tomas: Arriving = { name: "Tomas", relation: "peer worker", as: "a peer worker", colour: "Rose" };
export const karim: Arriving = {
  name: "Karim",
  relation: "Samira’s brother",
  as: "family, friend, neighbour",
  colour: "Blue",
};
/** Has no device: others write down what Jo says. */
export const jo: Arriving = {
  name: "Jo",
  relation: "Samira’s housemate",
  as: "family, friend, neighbour",
  colour: "Olive",
};
