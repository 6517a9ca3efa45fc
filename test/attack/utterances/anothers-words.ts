import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { clientIdOf } from "../../../shared/feed/head.ts";
import type { DocName } from "../../../shared/feed/ids.ts";
import { docOfUtterance } from "../../../shared/meeting/owned-id.ts";
import { marksOf, NOBODY } from "../../../shared/text/letters.ts";
import { encodeMark } from "../../../shared/text/marks.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";
import { deletionOf, editOf, wordsUnder } from "../yjs-updates.ts";

/** The Yjs client id under which Samira types. */
export async function samirasClientId({ thief, samiraId }: Place): Promise<number> {
  const [first] = thief.entriesOf(samiraId);
  if (first === undefined) throw new Error("Samira has said something");
  return clientIdOf(thief.secrets.meeting, first.header.publicKey, first.header.session);
}

/** An edit, in the own feed, of a document that is another's alone. */
function editing(name: string, makeEdit: (place: Place, clientId: number) => Bytes | Promise<Bytes>): Attack {
  return inAMeeting(name, "P2", async (place) => {
    const docs = [docOfUtterance(place.said), docOfUtterance(place.draft)];
    for (const doc of docs) {
      const pen = await place.thief.pen();
      await pen.edit(doc, await makeEdit(place, pen.clientId));
    }
    return { tried: docs.length, harms: await shownAsPutAside(place) };
  });
}

export const editingAnothersWords: readonly Attack[] = [
  editing("insert words into another's utterance", (_, clientId) => wordsUnder(clientId, "not ")),
  editing("insert words under another's client id into its own utterance", async (place) =>
    wordsUnder(await samirasClientId(place), "not "),
  ),
  editing("delete words from another's utterance", async (place) =>
    deletionOf([{ client: await samirasClientId(place), clock: 0, length: 2 ** 20 }]),
  ),
  editing("make another's utterance look like a heading", (_, clientId) =>
    editOf(clientId, (doc) => {
      marksOf(doc).push([
        encodeMark({ kind: "heading", on: true, letters: [{ client: NOBODY, clock: 0, length: 1 }] }),
      ]);
    }),
  ),
  inAMeeting("edit another's utterance under another spelling of its name", "P2", async (place, { chance }) => {
    const { thief, said } = place;
    const spellings = [
      ...[`utterance/${said}=`, `utterance/${said} `, `/utterance/${said}`, `utterance//${said}`, `Utterance/${said}`],
      ...[`utterance/${said}\0`, `utterance/\uFEFF${said}`, `utterance/${said}/0`, `utterance/${said.slice(0, -1)}B`],
      ...[`utterance/../summary/0`, "summary/00", "summary/0 ", "summary/1", "summary", "utterance/", "__proto__"],
      `utterance/${"A".repeat(200 + chance.below(20))}`,
    ];
    for (const spelling of spellings) {
      const pen = await thief.pen();
      await pen.edit(spelling as DocName, wordsUnder(pen.clientId, "not ")); // any text is the name of a document
    }
    return { tried: spellings.length, harms: await shownAsPutAside(place) };
  }),
];
