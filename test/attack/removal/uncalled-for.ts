import type { VoiceId, UtteranceId } from "../../../shared/feed/ids.ts";
import type { Heads } from "../../../shared/meeting/shapes.ts";
import { createOwnedId, docOfUtterance, SUMMARY_DOC, writerMark } from "../../../shared/meeting/owned-id.ts";
import { ellen, karim, okafor } from "../../cast/seven-voices.ts";
import { publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, type Attack } from "../attack.ts";
import { granted, until, type Place } from "../place.ts";
import { wordsUnder } from "../yjs-updates.ts";

/** What is known of a voice's feeds, or as little of it as somebody would like to be known. */
function headsOf({ thief }: Place, voice: VoiceId, most = Infinity): Heads {
  const counts = new Map<string, number>();
  for (const { feed, header } of thief.entriesOf(voice)) {
    const session = feed.slice(feed.indexOf("/") + 1);
    counts.set(session, Math.min(most, Math.max(counts.get(session) ?? 0, header.seq + 1)));
  }
  // Taken from the names of feeds that are real.
  return [...counts].map(([session, count]) => ({ session, count })) as unknown as Heads;
}

/** Karim is removed by the two who are honest. */
export async function removeKarim(place: Place): Promise<void> {
  const [{ session: ellens }, { session: samiras }] = place.laptops;
  granted(await ellens.removeVoice(karim.id));
  await until("the wish to remove him", () => samiras.view().state.removalsProposed.length > 0);
  const [wish] = samiras.view().state.removalsProposed;
  if (wish === undefined) throw new Error("Ellen has proposed it");
  granted(await samiras.secondRemoval(wish));
  const isGone = () =>
    place.laptops.every(({ session }) => session.view().state.voices.get(karim.id)?.standing === "removed");
  await until("his removal", isGone);
  await place.settle();
  place.lookAgain("those who are in");
}

export const removingOthers: readonly Attack[] = [
  inAMeeting("remove another alone, proposing and seconding it oneself", "P2", async (place) => {
    const { samiraId: voice, thief } = place;
    const [pen, second] = [await thief.pen(), await thief.pen()];
    const place0 = { feed: pen.head.feed, seq: pen.head.nextSeq };
    await pen.state({ kind: "removal-proposed", voice, heads: headsOf(place, voice) });
    await second.state({ kind: "removal-seconded", ...place0 });
    await pen.state({ kind: "removal-seconded", ...place0 });
    return { tried: 2 };
  }),
  inAMeeting("remove another as two professionals", "P2", async (place) => {
    const { samiraId: voice } = place;
    const [one, other] = [await place.letIn(okafor), await place.letIn(ellen)];
    await place.settle();
    place.lookAgain();
    const proposal = { feed: one.head.feed, seq: one.head.nextSeq };
    await one.state({ kind: "removal-proposed", voice, heads: [] });
    await other.state({ kind: "voice-introduced", profile: { ...ellen.profile, kind: "network" } });
    await other.state({ kind: "removal-seconded", ...proposal });
    return { tried: 1 };
  }),
  inAMeeting("remove another with the help of somebody who was not let in", "P2", async (place) => {
    const { samiraId: voice, thief } = place;
    const pen = await thief.pen();
    const proposal = { feed: pen.head.feed, seq: pen.head.nextSeq };
    await pen.state({ kind: "removal-proposed", voice, heads: [] });
    const friend = await thief.pen(okafor);
    await friend.state({ kind: "voice-introduced", profile: { ...okafor.profile, kind: "network" } });
    await friend.state({ kind: "removal-seconded", ...proposal });
    await pen.state({ kind: "voice-admitted", voice: okafor.id });
    return { tried: 1 };
  }),
  inAMeeting("cut another's feed short by a wish that nobody seconds", "P2", async (place) => {
    const { samiraId, ellenId, thief } = place;
    for (const voice of [samiraId, ellenId]) {
      await (await thief.pen()).state({ kind: "removal-proposed", voice, heads: headsOf(place, voice, 1) });
      await (await thief.pen()).state({ kind: "removal-proposed", voice, heads: [] }, { at: 1 });
    }
    return { tried: 4 };
  }),
];

export const goingOnAfterRemoval: readonly Attack[] = [
  inAMeeting("go on writing after having been removed", "P2", async (place) => {
    const { thief, samiraId, said, decision } = place;
    const earlier = await thief.pen();
    await earlier.state({ kind: "voice-introduced", profile: karim.profile });
    await place.settle();
    await removeKarim(place);
    for (const pen of [earlier, await thief.pen()]) {
      const utterance = createOwnedId<UtteranceId>(await writerMark(publicKeyOf(karim)));
      await pen.state(
        { kind: "utterance-begun", utterance, after: said, answers: said, phase: "conversation" },
        { at: pen.head.at + 1 },
      );
      await pen.edit(docOfUtterance(utterance), wordsUnder(pen.clientId, "Still talking."));
      await pen.state({ kind: "utterance-said", utterance });
      await pen.edit(SUMMARY_DOC, wordsUnder(pen.clientId, "Still writing."));
      await pen.state({ kind: "voice-admitted", voice: okafor.id });
      await pen.state({ kind: "removal-proposed", voice: samiraId, heads: [] });
      await pen.state({
        kind: "position-taken",
        decision,
        wording: "Five nights at home.",
        position: "do-not-agree",
        words: "",
      });
      await pen.state({ kind: "paused" });
    }
    await place.settle();
    const harms = place.laptops.flatMap(({ name, session }) => {
      const { state } = session.view();
      const talking = [...state.utterances.values()].some(({ voice }) => voice === karim.id);
      const shown = JSON.stringify(session.summaryText()).includes("Still writing.");
      return talking || shown || state.pause !== null ? [`${name} laptop listens to who was removed`] : [];
    });
    return { tried: 16, harms };
  }),
  inAMeeting("come back after having been removed, let in by a friend", "P2", async (place) => {
    await place.letIn(okafor);
    await removeKarim(place);
    const friend = await place.thief.pen(okafor);
    await friend.state({ kind: "voice-admitted", voice: karim.id });
    await (await place.thief.pen()).state({ kind: "voice-introduced", profile: karim.profile });
    return { tried: 2 };
  }),
];
