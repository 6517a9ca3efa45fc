import { encodeSync } from "../../../renderer/transport/peer-message.ts";
import { encodeRun } from "../../../renderer/transport/slots.ts";
import { clientIdOf } from "../../../shared/feed/head.ts";
import { inAMeeting, type Attack } from "../attack.ts";

/** What a newcomer could be told by whoever it hears first. */
export const tellingHalfTheStory: readonly Attack[] = [
  inAMeeting("give a newcomer only the beginning of a feed, and junk for the rest", "P2", async (place) => {
    const { thief, samiraId } = place;
    const theirs = thief.entriesOf(samiraId);
    const [first] = theirs;
    if (first === undefined) throw new Error("Samira has said something");
    const client = await clientIdOf(thief.secrets.meeting, first.header.publicKey, first.header.session);
    const half = theirs.slice(0, Math.ceil(theirs.length / 2)).map(({ bytes }) => bytes);
    const junk = Array.from({ length: theirs.length * 2 }, () => new Uint8Array([1, 2, 3]));
    const answer = encodeSync("answer", encodeRun({ client, clock: 0, contents: [...half, ...junk] }));
    // The verdict brings a newcomer in; this reaches it before anybody honest has reckoned what it lacks.
    thief.welcome = answer;
    return { tried: 1 };
  }),
  inAMeeting("tell of entries whose beginning never comes", "P5", async ({ thief }) => {
    const pen = await thief.pen();
    const made = [];
    for (let count = 0; count < 40; count += 1) made.push(await pen.entry({ kind: "statement" }));
    thief.put(made.slice(1));
    return { tried: made.length - 1 };
  }),
];
