import { granted } from "../cast/laptops.ts";
import { begun, talk, type Evening } from "./evening.ts";
import type { Name } from "./people.ts";

/** Moments about who takes part and how: who interprets, who is missing, who will read it, who has left. */
export const forTakingPart = {
  /** Nadia's laptop: she is here to interpret. */
  "interpreter-here": async () => {
    const evening = await begun("Ellen");
    const { meeting } = evening;
    await talk(evening);
    const shown = await meeting.bring("Nadia");
    await shown.come(meeting.invitation);
    const relation = "interpreter, Arabic and English";
    const nadia = await meeting.knock({ name: "Nadia", kind: "interpreter", relation, colour: "slate" }, shown);
    granted(await meeting.as("Ellen").session.admit(nadia));
    await meeting.settled();
    return { meeting, shown };
  },
  /** Samira's laptop: she has named one who is missing, somebody else noted another, and Ellen has imagined the first. */
  "missing-samira": () => missing("Samira"),
  /** The same on Ellen's laptop. */
  "missing-ellen": () => missing("Ellen"),
  /** Ellen's laptop: the GP is named as a reader, Karim is to be called otherwise for them; Jo has no device. */
  "readers-ellen": async () => {
    const evening = await begun("Ellen", { joSeated: true });
    const { meeting } = evening;
    await talk(evening);
    const { session, voice } = meeting.as("Layla");
    const gp = granted(await meeting.as("Ellen").session.nameReader("the GP"));
    await meeting.settled();
    granted(await session.wishNaming(voice, gp, { name: "Samira’s mother", relation: "" }));
    await meeting.settled();
    meeting.atRest();
    return evening;
  },
  /** Samira's laptop: the GP may have a copy, of the school she has not said anything. */
  "readers-samira": () => readersWithYes("Samira"),
  /** Ellen's laptop at the same moment. */
  "proposing-readers": () => readersWithYes("Ellen"),
  /** Karim's laptop: he has said something, and has left. */
  left: async () => {
    const evening = await begun("Karim");
    const { meeting } = evening;
    const karim = meeting.as("Karim");
    await karim.say("She was like this when Dad left.");
    await karim.say("I can come on Thursday.");
    granted(await karim.session.leave(karim.voice));
    await meeting.settled();
    return evening;
  },
} as const;

/** Karim keeps something out, is to be called otherwise for the GP, and is named in what Ellen and Layla say. */
async function readersWithYes(whose: Name): Promise<Evening> {
  // On his own laptop Karim is there.
  const evening = await begun("Karim", { joSeated: true });
  const { meeting } = evening;
  await talk(evening);
  const [ellen, karim, samira] = [meeting.as("Ellen"), meeting.as("Karim"), meeting.as("Samira")];
  const keptOut = await karim.say("I was away when it happened.");
  await ellen.say("We ring Karim when Samira goes to the canal.");
  await meeting.as("Layla").say("Karim’s number is on the fridge.");
  const gp = granted(await ellen.session.nameReader("the GP"));
  granted(await ellen.session.nameReader("the school"));
  await meeting.settled();
  granted(await karim.session.letIntoRecord(keptOut, false));
  granted(await karim.session.wishNaming(karim.voice, gp, { name: "Samira’s brother", relation: "" }));
  granted(await samira.session.permitReader(gp, true));
  await meeting.settled();
  meeting.atRest();
  return { meeting, shown: meeting.laptop(whose) };
}

async function missing(whose: Name): Promise<Evening> {
  const evening = await begun(whose);
  const { meeting } = evening;
  const samira = meeting.as("Samira");
  await samira.say("My aunt is missing, but don’t call her.");
  const aunt = granted(await samira.session.noteAbsent("My aunt"));
  granted(await meeting.as("Ellen").session.noteAbsent(""));
  await meeting.settled();
  await meeting.as("Ellen").say("She would ask whether you have eaten.", { imagines: aunt });
  await meeting.settled();
  meeting.atRest();
  return evening;
}
