import { describe, expect, it } from "vitest";
import { rowsOf } from "../../../../renderer/record/rows.ts";
import { state } from "../../../cast/samiras-meeting.ts";
import { okafor, samira, tomas } from "../../../cast/seven-voices.ts";

const { order, utterances } = state;

describe("the rows of the record", () => {
  it("stand in the record’s order, each with its voice and whom it answers", () => {
    const rows = rowsOf(order, utterances, null);
    expect(rows.map((row) => row.id)).toEqual(order);
    expect(rows.at(-1)).toMatchObject({ voice: samira.id, answersVoice: tomas.id });
  });

  it("give neighbouring reflections one room", () => {
    const rooms = rowsOf(order, utterances, null).filter((row) => row.room !== null);
    expect(rooms.map((row) => [row.voice, row.room])).toEqual([
      [okafor.id, "opens"],
      [tomas.id, "closes"],
    ]);
  });

  it("give a reflection alone a room that opens and closes with it", () => {
    const alone = order.filter((id) => utterances.get(id)?.voice !== okafor.id);
    expect(rowsOf(alone, utterances, null).find((row) => row.voice === tomas.id)?.room).toBe("opens-and-closes");
  });

  it("leave out what this laptop is writing now, and show what others are writing", () => {
    const [first, second] = order;
    if (first === undefined || second === undefined) throw new Error("the cast says more than two things");
    const unsaid = new Map(utterances);
    for (const id of [first, second]) {
      const utterance = utterances.get(id);
      if (utterance !== undefined) unsaid.set(id, { ...utterance, said: false });
    }
    const rows = rowsOf(order, unsaid, first);
    expect(rows.some((row) => row.id === first)).toBe(false);
    expect(rows.find((row) => row.id === second)?.said).toBe(false);
  });

  it("give words that were put differently the place of the first wording, with every wording before", () => {
    const [first, second, third, ...others] = order;
    if (first === undefined || second === undefined || third === undefined) throw new Error("the cast says more");
    const again = new Map(utterances);
    const put = (id: typeof first, corrects: typeof first | null, correctedBy: typeof first | null) => {
      const one = utterances.get(id);
      if (one !== undefined) again.set(id, { ...one, voice: samira.id, corrects, correctedBy });
    };
    put(first, null, second);
    put(second, first, third);
    put(third, second, null);
    const last = others.at(-1);
    const answer = last === undefined ? undefined : utterances.get(last);
    if (answer !== undefined) again.set(answer.id, { ...answer, answers: first });
    const rows = rowsOf(order, again, null);
    expect(rows.map(({ id }) => id)).toEqual([third, ...others]);
    expect(rows[0]?.before).toEqual([first, second]);
    expect(rows.at(-1)).toMatchObject({ answersEarlier: true, before: [] });
  });
});
