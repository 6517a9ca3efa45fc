/** The picture of the voices over time, and the same in words. Nothing in it counts, ranks or measures anyone. */
export const voices = {
  title: "The voices over time",
  open: "See the voices",
  lead: "Each voice has a line. A mark is something it said; a dashed line goes to what it answers. A gap is a while in which nobody began to speak.",
  legend: "Whose line is which",
  notHeardYet: "not heard yet",
  picture: "The picture",
  hint: "A mark says whose it is, and takes you to the words.",
  earlier: "Earlier",
  later: "Later",
  inWords: "In words",
  nothing: "Nothing has been said yet.",
  back: "Back to the meeting",
  mark: {
    spoke: "{{name}}",
    spokeInReflection: "{{name}}, in a reflection",
    answered: "{{name}}, answering {{answered}}",
    answeredInReflection: "{{name}}, answering {{answered}}, in a reflection",
    unconfirmed: "Not confirmed yet: {{scribe}} wrote this down for {{name}}",
  },
  told: {
    first: "{{names}} spoke first.",
    atFirst: "At first {{names}} spoke.",
    next: "Then {{names}}.",
    afterThat: "After that {{names}} spoke.",
    reflected: "{{names}} reflected.",
    answered: "{{name}} answered {{names}}.",
    writtenDown: "{{scribe}} wrote something down for {{name}}, who has not confirmed it yet.",
    quiet: "Then a while went by.",
    notHeard: "Not heard yet: {{names}}.",
  },
} as const;

/** The meeting on the wall, for everyone in the room. */
export const wall = {
  open: "Show it on the wall",
  leave: "Leave this view",
  record: "In our own words",
  nothing: "Nothing has been said yet.",
  renderedBy: "{{name}} renders:",
} as const;
