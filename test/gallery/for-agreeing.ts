import { granted } from "../cast/laptops.ts";
import { nextTime } from "../cast/plainest.ts";
import { begun, talk, type Evening } from "./evening.ts";
import { LAPTOPS, type Name } from "./people.ts";

/** Moments after a text was agreed, with a copy for someone outside the room. */
export const forAgreeing = {
  /** Samira's laptop: agreed, with a copy for the GP, in which Karim is Samira's brother. */
  "agreed-readers": () => agreedWithReader("Samira"),
  /** Karim's laptop: he has taken his yes back since. */
  withdrawn: async () => {
    const evening = await agreedWithReader("Karim");
    const { session, voice } = evening.meeting.as("Karim");
    const { agreed } = session.view();
    if (agreed !== null) granted(await session.withdrawConsent(voice, agreed));
    await evening.meeting.settled();
    return evening;
  },
  /** Jo's laptop: Jo has left since everyone agreed. */
  "agreed-left": async () => {
    const evening = await agreedWithReader("Jo");
    const { session, voice } = evening.meeting.as("Jo");
    granted(await session.leave(voice));
    await evening.meeting.settled();
    return evening;
  },
  /** Karim's laptop: he has left, and a text with his words in it has everyone's yes but his. */
  "left-asked": async () => {
    const evening = await begun("Karim");
    const { meeting } = evening;
    await talk(evening);
    const karim = meeting.as("Karim");
    await karim.say("I can come on Thursday.");
    granted(await karim.session.leave(karim.voice));
    await meeting.settled();
    await agree(evening, ["Karim"]);
    return evening;
  },
  /** Samira's laptop: an amendment is agreed. */
  amended: async () => {
    const evening = await agreedWithReader("Samira");
    const next = nextTime("Friday at six, here.");
    granted(await evening.meeting.as("Ellen").session.setNextMeeting(next));
    await evening.meeting.settled();
    await agree(evening);
    return evening;
  },
} as const;

async function agreedWithReader(whose: Name): Promise<Evening> {
  // Karim is there in any case: without him nothing is agreed.
  const { meeting } = await begun("Karim");
  const evening = { meeting, shown: meeting.laptop(whose) };
  await talk(evening);
  const gp = granted(await meeting.as("Ellen").session.nameReader("the GP"));
  await meeting.settled();
  const [karim, samira] = [meeting.as("Karim"), meeting.as("Samira")];
  granted(await karim.session.wishNaming(karim.voice, gp, { name: "Samira’s brother", relation: "" }));
  granted(await samira.session.permitReader(gp, true));
  await meeting.settled();
  await agree(evening);
  return evening;
}

/** Everyone but these says yes to the text as it stands, with the parts for the GP that concern them. */
async function agree({ meeting, shown }: Evening, but: readonly Name[] = []): Promise<void> {
  const { state } = shown.session.view();
  const readers = [...state.readers.keys()].map((id) => ({ id, parts: ["decisions", "next-meeting"] as const }));
  const said = state.order.filter((id) => state.utterances.get(id)?.said === true);
  const digest = granted(await meeting.as("Ellen").session.propose(said, readers));
  await meeting.settled();
  for (const name of LAPTOPS.flat().filter((one) => !but.includes(one))) {
    const { session, voice } = meeting.as(name);
    granted(await session.consent(voice, digest));
  }
  await meeting.settled();
  meeting.atRest();
}
