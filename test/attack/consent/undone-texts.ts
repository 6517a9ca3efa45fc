import type { UtteranceId } from "../../../shared/feed/ids.ts";
import { createOwnedId, docOfUtterance, writerMark } from "../../../shared/meeting/owned-id.ts";
import { karim, layla, okafor, tomas, type CastVoice } from "../../cast/seven-voices.ts";
import { publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, type Attack } from "../attack.ts";
import { granted, type Place } from "../place.ts";
import { wordsUnder } from "../yjs-updates.ts";

/** Everyone else says yes to the text that lies before them, so that it is agreed; who comes later comes after it. */
async function agreed(place: Place, latecomer: CastVoice) {
  const [{ session }] = place.laptops;
  granted(await session.propose([place.said]));
  const pen = await place.letIn(latecomer);
  await place.settle();
  place.lookAgain();
  return pen;
}

async function sayBackdated(place: Place, voice: CastVoice): Promise<void> {
  const pen = await place.thief.pen(voice);
  const utterance = createOwnedId<UtteranceId>(await writerMark(publicKeyOf(voice)));
  const begun = { kind: "utterance-begun", utterance, after: null, answers: null, phase: "conversation" } as const;
  await pen.state(begun, { at: 1 });
  await pen.edit(docOfUtterance(utterance), wordsUnder(pen.clientId, "I was here all along."));
  await pen.state({ kind: "utterance-said", utterance });
}

const interpreter: CastVoice = { ...layla, profile: { ...layla.profile, kind: "interpreter" } };

/** Undoing what the others have before them, by claiming to have had to be asked. */
export const undoingTexts: readonly Attack[] = [
  inAMeeting("call oneself the person at the centre, so that no text has asked everyone", "P3", async (place) => {
    const pen = await agreed(place, okafor);
    await pen.state({ kind: "voice-introduced", profile: { ...okafor.profile, kind: "person" } });
    return { tried: 1 };
  }),
  inAMeeting("come in after a text, and claim to have spoken before it", "P3", async (place) => {
    await agreed(place, tomas);
    await sayBackdated(place, tomas);
    return { tried: 1 };
  }),
  inAMeeting("come in as an interpreter, and claim to have spoken as a voice before a text", "P3", async (place) => {
    const pen = await agreed(place, interpreter);
    await pen.state({ kind: "voice-introduced", profile: layla.profile });
    await sayBackdated(place, layla);
    return { tried: 1 };
  }),
  inAMeeting("leave, so that a text one has proposed is none any more", "P3", async (place) => {
    const [{ session }, samiras] = place.laptops;
    const revision = session.view().revisions.get(place.proposed)?.revision;
    if (revision === undefined) throw new Error("a text lies before everyone");
    const pen = await place.thief.pen(karim);
    const { digestOf } = await import("../../../shared/consent/root.ts");
    const next = { ...revision, nextMeeting: "Thursday." };
    const digest = await digestOf(next);
    await pen.state({ kind: "revision-proposed", digest, revision: next });
    await place.settle();
    granted(await samiras.session.consent(place.samiraId, digest));
    await place.settle();
    place.lookAgain();
    await pen.state({ kind: "voice-left" });
    await place.settle();
    const lost = place.laptops.filter((one) => !one.session.view().revisions.has(digest));
    // Who takes part is another now, and by the voice's own wish.
    place.lookAgain();
    return { tried: 1, harms: lost.map(({ name }) => `${name} laptop has lost a text with Samira’s yes to it`) };
  }),
];
