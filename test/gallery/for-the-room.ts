import { granted } from "../cast/laptops.ts";
import { begun, talk, type Evening } from "./evening.ts";
import type { Name } from "./people.ts";

/** Moments of what goes on in the room: reflecting, the space after it, off the record, and words beside their rendering. */
export const forTheRoom = {
  /** Samira's laptop while the team thinks aloud; and Ellen's. */
  "reflecting-samira": () => reflecting("Samira"),
  "reflecting-ellen": () => reflecting("Ellen"),
  /** Samira's laptop while there is space for an answer; and Ellen's. */
  "space-samira": () => space("Samira"),
  "space-ellen": () => space("Ellen"),
  /** Samira's laptop: she and her mother have said something off the record. */
  "off-the-record": async () => {
    const evening = await begun("Samira");
    const { meeting } = evening;
    await talk(evening);
    granted(await meeting.as("Samira").session.beginOffTheRecord());
    await meeting.settled();
    granted(await meeting.as("Layla").session.speakOff("She was like this when her father left."));
    await meeting.everywhere((session) => session.spokenOff().length === 1);
    granted(await meeting.as("Samira").session.speakOff("That’s mine to tell."));
    await meeting.everywhere((session) => session.spokenOff().length === 2);
    return evening;
  },
  /** Samira's laptop: Nadia has rendered what Layla said; and Nadia's. */
  "rendered-samira": () => rendered(false),
  "rendered-nadia": () => rendered(true),
} as const;

async function reflecting(whose: Name): Promise<Evening> {
  const evening = await begun(whose);
  const { meeting } = evening;
  await talk(evening);
  const ellen = meeting.as("Ellen");
  granted(await ellen.session.openReflection());
  await meeting.settled();
  await ellen.say("I heard love in both stories, and hurry in one.");
  await meeting.settled();
  return evening;
}

async function space(whose: Name): Promise<Evening> {
  const evening = await reflecting(whose);
  granted(await evening.meeting.as("Samira").session.endReflection());
  await evening.meeting.settled();
  return evening;
}

async function rendered(onHers: boolean): Promise<Evening> {
  const evening = await begun("Samira");
  const { meeting } = evening;
  const hers = await meeting.bring("Nadia");
  await hers.come(meeting.invitation);
  const nadia = await meeting.knock({ name: "Nadia", kind: "interpreter", relation: "", colour: "slate" }, hers);
  granted(await meeting.as("Ellen").session.admit(nadia));
  await meeting.settled();
  await meeting.as("Layla").say("بنتي تعبانة.", { language: "ar" });
  await meeting.settled();
  const session = meeting.as("Nadia").session;
  const said = session.view().state.order.at(-1);
  if (said === undefined) throw new Error("Layla has said something");
  const notes = [{ word: "taʿbāna", says: "tired, or ill" }];
  granted(await session.render(said, { language: "en", text: "My daughter is taʿbāna.", notes }));
  await meeting.settled();
  return onHers ? { meeting, shown: hers } : evening;
}
