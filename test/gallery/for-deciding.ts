import type { DecisionId } from "../../shared/feed/ids.ts";
import { granted } from "../cast/laptops.ts";
import { begun, talk, type Evening } from "./evening.ts";
import type { Name } from "./people.ts";
import type { PlayedMeeting } from "./played-meeting.ts";

/** Moments in which something is wished, decided or taken on. */
export const forDeciding = {
  /** Ellen's laptop, with Jo beside her: a wish and two decisions, and what Jo has said aloud is not witnessed yet. */
  deciding: () => deciding("Ellen"),
  /** The same on Layla's laptop, which Tomas and Dr Okafor share. */
  "deciding-layla": async () => {
    const evening = await deciding("Layla");
    evening.meeting.as("Layla").session.speakAs(evening.meeting.voice("Layla"));
    return evening;
  },
  /** The same, put before everyone; Samira reads. */
  "deciding-proposed": async () => {
    const evening = await deciding("Samira");
    const { session } = evening.shown;
    await heard(evening.meeting);
    granted(await session.propose(session.view().state.order));
    await evening.meeting.settled();
    return evening;
  },
} as const;

async function deciding(whose: Name): Promise<Evening> {
  const evening = await begun(whose, { joSeated: true });
  await talk(evening);
  const { meeting } = evening;
  await wish(meeting);
  await decide(meeting);
  await meeting.settled();
  meeting.atRest();
  return evening;
}

async function wish(meeting: PlayedMeeting): Promise<void> {
  const [samira, layla, okafor, ellen] = people(meeting);
  const canal = granted(
    await samira.session.wordWish(samira.voice, "I want to keep walking to the canal at six. My head is quiet there."),
  );
  await meeting.settled();
  granted(
    await layla.session.weighWish(layla.voice, canal, "could-go-wrong", "That she is alone there and I do not know."),
  );
  granted(await samira.session.weighWish(samira.voice, canal, "lost-by-no", "The only hour in which it is quiet."));
  granted(await okafor.session.weighWish(okafor.voice, canal, "makes-safer", "That it is light at six."));
  granted(
    await ellen.session.weighWish(
      meeting.voice("Jo"),
      canal,
      "makes-safer",
      "Text me when you go and when you’re back.",
    ),
  );
}

async function decide(meeting: PlayedMeeting): Promise<void> {
  const [samira, layla, okafor, ellen] = people(meeting);
  const nights = decision(meeting, "Five nights at home");
  granted(
    await ellen.session.takeOn(ellen.voice, {
      decision: nights,
      because: layla.voice,
      what: "",
      until: "Thursday",
    }),
  );
  const ward = granted(await okafor.session.considerWay(nights, "A few nights on the ward."));
  granted(await samira.session.tellMatter(samira.voice, nights, ward, "Nobody there knows me at night."));
  granted(await layla.session.tellMatter(layla.voice, nights, null, "That somebody answers when I ring."));
  granted(await ellen.session.setReview(nights, "Thursday, when we meet"));
  granted(
    await ellen.session.takePosition(meeting.voice("Jo"), nights, {
      position: "agree",
      words: "I check the door with her.",
      mayStand: false,
    }),
  );
  const medicine = granted(
    await okafor.session.wordDecision("Sleep medicine for five nights; Samira decides each evening.", false),
  );
  granted(
    await okafor.session.takePosition(okafor.voice, medicine, {
      position: "with-reservation",
      words: "I would have preferred every night. I accept her choice.",
      mayStand: false,
    }),
  );
  await meeting.settled();
  granted(
    await layla.session.takePosition(layla.voice, decision(meeting, "What to call this"), {
      position: "do-not-agree",
      words: "In my family we call this an illness.",
      mayStand: true,
    }),
  );
  granted(
    await samira.session.takeOn(samira.voice, {
      decision: null,
      because: null,
      what: "I tell my aunt myself, when I am ready.",
      until: "",
    }),
  );
}

/** Samira, Layla, Dr Okafor and Ellen. */
function people(meeting: PlayedMeeting) {
  return [meeting.as("Samira"), meeting.as("Layla"), meeting.as("Dr Okafor"), meeting.as("Ellen")] as const;
}

function decision(meeting: PlayedMeeting, begins: string): DecisionId {
  const { decisions } = meeting.as("Ellen").session.view().state;
  const found = [...decisions.values()].find(({ text }) => text.startsWith(begins));
  if (found === undefined) throw new Error(`nothing is decided that begins “${begins}”`);
  return found.id;
}

/** Tomas heard all that was written down for Jo. */
async function heard(meeting: PlayedMeeting): Promise<void> {
  const { session } = meeting.as("Tomas");
  for (const place of session.view().unwitnessed) granted(await session.witness(place));
  await meeting.settled();
}
