import type { UtteranceId } from "../../../shared/feed/ids.ts";
import { LATEST_CLAIM } from "../../../shared/feed/clock.ts";
import { createOwnedId, docOfUtterance, writerMark } from "../../../shared/meeting/owned-id.ts";
import { karim } from "../../cast/seven-voices.ts";
import { forge, publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import { until, type Place } from "../place.ts";
import { wordsUnder } from "../yjs-updates.ts";

/** Says something that claims to have been said at a time, and after whatever `after` names. */
async function sayAt(place: Place, at: number, after: Place["said"] | null) {
  const pen = await place.thief.pen();
  const utterance = createOwnedId<UtteranceId>(await writerMark(publicKeyOf(karim)));
  const begun = { kind: "utterance-begun", utterance, after, answers: null, phase: "conversation" } as const;
  await pen.state(begun, { at });
  place.thief.put([
    await pen.entry({
      kind: "edit",
      doc: docOfUtterance(utterance),
      payload: wordsUnder(pen.clientId, "I said so."),
      at: at + 1,
    }),
  ]);
  await pen.state({ kind: "utterance-said", utterance }, { at: at + 2 });
  return utterance;
}

export const claimingAnotherTime: readonly Attack[] = [
  inAMeeting("answer before the question was asked", "P2", async (place) => {
    const utterance = await sayAt(place, 5, place.said);
    const [{ session }] = place.laptops;
    await until("it to be heard", () => session.view().state.order.includes(utterance));
    const { order } = session.view().state;
    const isBefore = order.indexOf(utterance) < order.indexOf(place.said);
    return { tried: 1, harms: isBefore ? ["a wrong clock put an utterance before the one it follows"] : [] };
  }),
  inAMeeting("let one's own clock run to the end of time, so that nobody can speak after", "P5", async (place) => {
    const utterance = await sayAt(place, LATEST_CLAIM - 100, null);
    const [{ session: ellens }] = place.laptops;
    await until("it to be heard", () => ellens.view().state.order.includes(utterance));
    await place.settle();
    return { tried: 1 };
  }),
  inAMeeting("claim a time after the end of time", "P5", async (place) => {
    const pen = await place.thief.pen();
    await pen.state({ kind: "paused" }, { at: LATEST_CLAIM + 1 });
    return { tried: 1, harms: await shownAsPutAside(place) };
  }),
  inAMeeting("let one's own clock stand still, or run back", "P2", async (place) => {
    const { thief } = place;
    const pen = await thief.pen();
    await pen.state({ kind: "voice-introduced", profile: karim.profile }, { at: 1000 });
    const { head } = pen;
    const { publicKey, session } = head;
    for (const at of [1000, 999]) {
      const lie = { publicKey, session, seq: head.nextSeq, prev: head.hash, at, words: '{"kind":"paused"}' };
      thief.put([(await forge(thief.secrets, karim, lie)).bytes]);
    }
    return { tried: 2, harms: await shownAsPutAside(place) };
  }),
];
