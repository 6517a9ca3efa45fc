import { encodeStatement } from "../../../shared/consent/record.ts";
import { karim, samira } from "../../cast/seven-voices.ts";
import { forge } from "../../cast/writing.ts";
import { inAMeeting, scaled, shownAsPutAside, type Attack } from "../attack.ts";

/** Two histories of one session. */
export const tellingTwoHistories: readonly Attack[] = [
  inAMeeting("tell each laptop another history of oneself", "P3", async (place) => {
    const { thief, proposed } = place;
    const pen = await thief.pen();
    const { head } = pen;
    const [toEllen, toSamira] = thief.lines;
    if (toEllen === undefined || toSamira === undefined) throw new Error("both laptops are connected");
    const tell = async (words: string) => {
      const said = new TextDecoder().decode(encodeStatement({ kind: "consent-withheld", digest: proposed, words }));
      const { publicKey, session } = head;
      return forge(thief.secrets, karim, { publicKey, session, at: Date.now() * 1024, words: said });
    };
    thief.put([(await tell("I am ready.")).bytes], toEllen);
    thief.put([(await tell("I am not ready.")).bytes], toSamira);
    return { tried: 2, harms: await shownAsPutAside(place) };
  }),
  inAMeeting("give another a second history that is not signed", "P2", async ({ thief, samiraId }, stage) => {
    const last = thief.entriesOf(samiraId).at(-1);
    if (last === undefined) throw new Error("Samira has said something");
    const { publicKey, session, seq, at } = last.header;
    const rivals = [];
    let prev = last.header.prev;
    for (let count = 0; count < scaled(stage, 400); count += 1) {
      const lie = { publicKey, session, seq: seq + count, prev, at: at + count, signedBy: null, words: "{}" };
      const made = await forge(thief.secrets, samira, lie);
      rivals.push(made.bytes);
      prev = made.head.hash;
    }
    thief.put(rivals);
    return { tried: rivals.length };
  }),
];
