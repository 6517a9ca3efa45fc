import { toBase64 } from "lib0/buffer";
import { sealPresences, signPresence, type PresentVoice } from "../../../shared/meeting/presence.ts";
import type { Heads } from "../../../shared/meeting/shapes.ts";
import type { OffTheRecord } from "../../../shared/meeting/in-the-room.ts";
import { karim, layla, type CastVoice } from "../../cast/seven-voices.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { bytesHeld, collectGarbage } from "../measure.ts";
import { until, type Place } from "../place.ts";
import { aMoment, presenceMessage } from "./forged.ts";

/** How much more one laptop may hold for whatever a peer says off the record. */
const MOST_BYTES = 8 * 1024 * 1024;

type Off = NonNullable<PresentVoice["off"]>;
const ID = "A".repeat(22);

async function show(place: Place, present: Partial<PresentVoice>, signer: CastVoice, clock: number): Promise<void> {
  const all: PresentVoice = { voice: signer.id, atMs: Date.now(), cursor: null, ...present };
  const sealed = await sealPresences(place.thief.secrets, [
    await signPresence(place.thief.secrets, signer.privateKey, all),
  ]);
  place.thief.message(presenceMessage(place.thief.client, clock, { p: toBase64(sealed) }));
  await aMoment();
}

async function goOff(place: Place): Promise<OffTheRecord> {
  const [{ session }] = place.laptops;
  await session.beginOffTheRecord();
  await until("the time off the record", () =>
    place.laptops.every((one) => one.session.view().state.offTheRecord !== null),
  );
  const time = session.view().state.offTheRecord;
  if (time === null) throw new Error("the meeting is off the record");
  return time;
}

/** What is on a screen that nobody said there. */
function shown(place: Place, voices: readonly string[]): readonly string[] {
  return place.laptops.flatMap(({ name, session }) =>
    session
      .spokenOff()
      .filter(({ voice }) => voices.includes(voice))
      .map(({ words }) => `${name} laptop shows “${words.slice(0, 40)}”`),
  );
}

