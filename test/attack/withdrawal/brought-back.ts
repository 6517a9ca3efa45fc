import { createMeetings } from "../../../renderer/session/local-meetings.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { parseEntry } from "../../../shared/feed/entry.ts";
import { docOfUtterance } from "../../../shared/meeting/owned-id.ts";
import { encodeRun } from "../../../renderer/transport/slots.ts";
import { clientIdOf } from "../../../shared/feed/head.ts";
import { inAMeeting, type Attack } from "../attack.ts";
import { granted, shellOver, until, type Place } from "../place.ts";

/** The sealed words of what Samira has said, as they were carried before she withdrew them. */
function sealedWords({ thief, samiraId, said }: Place): readonly Bytes[] {
  return thief
    .entriesOf(samiraId)
    .filter(({ header }) => header.doc === docOfUtterance(said))
    .flatMap(({ sealed }) => (sealed === null ? [] : [sealed]));
}

/** Samira withdraws what she has said, and every laptop lets go of it. Returns the entries that held it. */
async function withdrawn(place: Place): Promise<readonly Bytes[]> {
  const [, { session }] = place.laptops;
  const held = place.thief.heard.filter((bytes) => sealedWords(place).some((sealed) => holds(bytes, sealed)));
  granted(await session.withdraw(place.said, false));
  await until("it to be let go of", () =>
    place.laptops.every((laptop) => !laptop.session.view().state.utterances.has(place.said)),
  );
  await place.settle();
  place.lookAgain();
  return held;
}

function holds(bytes: Bytes, needle: Bytes): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(needle));
}

/** Where the withdrawn words are found: on a screen, in a wire doc or in a vault. */
async function whereFound(
  place: Place,
  words: readonly Bytes[],
  laptops: readonly Place["laptops"][number][] = place.laptops,
) {
  const found: string[] = [];
  for (const { name, session, vault } of laptops) {
    if (JSON.stringify(session.utteranceText(place.said)).includes("sleep")) found.push(`${name} laptop shows it`);
    const kept = await vault.read(session.view().meeting);
    const entries = kept.ok ? kept.value.entries : [];
    if (entries.some(({ bytes }) => words.some((word) => holds(bytes, word)))) found.push(`${name} laptop has kept it`);
  }
  for (const [index, wire] of place.mesh.wires.entries()) {
    for (const [client, clock] of wire.clocks()) {
      const isThere = wire.contents(client, 0, clock).some((bytes) => words.some((word) => holds(bytes, word)));
      if (isThere) found.push(`wire doc ${index} holds it`);
    }
  }
  return found;
}

/** The byte strings that were sealed for these entries. */
function sealedOf(entries: readonly Bytes[]): readonly Bytes[] {
  return entries.flatMap((bytes) => {
    const parsed = parseEntry(bytes);
    return parsed.ok && parsed.value.sealed !== null ? [parsed.value.sealed] : [];
  });
}

/** Waits until what is swept has been swept, then looks. */
async function searched(place: Place, entries: readonly Bytes[], laptops = place.laptops): Promise<readonly string[]> {
  await place.settle();
  let found = await whereFound(place, sealedOf(entries), laptops);
  for (let round = 0; round < 40 && found.length > 0; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    found = await whereFound(place, sealedOf(entries), laptops);
  }
  return found;
}

export const bringingBackWithdrawnWords: readonly Attack[] = [
  inAMeeting("replay withdrawn words", "P4", async (place) => {
    const entries = await withdrawn(place);
    for (let round = 0; round < 5; round += 1) place.thief.put(entries);
    place.thief.put(place.thief.heard);
    return { tried: entries.length * 5, harms: await searched(place, entries) };
  }),
  inAMeeting("bring withdrawn words back in their own places of the wire doc, or in others'", "P4", async (place) => {
    const entries = await withdrawn(place);
    const { thief } = place;
    for (const bytes of entries) {
      const parsed = granted(parseEntry(bytes));
      const { publicKey, session, seq } = parsed.header;
      const client = await clientIdOf(thief.secrets.meeting, publicKey, session);
      thief.update(encodeRun({ client, clock: seq, contents: [bytes] }));
      thief.update(encodeRun({ client: 4242, clock: 0, contents: [bytes] }));
    }
    thief.comeBack();
    thief.put(entries);
    return { tried: entries.length * 3, harms: await searched(place, entries) };
  }),
  inAMeeting("let withdrawn words come back with a laptop that was off", "P4", async (place) => {
    const off = await place.newcomer();
    const { meeting } = off.session.view();
    await until("the laptop to hear it", () => off.session.view().state.utterances.has(place.said));
    off.session.close();
    const entries = await withdrawn(place);
    const session = granted(await createMeetings(shellOver(off.vault), place.mesh.ways).open(meeting));
    await until("the laptop to hear of it", () => !session.view().state.utterances.has(place.said));
    const back = { ...off, session };
    const harms = await searched(place, entries, [...place.laptops, back] as unknown as Place["laptops"]); // more of them
    session.close();
    return { tried: entries.length, harms };
  }),
  inAMeeting("bring withdrawn words to a newcomer before anyone else can speak", "P4", async (place) => {
    const entries = await withdrawn(place);
    place.thief.put(entries);
    const late = await place.newcomer();
    place.thief.put(entries);
    await until("the newcomer to hear everything", () => late.session.view().state.begun !== null);
    await place.settle();
    const laptops = [...place.laptops, late] as unknown as Place["laptops"]; // more of them
    return { tried: entries.length * 2, harms: await searched(place, entries, laptops) };
  }),
  inAMeeting("withdraw or refuse another's words", "P2", async (place) => {
    const pen = await place.thief.pen();
    for (const utterance of [place.said, place.draft]) {
      await pen.state({ kind: "utterance-withdrawn", utterance, trace: false });
      await pen.state({ kind: "utterance-withdrawn", utterance, trace: true });
      await pen.state({ kind: "words-refused", utterance });
    }
    return { tried: 6 };
  }),
  inAMeeting("have another's part of the summary let go of", "P2", async (place) => {
    const { thief, samiraId } = place;
    const pen = await thief.pen();
    await pen.state({ kind: "forgetting-asked", revisions: [] });
    const sessions = [...new Set(thief.entriesOf(samiraId).map(({ feed }) => feed.slice(feed.indexOf("/") + 1)))];
    const others = sessions.map((session) => ({ session, count: 1000 }));
    const nothing = "AAA"; // An update of nothing at all.
    await pen.state({ kind: "words-condensed", doc: "summary/0", others, update: nothing, asked: null } as never); // names as they are written
    return { tried: 2 };
  }),
];
