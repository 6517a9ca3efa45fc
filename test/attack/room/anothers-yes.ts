import type { ReaderId, UtteranceId } from "../../../shared/feed/ids.ts";
import { createOwnedId, writerMark } from "../../../shared/meeting/owned-id.ts";
import { jo, karim } from "../../cast/seven-voices.ts";
import { publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, type Attack } from "../attack.ts";
import { granted, until, type Place } from "../place.ts";

const mark = await writerMark(publicKeyOf(karim));

/** On which laptops it is so, in words. */
function where(place: Place, isSo: (state: ReturnType<typeof stateOf>) => boolean, what: string): readonly string[] {
  return place.laptops.filter((laptop) => isSo(stateOf(laptop))).map(({ name }) => `${name} laptop ${what}`);
}

const stateOf = ({ session }: Place["laptops"][0]) => session.view().state;
const isForRecord = (utterance: UtteranceId) => (state: ReturnType<typeof stateOf>) =>
  state.utterances.get(utterance)?.forRecord === true;

/** The yes that only one voice can say: of the person to who reads it, of each voice to its own words in the record. */
export const sayingAnothersYes: readonly Attack[] = [
  inAMeeting(
    "let somebody outside have a copy without being the person, or calling oneself that",
    "P3",
    async (place) => {
      const [{ session }] = place.laptops;
      const gp = granted(await session.nameReader("the GP"));
      await until("the reader", () => place.laptops.every((laptop) => stateOf(laptop).readers.has(gp)));
      await place.settle();
      place.lookAgain();
      const pen = await place.thief.pen();
      const reader = createOwnedId<ReaderId>(mark);
      await pen.state({ kind: "reader-named", reader, name: "the police" });
      const yes = async (): Promise<void> => {
        await pen.state({ kind: "reader-permitted", reader, name: "the police", may: true });
        await pen.state({ kind: "reader-permitted", reader: gp, name: "the GP", may: true });
      };
      await yes();
      await pen.state({ kind: "voice-introduced", profile: { ...karim.profile, kind: "person" } });
      await yes();
      await place.settle();
      const harms = where(
        place,
        ({ readers, everPermitted }) => everPermitted.size > 0 || [...readers.values()].some((one) => one.permitted),
        "lets them have a copy",
      );
      return { tried: 4, harms };
    },
  ),
  inAMeeting("have the person's yes to one reader count for another", "P3", async (place) => {
    const [, { session: samiras }] = place.laptops;
    const pen = await place.thief.pen();
    const reader = createOwnedId<ReaderId>(mark);
    await pen.state({ kind: "reader-named", reader, name: "the GP" });
    await until("the reader", () => stateOf(place.laptops[1]).readers.has(reader));
    granted(await samiras.permitReader(reader, true));
    await place.settle();
    place.lookAgain();
    await pen.state({ kind: "reader-named", reader, name: "the police" });
    await place.settle();
    const harms = where(
      place,
      ({ readers, everPermitted }) =>
        readers.get(reader)?.permitted !== false || everPermitted.get(reader)?.has("the police") === true,
      "lets them have a copy",
    );
    return { tried: 1, harms };
  }),
  inAMeeting("keep another's words out of the record, or let in what they keep out", "P2", async (place) => {
    const [, { session: samiras }] = place.laptops;
    const { said } = place;
    const pen = await place.thief.pen();
    await pen.state({ kind: "words-for-record", utterance: said, may: false });
    await pen.state({
      kind: "spoken",
      voice: place.samiraId,
      says: { kind: "words-for-record", utterance: said, may: false },
    });
    await place.settle();
    const harms = [...where(place, (state) => !isForRecord(said)(state), "keeps out what Samira has said")];
    granted(await samiras.letIntoRecord(said, false));
    await until("her word", () => place.laptops.every((laptop) => !isForRecord(said)(stateOf(laptop))));
    place.lookAgain();
    await pen.state({ kind: "words-for-record", utterance: said, may: true });
    await pen.state({ kind: "utterance-begun", utterance: createOwnedId<UtteranceId>(mark), ...inStead(place) });
    await place.settle();
    return { tried: 4, harms: [...harms, ...where(place, isForRecord(said), "lets in what Samira keeps out")] };
  }),
  inAMeeting("keep out the words of someone without a device, and hear it oneself", "P2", async (place) => {
    const [{ session }] = place.laptops;
    const seat = granted(await session.seat(jo.profile));
    await until("the seat", () => place.laptops.every((laptop) => stateOf(laptop).voices.has(seat)));
    const pen = await place.thief.pen();
    const utterance = createOwnedId<UtteranceId>(mark);
    await pen.state({
      kind: "utterance-begun",
      utterance,
      after: null,
      answers: null,
      phase: "conversation",
      speaker: seat,
    });
    await pen.state({ kind: "utterance-said", utterance });
    await place.settle();
    place.lookAgain();
    const at = { feed: pen.head.feed, seq: pen.head.nextSeq };
    await pen.state({ kind: "spoken", voice: seat, says: { kind: "words-for-record", utterance, may: false } });
    await pen.state({ kind: "witnessed", ...at });
    await place.settle();
    return { tried: 1, harms: where(place, (state) => !isForRecord(utterance)(state), "keeps out what Jo has said") };
  }),
];

/** Words of one's own that claim to stand in for what Samira has said. */
function inStead({ said }: Place) {
  return { after: said, answers: null, phase: "conversation", corrects: said } as const;
}