/** Words off the record that are another's, of another time, or too many. */
export const speakingOff: readonly Attack[] = [
  inAMeeting("say something off the record in another’s name, or when it is over", "P1", async (place) => {
    const { feed, seq } = await goOff(place);
    const off: Off = [{ id: ID, words: "I said this.", feed, seq, turn: 1 }];
    await show(place, { voice: place.samiraId, off }, karim, 1);
    await show(place, { voice: layla.id, off }, layla, 2);
    const harms = [...shown(place, [place.samiraId, layla.id])];
    await show(place, { off: off.map((one) => ({ ...one, seq: seq + 1000 })) }, karim, 3);
    harms.push(...shown(place, [karim.id]));
    const [{ session }] = place.laptops;
    await session.backOnTheRecord();
    await show(place, { off }, karim, 4);
    harms.push(...shown(place, [karim.id, place.samiraId]));
    await session.beginOffTheRecord();
    await show(place, { off: off.map((one) => ({ ...one, turn: 2 })) }, karim, 5);
    harms.push(...shown(place, [karim.id]));
    await session.backOnTheRecord();
    return { tried: 5, harms };
  }),
  inAMeeting("have what another said off the record kept, by ending it before they had spoken", "P1", async (place) => {
    const [{ session }, { session: samiras }] = place.laptops;
    const { feed, seq } = await goOff(place);
    const words = "Don’t write this down.";
    await samiras.speakOff(words);
    await until("her words", () => session.spokenOff().length === 1);
    const pen = await place.thief.pen();
    // By a clock that was set back, so that it comes before whatever she has stated.
    const at = (session.view().state.utterances.get(place.said)?.begunAt ?? 2) + 1;
    await pen.state({ kind: "off-the-record-spoken", feed, seq }, { at });
    await pen.state({ kind: "off-the-record-kept", feed, seq }, { at: at + 1 });
    await pen.state({ kind: "off-the-record-ended", feed, seq, kept: true }, { at: at + 2 });
    await until("the end", () => place.laptops.every((one) => one.session.view().state.offTheRecord === null));
    await place.settle();
    await aMoment();
    const written = place.laptops.filter((one) =>
      one.session.view().state.order.some((id) => JSON.stringify(one.session.utteranceText(id)).includes(words)),
    );
    return { tried: 1, harms: written.map(({ name }) => `${name} laptop has it in the record`) };
  }),
  inAMeeting("show again what another said off the record, when it is over", "P4", async (place) => {
    const { feed, seq } = await goOff(place);
    const pen = await place.letIn(layla);
    place.lookAgain();
    const off: Off = [{ id: ID, words: "Not to be kept.", feed, seq, turn: 1 }];
    await show(place, { voice: layla.id, off }, layla, 1);
    const harms = place.laptops.every(({ session }) => session.spokenOff().length === 1) ? [] : ["nobody heard Layla"];
    const [{ session }] = place.laptops;
    await pen.state({ kind: "off-the-record-ended", feed, seq, kept: true });
    await until("the end", () => place.laptops.every((one) => one.session.view().state.offTheRecord === null));
    await show(place, { voice: layla.id, off }, layla, 2);
    harms.push(...shown(place, [layla.id]));
    await session.beginOffTheRecord();
    await show(place, { voice: layla.id, off }, layla, 3);
    harms.push(...shown(place, [layla.id]));
    const [own = ""] = pen.head.feed.split("/").slice(-1);
    // A feed's name ends with its session's.
    const heads = [{ session: own, count: pen.head.nextSeq }] as Heads;
    await pen.state({ kind: "removal-proposed", voice: layla.id, heads });
    const isRemoved = (at: Place["laptops"][0]) => at.session.view().state.voices.get(layla.id)?.standing === "removed";
    await until("that Layla was removed", () => place.laptops.every(isRemoved));
    const now = session.view().state.offTheRecord;
    if (now === null) return { tried: 3, harms: [...harms, "the time ended by itself"] };
    await show(place, { voice: layla.id, off: off.map((one) => ({ ...one, feed: now.feed, seq: now.seq })) }, layla, 4);
    harms.push(...shown(place, [layla.id]));
    await session.backOnTheRecord();
    await place.settle();
    place.lookAgain("those who are in");
    return { tried: 4, harms };
  }),
  inAMeeting("flood the screens off the record", "P5", async (place, stage) => {
    const { feed, seq } = await goOff(place);
    const one = (words: string, at: number): Off[number] => ({
      id: `${String(at).padStart(21, "0")}A`,
      words,
      feed,
      seq,
      turn: 1_000_000,
    });
    const harms: string[] = [];
    await show(place, { off: Array.from({ length: 51 }, (_, at) => one("a", at)) }, karim, 1);
    await show(place, { off: [one("a".repeat(4001), 0)] }, karim, 2);
    await show(place, { off: Array.from({ length: 50 }, (_, at) => one("\u{1f6aa}".repeat(2000), at)) }, karim, 3);
    harms.push(...shown(place, [karim.id]).filter((shows) => shows.includes("“a")));
    const before = await collectGarbage();
    const floods = scaled(stage, 100);
    for (let count = 0; count < floods; count += 1) {
      const state = { p: "A".repeat(600 * 1024) };
      place.thief.message(presenceMessage(place.thief.client, 10 + count, state), place.thief.lines.slice(0, 1));
      if (count % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await aMoment();
    const grown = (await collectGarbage()) - before;
    if (grown > MOST_BYTES) harms.push(`${bytesHeld(grown)} are held for a flood`);
    const [{ session }] = place.laptops;
    const said = await session.speakOff("We go on.");
    if (!said.ok) harms.push("nobody can speak any more");
    await session.backOnTheRecord();
    return { tried: floods + 3, harms };
  }),
];
