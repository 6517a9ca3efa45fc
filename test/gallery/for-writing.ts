import { granted } from "../cast/laptops.ts";
import { begun, talk, type Evening } from "./evening.ts";
import type { Name } from "./people.ts";

const DOOR = "When Jo spoke of the door";
const OWN = "‘Check it with me’";

/** Moments in which words are put differently, or the writing goes from one to another. */
export const forWriting = {
  /** Samira's laptop: she has answered what Tomas then put differently, and has put her own words differently too. */
  "put-differently": async () => {
    const evening = await talking("Samira");
    const { meeting } = evening;
    for (const [name, words, more] of [
      ["Tomas", DOOR, " Once, and then no more."],
      ["Samira", OWN, " And then it is enough."],
    ] as const) {
      granted(meeting.as(name).session.putDifferently(meeting.utterance(words)));
      await meeting.as(name).say(more);
    }
    await meeting.settled();
    return evening;
  },
  /** Samira's laptop: she is putting her own words differently; nobody has seen any of it. */
  correcting: async () => {
    const evening = await talking("Samira");
    const { session } = evening.meeting.as("Samira");
    granted(session.putDifferently(evening.meeting.utterance(OWN)));
    return evening;
  },
  /** Samira's laptop: she is about to answer some words of what Tomas said. */
  "answering-some": async () => {
    const evening = await talking("Samira");
    const { session } = evening.meeting.as("Samira");
    const said = "When Jo spoke of the door I remembered mine. ";
    const part = { from: said.length, to: `${said}What if someone checked it with her?`.length };
    session.shapeDraft({ answers: evening.meeting.utterance(DOOR), part });
    return evening;
  },
  /** Samira's laptop: Ellen asks whether she goes on writing down what Jo says. */
  "asked-to-write": async () => {
    const evening = await talking("Samira", true);
    const { meeting } = evening;
    granted(await meeting.as("Ellen").session.handScribing(meeting.voice("Jo"), meeting.voice("Samira")));
    await meeting.settled();
    return evening;
  },
} as const;

async function talking(whose: Name, joSeated = false): Promise<Evening> {
  const evening = await begun(whose, { joSeated });
  await talk(evening);
  return evening;
}
