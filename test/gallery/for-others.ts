import { granted } from "../cast/laptops.ts";
import { begun, talk, type Coming, type Evening } from "./evening.ts";
import type { Name } from "./people.ts";

const DOOR = "I can check the door with her, once.";

/** Moments in which one voice writes, speaks or decides where it concerns another. */
export const forOthers = {
  /** Samira's laptop: Ellen wrote something down for her, and something for Dr Okafor, whose laptop is elsewhere. */
  unconfirmed: async () => {
    const evening = await talking("Samira");
    const ellen = evening.meeting.as("Ellen");
    await ellen.scribe("Dr Okafor", "I can stay until nine.");
    await ellen.scribe("Samira", "Dad left when I was nine.");
    return evening;
  },
  /** Ellen's laptop, with Jo beside her, who has no device: Tomas wrote something down for Jo. */
  seated: () => joOnTheDoor("Ellen"),
  /** Ellen's laptop: Jo has said yes to what Tomas wrote down, Ellen wrote that down, and nobody has heard it yet. */
  "seated-answered": () => joConfirms("Ellen"),
  /** Samira's laptop: Layla has taken words back and lets it be seen. */
  "taken-back": async () => {
    const evening = await talking("Samira");
    const { meeting } = evening;
    const words = await meeting.as("Layla").say("My sister was nineteen.");
    granted(await meeting.as("Layla").session.withdraw(words, true));
    await meeting.settled();
    return evening;
  },
  /** Samira's laptop: Ellen wrote down that Jo says yes to what Tomas wrote; another voice has to have heard it. */
  aloud: () => joConfirms("Samira"),
  /** Samira's laptop: Layla wishes that Karim be removed. */
  removal: async () => {
    const evening = await talking("Samira");
    const { meeting } = evening;
    granted(await meeting.as("Layla").session.removeVoice(meeting.voice("Karim")));
    await meeting.settled();
    return evening;
  },
  /** Karim's laptop, after he was removed. */
  removed: async () => {
    const evening = await talking("Karim");
    const { session, voice } = evening.meeting.as("Karim");
    granted(await session.removeVoice(voice));
    return evening;
  },
  /** Ellen's laptop: Tomas, who has said something and written in what is to be remembered, was removed. */
  "removed-since": async () => {
    const evening = await talking("Ellen");
    const { session, voice } = evening.meeting.as("Tomas");
    granted(await session.removeVoice(voice));
    await evening.meeting.everywhere((one) => one.view().state.voices.get(voice)?.standing === "removed");
    return evening;
  },
  /** Ellen's laptop: she is about to write something down for Jo. */
  "writing-for": async () => {
    const evening = await talking("Ellen");
    const { session } = evening.shown;
    if (session.draft() !== null) session.shapeDraft({ speaker: evening.meeting.voice("Jo") });
    return evening;
  },
  /** Ellen's laptop: a text is proposed, and Jo, who has no device, is read to there. */
  "reading-aloud": async () => {
    const evening = await talking("Ellen", { joSeated: true });
    const { session } = evening.shown;
    granted(await session.propose(session.view().state.order));
    await evening.meeting.settled();
    return evening;
  },
} as const;

async function talking(whose: Name, coming?: Coming): Promise<Evening> {
  const evening = await begun(whose, coming);
  await talk(evening);
  return evening;
}

async function joOnTheDoor(whose: Name): Promise<Evening> {
  const evening = await talking(whose, { joSeated: true });
  await evening.meeting.as("Tomas").scribe("Jo", DOOR);
  return evening;
}

async function joConfirms(whose: Name): Promise<Evening> {
  const evening = await joOnTheDoor(whose);
  const { meeting } = evening;
  granted(await meeting.as("Ellen").session.confirmWords(meeting.utterance(DOOR)));
  await meeting.settled();
  return evening;
}
