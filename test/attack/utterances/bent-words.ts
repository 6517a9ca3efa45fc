import type { UtteranceId } from "../../../shared/feed/ids.ts";
import { answeredWords } from "../../../shared/meeting/answered-words.ts";
import { standingFor } from "../../../shared/meeting/corrections.ts";
import { createOwnedId, docOfUtterance, writerMark } from "../../../shared/meeting/owned-id.ts";
import { karim } from "../../cast/seven-voices.ts";
import { publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, type Attack } from "../attack.ts";
import type { Pen } from "../modified-program.ts";
import { granted, until, type Place } from "../place.ts";
import { wordsUnder } from "../yjs-updates.ts";

const mark = await writerMark(publicKeyOf(karim));
const BEGUN = { kind: "utterance-begun", after: null, answers: null, phase: "conversation" } as const;

interface About {
  readonly corrects?: UtteranceId;
  readonly answers?: UtteranceId;
  readonly speaker?: Place["samiraId"];
}

async function sayOf(pen: Pen, words: string, about: About): Promise<UtteranceId> {
  const utterance = createOwnedId<UtteranceId>(mark);
  await pen.state({ ...BEGUN, utterance, ...about });
  await pen.edit(docOfUtterance(utterance), wordsUnder(pen.clientId, words));
  await pen.state({ kind: "utterance-said", utterance });
  return utterance;
}

/** On which laptops something else stands for what Samira has said. */
function replaced({ laptops, said }: Place): readonly string[] {
  return laptops
    .filter(({ session }) => standingFor(session.view().state.utterances, said) !== said)
    .map(({ name }) => `${name} laptop has other words stand for what Samira said`);
}

/** Having words mean what they did not, without touching a letter of them. */
export const bendingWords: readonly Attack[] = [
  inAMeeting("put another's words differently, as their correction", "P2", async (place) => {
    const pen = await place.thief.pen();
    await sayOf(pen, "I am ill.", { corrects: place.said });
    await sayOf(pen, "I am ill.", { corrects: place.said, speaker: place.samiraId });
    await place.settle();
    return { tried: 2, harms: replaced(place) };
  }),
  inAMeeting("correct one's own words in a circle", "P5", async (place) => {
    const pen = await place.thief.pen();
    const [one, other] = [createOwnedId<UtteranceId>(mark), createOwnedId<UtteranceId>(mark)];
    await pen.state({ ...BEGUN, utterance: one, corrects: other, after: other });
    await pen.state({ ...BEGUN, utterance: other, corrects: one, after: one });
    await pen.state({ ...BEGUN, utterance: createOwnedId<UtteranceId>(mark), corrects: one });
    for (const utterance of [one, other]) await pen.state({ kind: "utterance-said", utterance });
    await place.settle();
    for (const { session } of place.laptops) standingFor(session.view().state.utterances, one);
    return { tried: 3 };
  }),
  inAMeeting("change one's own words after they were answered", "P2", async (place) => {
    const pen = await place.thief.pen();
    const utterance = await sayOf(pen, "Do you want to go home?", {});
    await place.settle();
    await pen.edit(docOfUtterance(utterance), wordsUnder(pen.clientId, "Do you want to go to hospital?"));
    const again = await place.thief.pen();
    await again.edit(docOfUtterance(utterance), wordsUnder(again.clientId, "Are you ill?"));
    await place.settle();
    const harms = place.laptops.flatMap(({ name, session }) => {
      const words = session.utteranceText(utterance).flatMap(({ runs }) => runs.map(({ text }) => text));
      return words.join("") === "Do you want to go home?" ? [] : [`${name} laptop shows ${words.join("")}`];
    });
    return { tried: 2, harms };
  }),
  inAMeeting(
    "have confirmed words correct or answer something else, by beginning them again before",
    "P2",
    async (place) => {
      const [, { session: samiras }] = place.laptops;
      const pen = await place.thief.pen();
      const utterance = await sayOf(pen, "Yes.", { speaker: place.samiraId });
      await until("the words", () => samiras.view().state.utterances.get(utterance)?.said === true);
      granted(await samiras.confirmWords(utterance));
      await place.settle();
      place.lookAgain();
      const before = await place.thief.pen();
      const { samiraId: speaker, said, draft } = place;
      await before.state({ ...BEGUN, utterance, speaker, corrects: said, answers: draft }, { at: 1 });
      await place.settle();
      const bent = place.laptops.filter(({ session }) => {
        const now = session.view().state.utterances.get(utterance);
        return now?.answers !== null || now.corrects !== null;
      });
      const harms = [
        ...replaced(place),
        ...bent.map(({ name }) => `${name} laptop has Samira’s yes mean something else`),
      ];
      // When it was begun is the scribe's to say; what it is about is not.
      place.lookAgain();
      return { tried: 1, harms };
    },
  ),
  inAMeeting("answer part of a word, so that another seems to have said something else", "P2", async (place) => {
    const [{ session }] = place.laptops;
    const paragraphs = session.utteranceText(place.said);
    const whole = paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join("");
    const known = new Set(whole.split(" "));
    const pen = await place.thief.pen();
    const harms: string[] = [];
    let tried = 0;
    for (let from = 0; from < whole.length; from += 1) {
      for (let to = from + 1; to <= whole.length + 1; to += 3) {
        const quote = answeredWords(paragraphs, { from, to });
        tried += 1;
        if (quote?.split(" ").some((word) => !known.has(word)) === true) harms.push(`“${quote}” is quoted`);
      }
    }
    const utterance = createOwnedId<UtteranceId>(mark);
    const nowhere = { from: 2 ** 31, to: 2 ** 32 };
    await pen.state({ ...BEGUN, utterance, answers: place.said, part: nowhere });
    return { tried, harms };
  }),
];
