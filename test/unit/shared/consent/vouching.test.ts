import { beforeEach, describe, expect, it } from "vitest";
import { foldRecord, type Statement } from "../../../../shared/consent/record.ts";
import { mayWitness } from "../../../../shared/consent/witnesses.ts";
import type { Digest } from "../../../../shared/feed/ids.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import { aloudYesOf, sitDown, Table, textOf, witnessOf } from "../../../cast/at-the-table.ts";
import { meeting } from "../../../cast/samiras-meeting.ts";
import { ellen, jo, layla, stranger, tomas, type CastVoice } from "../../../cast/seven-voices.ts";

let table: Table;
let digest: Digest;
/** A text is proposed, and then someone is let in who is no voice of it. */
let before: readonly Stated<Statement>[];

beforeEach(async () => {
  table = new Table();
  const sat = await sitDown(table);
  const text = await textOf(sat);
  digest = text.digest;
  before = [
    ...sat,
    table.tell(ellen, 90, text.body),
    table.tell(stranger, 100, { kind: "voice-introduced", profile: stranger.profile }),
    table.tell(ellen, 110, { kind: "voice-admitted", voice: stranger.id }),
  ];
});

/** What Jo has answered, once this voice has written it down and these have heard it. */
async function answerOf(scribe: CastVoice, ...witnesses: readonly CastVoice[]) {
  const written = table.tell(scribe, 200, await aloudYesOf(scribe, digest));
  const heard = witnesses.map(async (one, index) => table.tell(one, 210 + index, await witnessOf(one, written)));
  const { revisions } = foldRecord(meeting, [...before, written, ...(await Promise.all(heard))]);
  return revisions.get(digest)?.answers.get(jo.id);
}

describe("Jo’s yes, said aloud", () => {
  it("is not written down by someone who is no voice of the text", async () => {
    expect(await answerOf(stranger, tomas)).toBeUndefined();
  });

  it("is not heard by someone who is no voice of the text", async () => {
    expect(await answerOf(ellen, stranger)).toBeUndefined();
  });

  it("has the first witness who is a voice of the text, whoever else has heard it", async () => {
    expect(await answerOf(ellen, stranger, tomas)).toMatchObject({ answer: "yes", witness: { witness: tomas.id } });
  });

  it("waits for a voice of the text, in its place, as long as only others have heard it", async () => {
    const written = table.tell(ellen, 200, await aloudYesOf(ellen, digest));
    const byStranger = table.tell(stranger, 210, await witnessOf(stranger, written));
    const says = { kind: "consent-taken-back", digest } as const;
    const back = table.tell(layla, 220, { kind: "spoken", voice: jo.id, says });
    const byTomas = table.tell(tomas, 230, await witnessOf(tomas, written));
    const waiting = (...told: readonly Stated<Statement>[]) =>
      foldRecord(meeting, [...before, written, back, ...told]).unwitnessed.map((one) => one.says.kind);
    expect(waiting(byStranger)).toEqual(["consent-given", "consent-taken-back"]);
    expect(waiting(byStranger, byTomas)).toEqual(["consent-taken-back"]);
  });

  it("may be witnessed by a voice of the text with a device; whatever else Jo says, by anyone", async () => {
    const { revisions } = foldRecord(meeting, before);
    const { says: yes } = await aloudYesOf(ellen, digest);
    expect([tomas, stranger, jo].map(({ id }) => mayWitness(id, yes, revisions))).toEqual([true, false, false]);
    expect(mayWitness(stranger.id, yes, new Map())).toBe(true);
    expect(mayWitness(stranger.id, { kind: "consent-withheld", digest, words: "" }, revisions)).toBe(true);
  });
});
