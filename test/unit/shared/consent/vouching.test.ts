import { beforeEach, describe, expect, it } from "vitest";
import { foldRecord, type Statement } from "../../../../shared/consent/record.ts";
import type { Digest } from "../../../../shared/feed/ids.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import { aloudYesOf, sitDown, Table, textOf, witnessOf } from "../../../cast/at-the-table.ts";
import { meeting } from "../../../cast/samiras-meeting.ts";
import { ellen, jo, stranger, tomas, type CastVoice } from "../../../cast/seven-voices.ts";

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
});
