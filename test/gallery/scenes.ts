import type { FeedId, MeetingId, UtteranceId } from "../../shared/feed/ids.ts";
import type { Paragraph } from "../../shared/meeting/document.ts";
import type { Phase } from "../../shared/meeting/statements.ts";
import { FakeMeeting } from "./fake-meeting.ts";
import { ellen, everyone, jo, karim, layla, okafor, samira, tomas, type Person } from "./people.ts";

/** A moment of the meeting that the gallery can show. */
export type Scene = keyof typeof scenes;

type Setting = () => Promise<FakeMeeting>;

// A branded id has no other constructor than a cast.
export const SAMIRAS_MEETING = "samiras-meeting" as MeetingId;

/** Every moment of Samira's meeting that has a screen of its own. */
export const scenes = {
  /** Just begun: Ellen alone, nothing said. */
  empty: async () => {
    const beginning = { meeting: SAMIRAS_MEETING, name: "Samira’s meeting", hosting: ellen };
    const fake = new FakeMeeting({ ...beginning, admitted: [ellen], local: [ellen], here: [ellen] });
    fake.change({ peers: 0 });
    return fake;
  },
  /** A laptop with a passphrase: it has yet to be given, and it was. */
  locked: async () => begun(samira),
  "locked-open": async () => begun(samira),
  /** Karim's laptop has opened the invitation; he has not said who he is. */
  invited: async () => {
    const fake = begun(karim);
    fake.change({ localVoices: [], speakingAs: null });
    const voices = new Map(fake.view().state.voices);
    voices.delete(karim.id);
    fake.changeState({ voices });
    return fake;
  },
  /** Samira's laptop in the middle of the meeting; Karim is away, Layla is writing. */
  talking: async () => {
    const fake = begun(samira);
    await talk(fake);
    return fake;
  },
  /** Laptop C, shared by Layla, Dr Okafor and Tomas. */
  shared: async () => {
    const fake = begun(tomas, okafor, layla);
    await talk(fake);
    return fake;
  },
  /** Ellen's laptop while Karim knocks. */
  knocking: async () => {
    const fake = begun(ellen);
    const voices = new Map(fake.view().state.voices);
    voices.delete(karim.id);
    fake.changeState({ voices });
    await talk(fake);
    fake.knock(karim);
    return fake;
  },
  paused: async () => {
    const fake = begun(samira);
    await talk(fake);
    await fake.pause();
    return fake;
  },
  /** Something came in Karim's name that is not his. */
  quarantined: async () => {
    const fake = begun(samira);
    await talk(fake);
    // A branded id has no other constructor than a cast.
    const feed = `${karim.id}/elsewhere` as FeedId;
    fake.change({ quarantines: [{ feed, voice: karim.id, reason: "signature-wrong" }] });
    return fake;
  },
  /** The first round is proposed on Karim's laptop; nobody has answered. */
  proposed: () => firstRound(karim),
  /** The same on laptop C, which three voices share. */
  "proposed-shared": () => firstRound(tomas, okafor, layla),
  /** The second round: Karim said "not yet" to the first, and the text has changed since. */
  "second-round": () => secondRound(),
  agreed: async () => {
    const fake = await secondRound();
    const { openRevision } = fake.view();
    if (openRevision !== null) for (const one of everyone) await fake.consent(one.id, openRevision);
    return fake;
  },
  /** An evening's worth of words and more. */
  long: async () => {
    const fake = begun(samira);
    fake.beginMany(3000, (number) => {
      const one = everyone[number % everyone.length] ?? samira;
      return { one, words: [paragraph([one, `${String(number)}: ${LINES[number % LINES.length] ?? ""}`])] };
    });
    return fake;
  },
} satisfies Record<string, Setting>;

async function firstRound(...local: readonly Person[]): Promise<FakeMeeting> {
  const fake = begun(...local);
  await talk(fake);
  await fake.propose(everythingSaid(fake));
  return fake;
}

