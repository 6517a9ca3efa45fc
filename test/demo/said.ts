/** What is said in the scenario, as it stands in the record. */
export const SAID = {
  use: "What would you like to use this time for?",
  sleep: "I want to sleep, and I don’t want to be talked about in the kitchen.",
  idea: "How did the idea of meeting come up, and who should be here and isn’t?",
  aunt: "Jo asked. My aunt is missing, but don’t call her.",
  tired: "بنتي تعبانة.",
  frightened: "It started when the flat was broken into. I’m not ill, I’m frightened.",
  illness: "In my family we call this an illness. With my sister we waited too long.",
  /** Jo never said this: it is gone again. */
  reported: "Jo reports Samira is paranoid at night.",
  door: "She checks the door four, five times and then can’t lie down.",
  /** Karim takes this back. */
  dadLeft: "She was like this when Dad left.",
  mine: "That’s mine to tell.",
  hurrying: "I notice I want to act quickly, and wonder if that’s my worry more than Samira’s night.",
  withHer: "When Jo spoke of the door I remembered mine. What if someone checked it with her?",
  love: "I heard love in both stories, and hurry in one.",
  checkIt: "“Check it with me” – write that. First thing that sounded like help.",
  hurry: "“Hurry” – yes. I am afraid at night.",
} as const;

/** What is decided, wished and left open. */
export const DECIDED = {
  canal: "I want to keep walking to the canal at six. My head is quiet there.",
  textMe: "Text me when you go and when you’re back.",
  lost: "The one hour in which my head is quiet.",
  nights: "Five nights at home. Someone from the team comes at 20:00. Jo and Samira check the door together, once.",
  ring: "If I may ring at night and someone answers.",
  medicine: "Sleep medicine for five nights; Samira decides each evening.",
  everyNight: "I would have preferred every night. I accept her choice.",
  open: "What to call this: we don’t know, and don’t need to by Thursday.",
  finish: "You may finish it with that written.",
} as const;

/** What every laptop must show of the record, in its order, once the meeting has been played. */
export const RECORD: readonly { readonly voice: string; readonly words: string }[] = [
  { voice: "Ellen", words: SAID.use },
  { voice: "Samira", words: SAID.sleep },
  { voice: "Ellen", words: SAID.idea },
  { voice: "Samira", words: SAID.aunt },
  { voice: "Layla", words: SAID.tired },
  { voice: "Samira", words: SAID.frightened },
  { voice: "Layla", words: SAID.illness },
  { voice: "Jo", words: SAID.door },
  { voice: "Samira", words: SAID.mine },
  { voice: "Dr Okafor", words: SAID.hurrying },
  { voice: "Tomas", words: SAID.withHer },
  { voice: "Ellen", words: SAID.love },
  { voice: "Samira", words: SAID.checkIt },
  { voice: "Layla", words: SAID.hurry },
];
