import { nextTime } from "../cast/plainest.ts";
import type { FeedId, UtteranceId } from "../../shared/feed/ids.ts";
import { begun, paragraph, SAMIRAS_MEETING, summary, talk } from "./evening.ts";
import { FakeMeeting } from "./fake-meeting.ts";
import { forOthers } from "./for-others.ts";
import { forSeeing } from "./for-seeing.ts";
import { ellen, everyone, karim, layla, okafor, samira, tomas, type Person } from "./people.ts";

/** A moment of the meeting that the gallery can show. */
export type Scene = keyof typeof scenes;

type Setting = () => Promise<FakeMeeting>;

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
  /** The same laptop opened anew: Layla and Dr Okafor have a PIN, Tomas has none. */
  "shared-pins": async () => {
    const fake = begun(tomas, okafor, layla);
    await talk(fake);
    fake.reopen(
      new Map([
        [okafor.id, "2468"],
        [layla.id, "قهوة"],
      ]),
    );
    return fake;
  },
  /** The first round is proposed on it. */
  "proposed-pins": async () => {
    const fake = await firstRound(tomas, okafor, layla);
    fake.reopen(
      new Map([
        [okafor.id, "2468"],
        [layla.id, "1357"],
      ]),
    );
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
  /** A guest's window: what is kept goes when it is closed. */
  guest: async () => {
    const fake = begun(karim);
    await talk(fake);
    fake.change({ keeps: "window" });
    return fake;
  },
  ...forOthers,
  ...forSeeing,
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
  fake.changeState({ nextMeeting: nextTime("Thursday at six, here. Who might come: not decided.") });
  await fake.propose(everythingSaid(fake));
  return fake;
}

function everythingSaid(fake: FakeMeeting): readonly UtteranceId[] {
  const { order, utterances } = fake.view().state;
  return order.filter((id) => utterances.get(id)?.said === true);
}

const LINES = [
  "I want to keep walking to the canal at six. My head is quiet there.",
  "Text me when you go and when you’re back.",
  "In my family we call this an illness. With my sister we waited too long, and nobody said anything until it was very late, and then everybody spoke at once.",
  "That’s mine to tell.",
];
