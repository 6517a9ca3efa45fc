import { encodeStatement } from "../../../shared/consent/record.ts";
import { karim } from "../../cast/seven-voices.ts";
import { forge, meetingSecrets } from "../../cast/writing.ts";
import { inAMeeting, type Attack } from "../attack.ts";

/** Words that were really signed by the voice they name, only not here. */
export const bringingFromElsewhere: readonly Attack[] = [
  {
    name: "replay another meeting's entries in this one",
    promise: "P1",
    async run(stage) {
      const [here, there] = [await stage.open(), await stage.open()];
      here.thief.put(there.thief.heard);
      there.thief.put(here.thief.heard);
      await Promise.all([here.settle(), there.settle()]);
      const harms = [...(await here.harms()), ...(await there.harms())];
      return { tried: here.thief.heard.length + there.thief.heard.length, harms };
    },
  },
  inAMeeting("let one's own words of another meeting count here", "P1", async ({ thief, proposed }) => {
    const other = await meetingSecrets(2);
    const words = new TextDecoder().decode(encodeStatement({ kind: "consent-taken-back", digest: proposed }));
    const made = await Promise.all(
      [other, { ...other, key: thief.secrets.key }].map((secrets) => forge(secrets, karim, { words })),
    );
    thief.put(made.map(({ bytes }) => bytes));
    return { tried: made.length };
  }),
  inAMeeting("move a voice's entries into another session of it", "P1", async ({ thief, samiraId }) => {
    const moved = thief.entriesOf(samiraId).map(({ bytes }) => {
      const copy = bytes.slice();
      copy.fill(3, 33, 49);
      return copy;
    });
    thief.put(moved);
    return { tried: moved.length };
  }),
];
