import type { AbsentId, PageId, TaskId, UtteranceId, WishId } from "../../../shared/feed/ids.ts";
import type { Statement } from "../../../shared/consent/record.ts";
import { createOwnedId, writerMark } from "../../../shared/meeting/owned-id.ts";
import { jo, karim, layla, okafor, type CastVoice } from "../../cast/seven-voices.ts";
import { publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import { granted, until, type Place } from "../place.ts";

const mark = await writerMark(publicKeyOf(karim));
const as = (voice: CastVoice, kind: CastVoice["profile"]["kind"]): CastVoice => {
  return { ...voice, profile: { ...voice.profile, kind } };
};

function inArabic(utterance: UtteranceId, text: string): Statement {
  return { kind: "rendering-given", utterance, language: "ar", text, notes: [] };
}

/** On how many laptops it is so, in words. */
function where(
  place: Place,
  isSo: (state: ReturnType<Place["laptops"][0]["session"]["view"]>["state"]) => boolean,
  what: string,
) {
  return place.laptops.filter(({ session }) => isSo(session.view().state)).map(({ name }) => `${name} laptop ${what}`);
}

/** States what can only be stated of one's own: the feed of whoever does is put aside. */
function ofAnothers(name: string, say: (place: Place) => Promise<Statement>): Attack {
  return inAMeeting(name, "P2", async (place) => {
    const statement = await say(place);
    place.lookAgain();
    await (await place.thief.pen()).state(statement);
    return { tried: 1, harms: await shownAsPutAside(place) };
  });
}

/** Jo has no device. Karim writes down what Jo says, and Ellen, who heard it too, witnesses it. */
async function saidByJo(
  place: Place,
): Promise<{ readonly task: TaskId; readonly wish: WishId; readonly seat: Place["ellenId"] }> {
  const [{ session }] = place.laptops;
  const seat = granted(await session.seat(jo.profile));
  await until("the seat", () => place.laptops.every((one) => one.session.view().state.voices.has(seat)));
  const [task, wish] = [createOwnedId<TaskId>(mark), createOwnedId<WishId>(mark)];
  const pen = await place.thief.pen();
  const taken = { task, decision: null, because: null, what: "I ring at eight.", until: "" };
  await pen.state({ kind: "spoken", voice: seat, says: { kind: "task-taken-on", ...taken } });
  await pen.state({ kind: "spoken", voice: seat, says: { kind: "wish-worded", wish, text: "A quiet house." } });
  await until("what Jo says", () => session.view().unwitnessed.length === 2);
  for (const one of session.view().unwitnessed) granted(await session.witness(one));
  await place.settle();
  return { task, wish, seat };
}

/** What is another's in the room: who they miss, what they take on and wish, their pages, how their words are rendered. */
export const takingAnothersWishes: readonly Attack[] = [
  inAMeeting("have what someone without a device takes on and wishes be one's own", "P2", async (place) => {
    const { task, wish, seat } = await saidByJo(place);
    const taken = { task, decision: null, because: null, what: "Nothing.", until: "" };
    const before = await place.thief.pen();
    await before.state({ kind: "task-taken-on", ...taken }, { at: 1 });
    await before.state({ kind: "wish-worded", wish, text: "A full house." });
    await before.state({ kind: "task-let-go", task });
    await place.settle();
    place.lookAgain();
    const harms = [
      ...where(place, ({ tasks }) => tasks.get(task)?.voice !== seat, "has lost what Jo takes on"),
      ...where(place, ({ wishes }) => wishes.get(wish)?.voice !== seat, "has lost what Jo wishes"),
    ];
    return { tried: 3, harms };
  }),
  inAMeeting("decide, wish and witness as a supporter", "P1", async (place) => {
    const [{ session }] = place.laptops;
    const pen = await place.letIn(as(okafor, "supporter"));
    const seat = granted(await session.seat(jo.profile));
    await until("the seat", () => place.laptops.every((one) => one.session.view().state.voices.has(seat)));
    await place.settle();
    place.lookAgain();
    const { decision } = place;
    const taken = { decision, wording: "Five nights at home.", position: "do-not-agree", words: "" } as const;
    await pen.state({ kind: "position-taken", ...taken });
    await pen.state({ kind: "matter-told", decision, way: null, words: "That she goes." });
    const scribe = await place.thief.pen();
    const at = { feed: scribe.head.feed, seq: scribe.head.nextSeq };
    await scribe.state({ kind: "spoken", voice: seat, says: { kind: "position-taken", ...taken } });
    await pen.state({ kind: "witnessed", ...at });
    await place.settle();
    const counted = where(
      place,
      ({ decisions }) => {
        const known = decisions.get(decision);
        return (
          known?.positions.has(seat) === true || known?.positions.has(okafor.id) === true || known?.matters.size !== 0
        );
      },
      "counts what a supporter decides",
    );
    return { tried: 3, harms: counted };
  }),
  inAMeeting("render another's words, as no interpreter, or as one only now", "P1", async (place) => {
    const pen = await place.thief.pen();
    await pen.state(inArabic(place.said, "أنا مريضة."));
    await pen.state({ kind: "voice-introduced", profile: as(karim, "interpreter").profile });
    await pen.state(inArabic(place.said, "أنا مريضة جدا."));
    await place.settle();
    const harms = where(place, ({ renderings }) => renderings.has(place.said), "shows it");
    return { tried: 2, harms };
  }),
  inAMeeting("keep what was withdrawn by having rendered it", "P4", async (place) => {
    const [{ session }, { session: samiras }] = place.laptops;
    const pen = await place.letIn(as(layla, "interpreter"));
    await pen.state(inArabic(place.said, "أريد أن أنام."));
    await until("the rendering", () => session.view().state.renderings.has(place.said));
    granted(await samiras.withdraw(place.said, true));
    await place.settle();
    place.lookAgain();
    await pen.state(inArabic(place.said, "أريد أن أنام كثيرا."));
    await place.settle();
    return { tried: 2, harms: where(place, ({ renderings }) => renderings.size > 0, "still has it in Arabic") };
  }),
  inAMeeting("name who is missing without being the person, or have them not be missed", "P2", async (place) => {
    const [{ session }, { session: samiras }] = place.laptops;
    const absent = granted(await session.noteAbsent(""));
    const named = granted(await samiras.noteAbsent("Dad"));
    await until("who is missing", () => place.laptops.every((one) => one.session.view().state.absent.size === 2));
    await place.settle();
    place.lookAgain();
    const pen = await place.thief.pen();
    for (const one of [absent, named]) {
      await pen.state({ kind: "absent-called", absent: one, called: "That man" });
      await pen.state({ kind: "absent-not-wished", absent: one });
    }
    await pen.state({ kind: "voice-introduced", profile: as(karim, "person").profile });
    await pen.state({ kind: "absent-not-wished", absent });
    const mine = createOwnedId<AbsentId>(mark);
    await pen.state({ kind: "absent-noted", absent: mine, called: "That man" });
    await place.settle();
    return { tried: 6, harms: where(place, (state) => state.absent.get(mine)?.called !== "", "shows a name") };
  }),
  ofAnothers("let go of whom another has noted as missing", async ({ laptops: [{ session }] }) => {
    return { kind: "absent-let-go", absent: granted(await session.noteAbsent("")) };
  }),
  ofAnothers("take back a page that another has shared", async ({ laptops: [, { session }], settle }) => {
    const page = granted(await session.sharePage("recovery", "Tea, and the window open.", "everyone"));
    await settle();
    return { kind: "page-taken-back", page };
  }),
  ofAnothers("take on what another has, in one's own name", async ({ laptops: [, { session }], samiraId, settle }) => {
    const taken = { decision: null, because: null, what: "I ring.", until: "" };
    const task = granted(await session.takeOn(samiraId, taken));
    await settle();
    return { kind: "task-taken-on", task, ...taken, what: "I do not ring." };
  }),
  inAMeeting("share a page that is not the person's, or that does not open", "P1", async (place) => {
    const pen = await place.thief.pen();
    const page = (): PageId => createOwnedId<PageId>(mark);
    await pen.state({ kind: "page-shared", page: page(), of: "recovery", text: "She is ill.", to: [] });
    const other = await place.letIn(as(layla, "person"));
    await place.settle();
    place.lookAgain();
    const laylas = await writerMark(publicKeyOf(layla));
    for (const sealed of ["", "AAAA", "A".repeat(4000)]) {
      const to = [place.samiraId, place.ellenId].map((voice) => ({ voice, sealed }));
      await other.state({ kind: "page-shared", page: createOwnedId<PageId>(laylas), of: "recovery", text: null, to });
    }
    await place.settle();
    const shown = place.laptops.filter(({ session }) => session.sharedPages().length > 0);
    return { tried: 4, harms: shown.map(({ name }) => `${name} laptop shows a page`) };
  }),
  inAMeeting("read, or bring back, a page that was for someone else", "P4", async (place) => {
    const [{ session }, { session: samiras }] = place.laptops;
    const page = granted(await samiras.sharePage("if-it-gets-hard", "Ring Jo, not my mother.", [place.ellenId]));
    await until("the page", () => session.sharedPages().length === 1);
    const heard = place.thief.entriesOf(place.samiraId);
    const clear = heard.filter(({ sealed }) => sealed !== null).map(({ bytes }) => bytes);
    const text = session.view().state.pages.get(page)?.text;
    const harms = text === null ? [] : ["the page is in the record for everyone"];
    granted(await samiras.takeBackPage(page));
    await place.settle();
    place.lookAgain();
    place.thief.put(clear);
    await place.settle();
    const shown = place.laptops.filter(
      (one) => one.session.sharedPages().length > 0 || one.session.view().state.pages.size > 0,
    );
    return { tried: 2, harms: [...harms, ...shown.map(({ name }) => `${name} laptop shows it again`)] };
  }),
  inAMeeting("open a reflection without having come to help, or keep its space for ever", "P5", async (place) => {
    const pen = await place.thief.pen();
    await pen.state({ kind: "reflection-opened" });
    await pen.state({ kind: "voice-introduced", profile: as(karim, "professional").profile });
    await pen.state({ kind: "reflection-opened" });
    await place.settle();
    const harms = [...where(place, ({ reflection }) => reflection !== null, "is asked to listen")];
    const helper = await place.letIn(okafor);
    for (let count = 0; count < 5; count += 1) await helper.state({ kind: "reflection-opened" });
    await place.settle();
    place.lookAgain();
    const [{ session }, { session: samiras }] = place.laptops;
    granted(await session.endReflection());
    await place.settle();
    granted(await samiras.passSpace());
    await place.settle();
    harms.push(...where(place, ({ reflection }) => reflection !== null, "is still asked to listen"));
    return { tried: 7, harms };
  }),
  inAMeeting("speak for a voice that has a device, of what it takes on and wishes", "P1", async (place) => {
    const { samiraId: voice, decision } = place;
    const pen = await place.thief.pen();
    const at = { feed: pen.head.feed, seq: pen.head.nextSeq };
    const taken = { task: createOwnedId<TaskId>(mark), decision, because: null, what: "I take it.", until: "" };
    await pen.state({ kind: "spoken", voice, says: { kind: "task-taken-on", ...taken } });
    await pen.state({ kind: "spoken", voice, says: { kind: "matter-told", decision, way: null, words: "To be ill." } });
    const wish = createOwnedId<WishId>(mark);
    await pen.state({ kind: "spoken", voice, says: { kind: "wish-worded", wish, text: "Hospital." } });
    const witness = await place.letIn(okafor);
    place.lookAgain();
    for (const seq of [0, 1, 2]) await witness.state({ kind: "witnessed", feed: at.feed, seq: at.seq + seq });
    return { tried: 3 };
  }),
];
