import type { UtteranceId } from "../../shared/feed/ids.ts";
import { begun, paragraph, talk } from "./evening.ts";
import type { FakeMeeting } from "./fake-meeting.ts";
import { ellen, jo, karim, layla, okafor, samira, tomas, type Person } from "./people.ts";

/** Moments in which one voice writes, speaks or decides where it concerns another. */
export const forOthers = {
  /** Samira's laptop: Ellen wrote something down for her, and something for Dr Okafor, whose laptop is elsewhere. */
  unconfirmed: async () => {
    const fake = await talking(samira);
    writtenDown(fake, ellen, okafor, "I can stay until nine.");
    writtenDown(fake, ellen, samira, "Dad left when I was nine.");
    return fake;
  },
  /** Ellen's laptop, with Jo beside her, who has no device: Tomas wrote something down for Jo. */
  seated: async () => {
    const fake = await withJoSeated(ellen);
    writtenDown(fake, tomas, jo, "I can check the door with her, once.");
    return fake;
  },
  /** Ellen's laptop: Jo has said yes to what Tomas wrote down, Ellen wrote that down, and nobody has heard it yet. */
  "seated-answered": async () => {
    const fake = await withJoSeated(ellen);
    await fake.confirmWords(writtenDown(fake, tomas, jo, "I can check the door with her, once."));
    return fake;
  },
  /** Samira's laptop: Layla has taken words back and lets it be seen. */
  "taken-back": async () => {
    const fake = await talking(samira);
    await fake.withdraw(said(fake, layla, "My sister was nineteen."), true);
    return fake;
  },
  /** Samira's laptop: Ellen wrote down that Jo says yes to what Tomas wrote; another voice has to have heard it. */
  aloud: async () => {
    const fake = await withJoSeated(samira);
    const words = writtenDown(fake, tomas, jo, "I can check the door with her, once.");
    fake.change({ speakingAs: ellen.id });
    await fake.confirmWords(words);
    fake.change({ speakingAs: samira.id });
    return fake;
  },
  /** Samira's laptop: Layla wishes that Karim be removed. */
  removal: async () => {
    const fake = await talking(samira);
    fake.change({ speakingAs: layla.id });
    await fake.removeVoice(karim.id);
    fake.change({ speakingAs: samira.id });
    return fake;
  },
  /** Karim's laptop, after he was removed. */
  removed: async () => {
    const fake = await talking(karim);
    await fake.removeVoice(karim.id);
    return fake;
  },
  /** Ellen's laptop: she is about to write something down for Jo. */
  "writing-for": async () => {
    const fake = await talking(ellen);
    fake.shapeDraft({ speaker: jo.id });
    return fake;
  },
  /** Ellen's laptop: a text is proposed, and Jo, who has no device, is read to there. */
  "reading-aloud": async () => {
    const fake = await withJoSeated(ellen);
    await fake.propose(fake.view().state.order);
    return fake;
  },
} as const;

async function talking(one: Person): Promise<FakeMeeting> {
  const fake = begun(one);
  await talk(fake);
  return fake;
}

async function withJoSeated(one: Person): Promise<FakeMeeting> {
  const fake = await talking(one);
  const voices = new Map(fake.view().state.voices);
  const known = voices.get(jo.id);
  if (known !== undefined) voices.set(jo.id, { ...known, seated: true });
  // Someone without a device is not in the middle of typing.
  const order = fake.view().state.order.filter((id) => fake.view().state.utterances.get(id)?.said === true);
  fake.changeState({ voices, order });
  return fake;
}

function said(fake: FakeMeeting, one: Person, words: string): UtteranceId {
  const id = fake.begin(one, { said: true });
  fake.write(id, [paragraph([one, words])]);
  return id;
}

function writtenDown(fake: FakeMeeting, scribe: Person, one: Person, words: string): UtteranceId {
  const id = fake.begin(one, { said: true, scribe });
  fake.write(id, [paragraph([scribe, words])]);
  return id;
}
