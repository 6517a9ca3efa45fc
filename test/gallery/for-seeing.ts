import { begun, paragraph, talk } from "./evening.ts";
import type { FakeMeeting } from "./fake-meeting.ts";
import { ellen, jo, layla, samira, tomas, type Person } from "./people.ts";

const MINUTE = 60_000 * 1024;

/** Moments in which the voices are looked at, rather than listened to. */
export const forSeeing = {
  /** Samira's laptop after a quiet stretch: Ellen wrote something down for Jo, Karim and Jo have not been heard. */
  "voices-apart": async () => {
    const fake = begun(samira);
    await talk(fake);
    stopWriting(fake);
    const quiet = later(fake, said(fake, samira, "I want to keep walking to the canal at six. My head is quiet there."));
    fake.begin(jo, { said: true, scribe: ellen });
    said(fake, tomas, "I can walk with you on Tuesday.", quiet);
    said(fake, layla, "Then I will ring at seven.");
    return fake;
  },
} as const;

function said(fake: FakeMeeting, one: Person, words: string, answers?: ReturnType<FakeMeeting["begin"]>) {
  const id = fake.begin(one, answers === undefined ? { said: true } : { said: true, answers });
  fake.write(id, [paragraph([one, words])]);
  return id;
}

/** As if this had been said after nobody had begun to speak for a quarter of an hour. */
function later(fake: FakeMeeting, id: ReturnType<FakeMeeting["begin"]>) {
  const { utterances } = fake.view().state;
  const one = utterances.get(id);
  if (one !== undefined) {
    fake.changeState({ utterances: new Map(utterances).set(id, { ...one, begunAt: one.begunAt + 15 * MINUTE }) });
  }
  return id;
}

/** Nobody is in the middle of typing. */
function stopWriting(fake: FakeMeeting): void {
  const { order, utterances } = fake.view().state;
  fake.changeState({ order: order.filter((id) => utterances.get(id)?.said === true) });
}