async function secondRound(): Promise<FakeMeeting> {
  const fake = await firstRound(karim);
  const first = fake.view().openRevision;
  if (first !== null) await fake.withhold(karim.id, first, "I don’t want my name going to the GP.");
  fake.write("summary", [
    ...summary.slice(0, 1),
    paragraph(
      [samira, "Samira is frightened since the break-in and wants to sleep. "],
      [layla, "Now my fear is in it too."],
    ),
  ]);
  fake.changeState({ nextMeeting: "Thursday at six, here. Who might come: not decided." });
  await fake.propose(everythingSaid(fake));
  return fake;
}

function everythingSaid(fake: FakeMeeting): readonly UtteranceId[] {
  const { order, utterances } = fake.view().state;
  return order.filter((id) => utterances.get(id)?.said === true);
}

function begun(...local: readonly Person[]): FakeMeeting {
  return new FakeMeeting({
    meeting: SAMIRAS_MEETING,
    name: "Samira’s meeting",
    admitted: everyone,
    local,
    here: everyone.filter((one) => one !== karim || local.includes(karim)),
    hosting: ellen,
  });
}

async function talk(fake: FakeMeeting): Promise<void> {
  const said = (one: Person, words: string, wish: { answers?: UtteranceId; phase?: Phase } = {}) => {
    const id = fake.begin(one, { ...wish, said: true });
    fake.write(id, [paragraph([one, words])]);
    return id;
  };
  said(ellen, "What would you like to use this time for?");
  said(samira, "I want to sleep, and I don’t want to be talked about in the kitchen.");
  said(layla, "بنتي تعبانة.");
  said(samira, "It started when the flat was broken into. I’m not ill, I’m frightened.");
  said(layla, "In my family we call this an illness. With my sister we waited too long.");
  said(okafor, "I notice I want to act quickly, and wonder if that’s my worry more than Samira’s night.", {
    phase: "reflection",
  });
  const door = said(tomas, "When Jo spoke of the door I remembered mine. What if someone checked it with her?", {
    phase: "reflection",
  });
  const hurry = said(ellen, "I heard love in both stories, and hurry in one.", { phase: "reflection" });
  said(samira, "‘Check it with me’ – write that. First thing that sounded like help.", { answers: door });
  said(layla, "‘Hurry’ – yes. I am afraid at night.", { answers: hurry });
  fake.write(fake.begin(jo), [paragraph([jo, "Text me when you go and when"])]);
  fake.write("summary", summary);

  fake.change({ speakingAs: ellen.id });
  await fake.wordDecision(
    "Five nights at home. Someone from the team comes at 20:00. Jo and Samira check the door together, once.",
    false,
  );
  await fake.wordDecision("What to call this: we don’t know, and don’t need to by Thursday.", true);
  const [first] = fake.view().state.decisions.keys();
  if (first !== undefined) {
    fake.stand(layla.id, first, "with-reservation", "If I may ring at night and someone answers.");
    fake.stand(samira.id, first, "agree", "");
  }
  await fake.setNextMeeting("Thursday at five, here. Who might come: not decided.");
  fake.change({ speakingAs: fake.view().localVoices[0] ?? null });
}

function paragraph(...runs: readonly (readonly [Person, string])[]): Paragraph {
  return { style: "paragraph", runs: runs.map(([one, text]) => ({ voice: one.id, text })) };
}

const summary: readonly Paragraph[] = [
  { style: "heading", runs: [{ voice: ellen.id, text: "How we see it" }] },
  paragraph(
    [samira, "Samira is frightened since the break-in and wants to sleep. "],
    [layla, "Her mother is afraid of waiting too long. "],
    [tomas, "Both of these stand."],
  ),
];

const LINES = [
  "I want to keep walking to the canal at six. My head is quiet there.",
  "Text me when you go and when you’re back.",
  "In my family we call this an illness. With my sister we waited too long, and nobody said anything until it was very late, and then everybody spoke at once.",
  "That’s mine to tell.",
];
