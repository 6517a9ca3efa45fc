/** How someone wants to be known, in the words of the form. */
export interface Arriving {
  readonly name: string;
  readonly relation: string;
  readonly as:
    | "a peer worker"
    | "a professional"
    | "family, friend, neighbour"
    | "the person this meeting is for"
    | "to interpret";
  readonly colour: string;
  /** Asked for whenever a shared laptop comes back to this voice. */
  readonly pin?: string;
  /** Whether the laptop keeps nothing of the meeting. Else it does as the page proposes: at somebody else's laptop it keeps nothing. */
  readonly keepsNothing?: boolean;
}

/** The people of the scenario, as they introduce themselves. */
export const samira: Arriving = {
  name: "Samira",
  relation: "",
  as: "the person this meeting is for",
  colour: "Rust",
  keepsNothing: false,
};
export const ellen: Arriving = { name: "Ellen", relation: "nurse", as: "a professional", colour: "Teal" };
export const layla: Arriving = {
  name: "Layla",
  relation: "Samira’s mother",
  as: "family, friend, neighbour",
  colour: "Plum",
  pin: "1928",
};
export const okafor: Arriving = {
  name: "Dr Okafor",
  relation: "psychiatrist",
  as: "a professional",
  colour: "Ochre",
  pin: "40 beds",
};
export const tomas: Arriving = {
  name: "Tomas",
  relation: "peer worker",
  as: "a peer worker",
  colour: "Rose",
  pin: "7731",
};
/** Is no voice: she is there for Layla's. */
export const nadia: Arriving = { name: "Nadia", relation: "interpreter", as: "to interpret", colour: "Slate" };
export const karim: Arriving = {
  name: "Karim",
  relation: "Samira’s brother",
  as: "family, friend, neighbour",
  colour: "Blue",
};
/** Comes when everything is over. */
export const amal: Arriving = {
  name: "Amal",
  relation: "Samira’s aunt",
  as: "family, friend, neighbour",
  colour: "Slate",
  keepsNothing: false,
};
/** Has no device: others write down what Jo says. */
export const jo: Arriving = {
  name: "Jo",
  relation: "Samira’s housemate",
  as: "family, friend, neighbour",
  colour: "Olive",
};
