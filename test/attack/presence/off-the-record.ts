import { toBase64 } from "lib0/buffer";
import { sealPresences, signPresence, type PresentVoice } from "../../../shared/meeting/presence.ts";
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
