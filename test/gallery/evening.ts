import { granted } from "../cast/laptops.ts";
import { nextTime } from "../cast/plainest.ts";
import { typeHeading } from "../cast/typing.ts";
import { LAPTOPS, PEOPLE, type Name } from "./people.ts";
import type { PlayedHosting } from "./played-hosting.ts";
import { PlayedMeeting } from "./played-meeting.ts";
import type { PlayedLaptop } from "./played-laptop.ts";

/** A moment of a meeting, and the laptop whose screen is looked at. */
export interface Evening {
  readonly meeting: PlayedMeeting;
  readonly shown: PlayedLaptop;
  /** How that laptop hosts; a guest's does not. */
  readonly hosting?: PlayedHosting;
}

/** Who comes how. */
export interface Coming {
  /** Jo has no device and sits beside Ellen. */
  readonly joSeated?: boolean;
  /** Nobody has let Karim in, and he has not asked. */
  readonly withoutKarim?: boolean;
}

/** Ellen has begun Samira's meeting on her laptop, and is alone in it. */
export async function ellenAlone(): Promise<Evening> {
  const meeting = new PlayedMeeting();
  const shown = await meeting.bring("Ellen");
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en" };
  granted(await shown.begin({ ...wish, profile: PEOPLE.Ellen }));
  return { meeting, shown };
}

/** Samira's meeting as it is on the laptop of `whose`, before anything is said; Karim is away, where it is not his laptop. */
export async function begun(whose: Name, coming: Coming = {}): Promise<Evening> {
  const { meeting } = await ellenAlone();
  const host = meeting.as("Ellen");
  const others = LAPTOPS.filter(
    ([one]) =>
      one !== "Ellen" &&
      (one !== "Jo" || coming.joSeated !== true) &&
      (one !== "Karim" || coming.withoutKarim !== true),
  );
  for (const names of others) {
    const laptop = await meeting.bring(...names);
    await laptop.come(meeting.invitation);
    for (const name of names) await meeting.knock(PEOPLE[name], laptop);
  }
  for (const names of others) for (const name of names) granted(await host.session.admit(meeting.voice(name)));
  if (coming.joSeated === true) granted(await host.session.seat(PEOPLE.Jo));
  await meeting.settled();
  if (whose !== "Karim" && coming.withoutKarim !== true) meeting.laptop("Karim").leave();
  meeting.atRest();
  return { meeting, shown: meeting.laptop(whose) };
}

/** What was said, remembered and decided by the middle of the evening. */
export async function talk({ meeting }: Evening): Promise<void> {
  const as = (name: Name) => meeting.as(name);
  await as("Ellen").say("What would you like to use this time for?");
  await as("Samira").say("I want to sleep, and I don’t want to be talked about in the kitchen.");
  await as("Layla").say("بنتي تعبانة.");
  await as("Samira").say("It started when the flat was broken into. I’m not ill, I’m frightened.");
  await as("Layla").say("In my family we call this an illness. With my sister we waited too long.");
  const phase = "reflection";
  await as("Dr Okafor").say("I notice I want to act quickly, and wonder if that’s my worry more than Samira’s night.", {
    phase,
  });
  const door = await as("Tomas").say(
    "When Jo spoke of the door I remembered mine. What if someone checked it with her?",
    { phase },
  );
  const hurry = await as("Ellen").say("I heard love in both stories, and hurry in one.", { phase });
  await as("Samira").say("‘Check it with me’ – write that. First thing that sounded like help.", { answers: door });
  await as("Layla").say("‘Hurry’ – yes. I am afraid at night.", { answers: hurry });
  await remember(meeting);
  await decide(meeting);
  if (!isSeated(meeting, "Jo")) {
    granted(await as("Jo").session.writeLive(true));
    as("Jo").begin("Text me when you go and when");
  }
  await meeting.settled();
  meeting.atRest();
}

async function remember(meeting: PlayedMeeting): Promise<void> {
  typeHeading(meeting.as("Ellen").session.summary.text.doc, "How we see it");
  await meeting.settled();
  await meeting.as("Samira").remember("Samira is frightened since the break-in and wants to sleep. ");
  await meeting.as("Layla").remember("Her mother is afraid of waiting too long. ");
  await meeting.as("Tomas").remember("Both of these stand.");
}

async function decide(meeting: PlayedMeeting): Promise<void> {
  const [ellen, layla, samira] = [meeting.as("Ellen"), meeting.as("Layla"), meeting.as("Samira")];
  const nights = granted(
    await ellen.session.wordDecision(
      "Five nights at home. Someone from the team comes at 20:00. Jo and Samira check the door together, once.",
      false,
    ),
  );
  granted(await ellen.session.wordDecision("What to call this: we don’t know, and don’t need to by Thursday.", true));
  granted(await ellen.session.setNextMeeting(nextTime("Thursday at five, here. Who might come: not decided.")));
  await meeting.settled();
  const ring = "If I may ring at night and someone answers.";
  granted(
    await layla.session.takePosition(layla.voice, nights, {
      position: "with-reservation",
      words: ring,
      mayStand: false,
    }),
  );
  granted(await samira.session.takePosition(samira.voice, nights, { position: "agree", words: "", mayStand: false }));
}

function isSeated(meeting: PlayedMeeting, name: Name): boolean {
  return meeting.as("Ellen").session.view().state.voices.get(meeting.voice(name))?.seated === true;
}
