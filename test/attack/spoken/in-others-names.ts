import type { UtteranceId } from "../../../shared/feed/ids.ts";
import type { Sayable } from "../../../shared/consent/spoken.ts";
import { createOwnedId, docOfUtterance, writerMark } from "../../../shared/meeting/owned-id.ts";
import { jo, karim, okafor } from "../../cast/seven-voices.ts";
import { publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, type Attack } from "../attack.ts";
import { granted, until, type Place } from "../place.ts";
import { wordsUnder } from "../yjs-updates.ts";

/** Writes something down as another's words. Returns what it is called. */
async function writeDownFor(place: Place, speaker: Place["samiraId"], words: string) {
  const pen = await place.thief.pen();
  const utterance = createOwnedId<UtteranceId>(await writerMark(publicKeyOf(karim)));
  const begun = { kind: "utterance-begun", utterance, after: null, answers: null, phase: "conversation" } as const;
  await pen.state({ ...begun, speaker });
  await pen.edit(docOfUtterance(utterance), wordsUnder(pen.clientId, words));
  await pen.state({ kind: "utterance-said", utterance });
  return { pen, utterance };
}

/** States as spoken by a voice what it has not said, and witnesses it with every pen that there is. */
async function sayAloudFor(place: Place, voice: Place["samiraId"], says: Sayable): Promise<number> {
  const pen = await place.thief.pen();
  const at = { feed: pen.head.feed, seq: pen.head.nextSeq };
  await pen.state({ kind: "spoken", voice, says });
  for (const witness of [pen, await place.thief.pen(), await place.thief.pen(okafor)]) {
    await witness.state({ kind: "witnessed", ...at });
  }
  return 3;
}

export const speakingAloudForOthers: readonly Attack[] = [
  inAMeeting("write words down for another and confirm them oneself", "P1", async (place) => {
    const { samiraId } = place;
    const { pen, utterance } = await writeDownFor(place, samiraId, "I am ill.");
    await pen.state({ kind: "words-confirmed", utterance });
    const tried = await sayAloudFor(place, samiraId, { kind: "words-confirmed", utterance });
    await place.settle();
    const confirmed = place.laptops.filter(({ session }) => session.view().state.utterances.get(utterance)?.confirmed);
    return { tried: 1 + tried, harms: confirmed.map(({ name }) => `${name} laptop takes it for confirmed`) };
  }),
  inAMeeting("say aloud for someone who has a device of their own", "P1", async (place) => {
    const { samiraId, proposed, decision, said } = place;
    const lies: readonly Sayable[] = [
      { kind: "consent-taken-back", digest: proposed },
      { kind: "consent-withheld", digest: proposed, words: "No." },
      { kind: "position-taken", decision, wording: "Five nights at home.", position: "do-not-agree", words: "" },
      { kind: "utterance-withdrawn", utterance: said, trace: false },
    ];
    let tried = 0;
    for (const lie of lies) tried += await sayAloudFor(place, samiraId, lie);
    return { tried };
  }),
  inAMeeting("witness oneself what someone without a device has not said", "P1", async (place) => {
    const [{ session }] = place.laptops;
    const seated = granted(await session.seat(jo.profile));
    await until("the seat", () => place.laptops.every((one) => one.session.view().state.voices.has(seated)));
    await place.settle();
    place.lookAgain();
    const { decision } = place;
    const says: Sayable = {
      kind: "position-taken",
      decision,
      wording: "Five nights at home.",
      position: "agree",
      words: "",
    };
    const tried = await sayAloudFor(place, seated, says);
    await place.settle();
    const believed = place.laptops.filter((one) =>
      one.session.view().state.decisions.get(decision)?.positions.has(seated),
    );
    return { tried, harms: believed.map(({ name }) => `${name} laptop takes it for said`) };
  }),
  inAMeeting("seat somebody, or speak from a seat, without hosting", "P1", async (place) => {
    const pen = await place.thief.pen();
    await pen.state({ kind: "voice-seated", voice: okafor.id, profile: okafor.profile });
    await pen.state({ kind: "voice-seated", voice: place.samiraId, profile: jo.profile });
    return { tried: 2 };
  }),
];
