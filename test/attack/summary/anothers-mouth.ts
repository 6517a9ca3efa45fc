import { clientIdOf } from "../../../shared/feed/head.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { open } from "../../../shared/crypto/seal.ts";
import { SUMMARY_DOC } from "../../../shared/meeting/owned-id.ts";
import { NOBODY } from "../../../shared/text/letters.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";
import { samirasClientId } from "../utterances/anothers-words.ts";
import { structOf, wordsUnder } from "../yjs-updates.ts";

// Yjs's bytes for kinds of structs (yjs/src/structs): a collected one, a gap, and an item of deleted places.
const GC = 0;
const SKIP = 10;
const DELETED = 1;

function writing(name: string, makeEdits: (place: Place, own: number) => Promise<readonly Bytes[]>): Attack {
  return inAMeeting(name, "P1", async (place) => {
    const edits = await makeEdits(place, (await place.thief.pen()).clientId);
    for (const edit of edits) await (await place.thief.pen()).edit(SUMMARY_DOC, edit);
    return { tried: edits.length, harms: await shownAsPutAside(place) };
  });
}

/** In the summary everyone writes, each under the client id of the own feed. */
export const puttingWordsIntoMouths: readonly Attack[] = [
  writing("write in the summary under another's client id", async (place) => [
    wordsUnder(await samirasClientId(place), "I take the medicine."),
  ]),
  writing("write in the summary under the client id of nobody", async () => [
    wordsUnder(NOBODY, "It was agreed."),
    wordsUnder(2 ** 53 - 1, "It was agreed."),
  ]),
  writing("write in the summary under the client id of one's other session", async ({ thief }, own) => {
    const other = new Uint8Array(16).fill(250);
    const clientId = await clientIdOf(thief.secrets.meeting, (await thief.pen()).head.publicKey, other);
    return [wordsUnder(clientId, "Who is this?"), wordsUnder(own + 1, "And this?")];
  }),
  writing("use up the places of another's words that are still to come", async (place) => {
    const client = await samirasClientId(place);
    return [0, 5, 40, 1000].flatMap((clock) => [
      structOf(client, clock, GC, [100]),
      structOf(client, clock, DELETED | 0x80, [1, 0, 100]),
      structOf(client, clock, SKIP, [100]),
    ]);
  }),
  writing("bring another's own edit once more, as one's own entry", async ({ thief, samiraId }) => {
    const edits: Bytes[] = [];
    for (const { header, sealed } of thief.entriesOf(samiraId)) {
      if (header.kind !== "edit" || sealed === null) continue;
      const opened = await open(thief.secrets.key, sealed);
      if (opened.ok) edits.push(opened.value);
    }
    return edits;
  }),
];
