/** Language hints, for a professional's own words before they are said. An offer each, never a correction. */
export const hints = {
  title: "Language hints",
  some: "For “{{said}}”, some people prefer {{alternatives}}.",
  alternative: "“{{words}}”",
  why: {
    everyday: "Words for illness, used for other things, can hurt those who live with it.",
    lived: "How it is for them is theirs to say.",
    personFirst: "The person comes first, then what they live with.",
    suicide: "It leaves out crime, failing and succeeding.",
    usesIt: "It says what someone does, not what holds them back.",
  },
  there: "There is a language hint below what you write.",
  hide: "Hide these",
  unavailable: "Language hints cannot be shown here just now.",
} as const;
