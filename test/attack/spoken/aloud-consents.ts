import { signConsent, signWitness } from "../../../shared/consent/proof.ts";
import { digestOf } from "../../../shared/consent/root.ts";
import type { ConsentDocument } from "../../../shared/consent/signed-documents.ts";
import type { Revision } from "../../../shared/consent/statements.ts";
import type { Digest, VoiceId } from "../../../shared/feed/ids.ts";
import { jo, karim, tomas } from "../../cast/seven-voices.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import { granted, until, type Place } from "../place.ts";

/** Jo comes, who has no device, and Tomas, whom the attacker has won over; Ellen proposes a text that asks both. */
async function withJo(
  place: Place,
): Promise<{ readonly seat: VoiceId; readonly digest: Digest; readonly text: Revision }> {
  const [{ session }] = place.laptops;
  const seat = granted(await session.seat(jo.profile));
  await place.letIn(tomas);
  await until("the seat", () => place.laptops.every((one) => one.session.view().state.voices.has(seat)));
  const digest = granted(await session.propose([place.said]));
  await until("the text", () => place.laptops.every((one) => one.session.view().revisions.has(digest)));
  const text = session.view().revisions.get(digest)?.revision;
  if (text === undefined) throw new Error("a text lies before everyone");
  await place.settle();
  place.lookAgain();
  return { seat, digest, text };
}

const yesFor = (place: Place, voice: VoiceId, digest: Digest): Promise<ConsentDocument> =>
  signConsent({
    meeting: place.laptops[0].session.view().meeting,
    ...{ voice, scribe: karim.id, digest, privateKey: karim.privateKey, givenAtMs: Date.now() },
  });

/** Writes a yes down as somebody's. Returns where it stands. */
async function writeDown(place: Place, voice: VoiceId, document: ConsentDocument) {
  const pen = await place.thief.pen();
  const at = { feed: pen.head.feed, seq: pen.head.nextSeq };
  await pen.state({ kind: "spoken", voice, says: { kind: "consent-given", digest: document.revision, document } });
  return { pen, at };
}

const whoseAnswer = (place: Place, digest: Digest, voice: VoiceId, what: string): readonly string[] =>
  place.laptops
    .filter(({ session }) => session.view().revisions.get(digest)?.answers.has(voice) === true)
    .map(({ name }) => `${name} laptop takes ${what}`);

/** Two say yes for a third, by a text that says the third has no device, or none who has. */
function proposingOtherwise(
  name: string,
  change: (text: Revision, seat: VoiceId, place: Place) => Revision["voices"],
): Attack {
  return inAMeeting(name, "P3", async (place) => {
    const { seat, text } = await withJo(place);
    const revision = { ...text, voices: change(text, seat, place) };
    const digest = await digestOf(revision);
    const pen = await place.thief.pen();
    await pen.state({ kind: "revision-proposed", digest, revision });
    for (const voice of [seat, place.samiraId]) {
      const document = await yesFor(place, voice, digest);
      const { at } = await writeDown(place, voice, document);
      const witness = { id: tomas.id, privateKey: tomas.privateKey };
      const heard = await signWitness({ consent: document, scribe: karim.id, witness, witnessedAtMs: Date.now() });
      await (await place.thief.pen(tomas)).state({ kind: "witnessed", ...at, document: heard });
    }
    await place.settle();
    const takenFor = place.laptops.filter(({ session }) => session.view().revisions.has(digest));
    return { tried: 5, harms: takenFor.map((one) => `${one.name} laptop takes it for a text to be asked about`) };
  });
}

