import type { UtteranceId } from "../../shared/feed/ids.ts";
import { granted } from "../cast/laptops.ts";
import { nextTime } from "../cast/plainest.ts";
import { crossOut } from "../cast/typing.ts";
import { begun, ellenAlone, talk, type Coming, type Evening } from "./evening.ts";
import { forAgreeing } from "./for-agreeing.ts";
import { forArranging } from "./for-arranging.ts";
import { forDeciding } from "./for-deciding.ts";
import { forHosting } from "./for-hosting.ts";
import { forOthers } from "./for-others.ts";
import { forOwnPages } from "./for-own-pages.ts";
import { forReadingAloud } from "./for-reading-aloud.ts";
import { forSeeing } from "./for-seeing.ts";
import { forTakingPart } from "./for-taking-part.ts";
import { forTheRoom } from "./for-the-room.ts";
import { forWriting } from "./for-writing.ts";
import { breakARule, sayInTurn } from "./from-elsewhere.ts";
import { LAPTOPS, PEOPLE, type Name } from "./people.ts";
import { PlayedMeeting } from "./played-meeting.ts";

/** A moment of the meeting that the gallery can show. */
export type Scene = keyof typeof scenes;

type Setting = () => Promise<Evening>;

/** Every moment of Samira's meeting that has a screen of its own. */
export const scenes = {
  /** A laptop on which there is nothing yet. */
  nothing: async () => {
    const meeting = new PlayedMeeting();
    return { meeting, shown: await meeting.bring() };
  },
  /** Five pictures to compare, by themselves. */
  pictures: async () => {
    const meeting = new PlayedMeeting();
    return { meeting, shown: await meeting.bring() };
  },
  /** Just begun: Ellen alone, nothing said. */
  empty: () => ellenAlone(),
  /** A laptop with a passphrase: it has yet to be given, and it was. */
  locked: () => begun("Samira"),
  "locked-open": () => begun("Samira"),
  /** Karim's laptop, to which the link has come; it has not been opened. */
  "link-given": async () => {
    const { meeting } = await begun("Samira", { withoutKarim: true });
    return { meeting, shown: await meeting.bring() };
  },
  /** Karim's laptop has opened the invitation; he has not said who he is. */
  invited: async () => {
    const { meeting } = await begun("Samira", { withoutKarim: true });
    const shown = await meeting.bring();
    await shown.come(meeting.invitation);
    await meeting.settled();
    return { meeting, shown };
  },
  /** Ellen's laptop; Karim stands at the door with a laptop that is not in the meeting yet. */
  "at-the-door": async () => {
    const { meeting } = await begun("Ellen", { withoutKarim: true });
    const at = granted(await (await meeting.bring("Karim")).join(meeting.invitation));
    if (at.at === "door") granted(await at.visit.knock(PEOPLE.Karim, null));
    const shown = meeting.laptop("Ellen");
    while (shown.session.view().door.knocking.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    return { meeting, shown };
  },
  /** Samira's laptop in the middle of the meeting; Karim is away, Jo is writing. */
  talking: () => talking("Samira"),
  /** Laptop C, shared by Tomas, Dr Okafor and Layla. */
  shared: () => talking("Tomas"),
  /** The same laptop opened anew: Layla and Dr Okafor have a PIN, Tomas has none. */
  "shared-pins": async () => withPins(await talking("Tomas"), { "Dr Okafor": "2468", Layla: "قهوة" }),
  /** The first round is proposed on it. */
  "proposed-pins": async () => withPins(await firstRound("Tomas"), { "Dr Okafor": "2468", Layla: "1357" }),
  /** The same laptop: all three have left since, and the first round asks them. */
  "left-pins": async () => {
    const evening = await talking("Tomas");
    for (const name of ["Tomas", "Dr Okafor", "Layla"] as const) {
      const { session, voice } = evening.meeting.as(name);
      granted(await session.leave(voice));
    }
    await evening.meeting.settled();
    const ellen = evening.meeting.as("Ellen").session;
    granted(await ellen.propose(everythingSaid(evening)));
    await evening.meeting.settled();
    return withPins(evening, { "Dr Okafor": "2468", Layla: "1357" });
  },
  /** Ellen's laptop while Karim knocks. */
  knocking: async () => {
    const evening = await talking("Ellen", { withoutKarim: true });
    await evening.meeting.knock(PEOPLE.Karim);
    return evening;
  },
  paused: async () => {
    const evening = await talking("Samira");
    granted(await evening.meeting.as("Samira").session.pause());
    return evening;
  },
  /** Something came in Karim's name that is not his. */
  quarantined: async () => {
    const evening = await talking("Samira");
    await breakARule(evening.meeting, "Karim");
    return evening;
  },
  /** The first round is proposed on Karim's laptop; nobody has answered. */
  proposed: () => firstRound("Karim"),
  /** The same on laptop C, which three voices share. */
  "proposed-shared": () => firstRound("Tomas"),
  /** The second round: Karim said "not yet" to the first, and the text has changed since. */
  "second-round": () => secondRound(),
  agreed: async () => {
    const evening = await secondRound();
    const { meeting } = evening;
    for (const name of LAPTOPS.flat()) {
      const { session, voice } = meeting.as(name);
      const { openRevision } = session.view();
      if (openRevision !== null) granted(await session.consent(voice, openRevision));
    }
    await meeting.settled();
    meeting.atRest();
    return evening;
  },
  /** An evening's worth of words and more, on Samira's laptop; the others have left. */
  long: async () => {
    const evening = await begun("Samira");
    const { meeting, shown } = evening;
    for (const laptop of meeting.laptops) if (laptop !== shown && laptop.isInMeeting) laptop.leave();
    const names = LAPTOPS.flat();
    await sayInTurn(meeting, 3000, (number) => ({
      name: names[number % names.length] ?? "Samira",
      words: `${String(number)}: ${LINES[number % LINES.length] ?? ""}`,
    }));
    return evening;
  },
  /** A guest's window: what is kept goes when it is closed. */
  guest: async () => {
    const { meeting } = await talking("Samira", { withoutKarim: true });
    const shown = await meeting.bring("Karim");
    await shown.come(meeting.invitation, "window");
    const karim = await meeting.knock(PEOPLE.Karim, shown);
    granted(await meeting.as("Ellen").session.admit(karim));
    await meeting.settled();
    return { meeting, shown };
  },
  ...forAgreeing,
  ...forArranging,
  ...forDeciding,
  ...forHosting,
  ...forOthers,
  ...forOwnPages,
  ...forReadingAloud,
  ...forSeeing,
  ...forTakingPart,
  ...forTheRoom,
  ...forWriting,
} satisfies Record<string, Setting>;

/** The middle of the meeting, on the laptop of `whose`. */
async function talking(whose: Name, coming?: Coming): Promise<Evening> {
  const evening = await begun(whose, coming);
  await talk(evening);
  return evening;
}

/** These voices set a PIN; then the laptop is closed and opened again. */
async function withPins(evening: Evening, pins: Readonly<Record<string, string>>): Promise<Evening> {
  const { meeting, shown } = evening;
  for (const [name, next] of Object.entries(pins)) {
    const { session, voice } = meeting.as(name);
    granted(await session.setPin(voice, { present: null, next }));
  }
  shown.leave();
  await shown.comeBack();
  await meeting.settled();
  return evening;
}

async function firstRound(whose: Name): Promise<Evening> {
  const evening = await talking(whose);
  const { session } = evening.shown;
  granted(await session.propose(everythingSaid(evening)));
  await evening.meeting.settled();
  return evening;
}

async function secondRound(): Promise<Evening> {
  const evening = await firstRound("Karim");
  const { meeting } = evening;
  const { session, voice } = meeting.as("Karim");
  const first = session.view().openRevision;
  if (first !== null) granted(await session.withhold(voice, first, "I don’t want my name going to the GP."));
  const layla = meeting.as("Layla");
  crossOut(layla.session.summary.text.doc, "Her mother is afraid of waiting too long. ");
  crossOut(layla.session.summary.text.doc, "Both of these stand.");
  await layla.remember("Now my fear is in it too.");
  const next = nextTime("Thursday at six, here. Who might come: not decided.");
  granted(await meeting.as("Ellen").session.setNextMeeting(next));
  await meeting.settled();
  granted(await session.propose(everythingSaid(evening)));
  await meeting.settled();
  meeting.atRest();
  return evening;
}

function everythingSaid({ shown }: Evening): readonly UtteranceId[] {
  const { order, utterances } = shown.session.view().state;
  return order.filter((id) => utterances.get(id)?.said === true);
}

const LINES = [
  "I want to keep walking to the canal at six. My head is quiet there.",
  "Text me when you go and when you’re back.",
  "In my family we call this an illness. With my sister we waited too long, and nobody said anything until it was very late, and then everybody spoke at once.",
  "That’s mine to tell.",
];