export const consentingAloudForOthers: readonly Attack[] = [
  proposingOtherwise("have two say yes for a third, by a text that says she has no device", (text, _, { samiraId }) =>
    text.voices.map((voice) => (voice.id === samiraId ? { ...voice, aloud: true } : voice)),
  ),
  proposingOtherwise("propose a text that says of one without a device that he has one", (text, seat) =>
    text.voices.map((voice) => (voice.id === seat ? { id: voice.id, profile: voice.profile } : voice)),
  ),
  inAMeeting("have two say yes for a third, who has a device", "P3", async (place) => {
    const [{ session }] = place.laptops;
    await withJo(place);
    const next = granted(await session.propose([]));
    await place.settle();
    place.lookAgain();
    const document = await yesFor(place, place.samiraId, next);
    const { at, pen } = await writeDown(place, place.samiraId, document);
    const witness = { id: tomas.id, privateKey: tomas.privateKey };
    const heard = await signWitness({ consent: document, scribe: karim.id, witness, witnessedAtMs: Date.now() });
    await (await place.thief.pen(tomas)).state({ kind: "witnessed", ...at, document: heard });
    await pen.state({ kind: "consent-given", digest: next, document });
    await place.settle();
    return { tried: 2, harms: whoseAnswer(place, next, place.samiraId, "it for Samira’s yes") };
  }),
  inAMeeting("witness oneself a yes that one has written down", "P3", async (place) => {
    const { seat, digest } = await withJo(place);
    const document = await yesFor(place, seat, digest);
    const { at, pen } = await writeDown(place, seat, document);
    const self = { id: karim.id, privateKey: karim.privateKey };
    const heard = await signWitness({ consent: document, scribe: karim.id, witness: self, witnessedAtMs: Date.now() });
    await pen.state({ kind: "witnessed", ...at, document: heard });
    await (await place.thief.pen(tomas)).state({ kind: "witnessed", ...at });
    await place.settle();
    return { tried: 2, harms: whoseAnswer(place, digest, seat, "it for Jo’s yes") };
  }),
  inAMeeting("let what was heard of one yes count for another, or for one that was taken back", "P3", async (place) => {
    const [{ session }, { session: samiras }] = place.laptops;
    const { seat, digest } = await withJo(place);
    const document = await yesFor(place, seat, digest);
    const { at } = await writeDown(place, seat, document);
    const isHeard = () => session.view().unwitnessed.some(({ feed }) => feed === at.feed);
    await until("the yes", isHeard, place.patienceMs);
    granted(await session.witness(at));
    const answered = () => samiras.view().revisions.get(digest)?.answers.get(seat)?.answer === "yes";
    await until("Jo’s yes", answered, place.patienceMs);
    const yes = samiras.view().revisions.get(digest)?.answers.get(seat);
    if (yes?.answer !== "yes" || yes.witness === null) throw new Error("Ellen has heard it");
    // Jo takes it back; Samira writes that down, and Ellen has heard that too.
    granted(await samiras.takeBack(seat, digest));
    await until("the taking back", () => session.view().unwitnessed.length > 0, place.patienceMs);
    const [back] = session.view().unwitnessed;
    if (back !== undefined) granted(await session.witness(back));
    await place.settle();
    const again = await writeDown(place, seat, document);
    const thiefs = await place.thief.pen();
    await thiefs.state({ kind: "witnessed", ...again.at, document: yes.witness });
    const next = granted(await session.propose([]));
    const moved = await writeDown(place, seat, await yesFor(place, seat, next));
    const other = { id: tomas.id, privateKey: tomas.privateKey };
    const ofTheFirst = await signWitness({
      consent: document,
      scribe: karim.id,
      witness: other,
      witnessedAtMs: Date.now(),
    });
    await (await place.thief.pen(tomas)).state({ kind: "witnessed", ...moved.at, document: ofTheFirst });
    await place.settle();
    place.lookAgain();
    const harms = [
      ...whoseAnswer(place, digest, seat, "a yes that was taken back for Jo’s"),
      ...whoseAnswer(place, next, seat, "the yes to one text for one to another"),
    ];
    return { tried: 2, harms: [...harms, ...(await shownAsPutAside(place))] };
  }),
];
