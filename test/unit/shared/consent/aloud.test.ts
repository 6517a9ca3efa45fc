import { beforeEach, describe, expect, it } from "vitest";
import { isFinal, isWithdrawn } from "../../../../shared/consent/final.ts";
import { isStatementLetGoOf } from "../../../../shared/consent/erasure.ts";
import { foldRecord, type Statement } from "../../../../shared/consent/record.ts";
import type { Digest } from "../../../../shared/feed/ids.ts";
import { LATEST_CLAIM } from "../../../../shared/feed/clock.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import {
  aloudYesOf,
  heads,
  sitDown,
  Table,
  textOf,
  withdrawalOf,
  withDevice,
  witnessOf,
  yesOf,
} from "../../../cast/at-the-table.ts";
import { meeting } from "../../../cast/samiras-meeting.ts";
import { ellen, jo, karim, layla, tomas, type CastVoice } from "../../../cast/seven-voices.ts";

let table: Table;
let digest: Digest;
/** Everyone with a device has said yes. */
let six: readonly Stated<Statement>[];

beforeEach(async () => {
  table = new Table();
  const sat = await sitDown(table);
  const text = await textOf(sat);
  digest = text.digest;
  const yeses = withDevice.map(async (one) => table.tell(one, 100, await yesOf(one, digest)));
  six = [...sat, table.tell(ellen, 90, text.body), ...(await Promise.all(yeses))];
});

/** Jo says something aloud: one writes it down, another witnesses it. */
async function aloud(scribe: CastVoice, at: number, body: Statement, witness: CastVoice, heardAt = at + 1) {
  const written = table.tell(scribe, at, body);
  return [written, table.tell(witness, heardAt, await witnessOf(witness, written))];
}

const joTakesBack = (): Statement => ({
  kind: "spoken",
  voice: jo.id,
  says: { kind: "consent-taken-back", digest },
});

function text(statements: readonly Stated<Statement>[]) {
  const proposed = foldRecord(meeting, statements).revisions.get(digest);
  if (proposed === undefined) throw new Error("it was proposed");
  return proposed;
}

describe("what Jo answers aloud", () => {
  it("counts where it was said: whoever withdraws after it withdraws from an agreed record", async () => {
    const yes = await aloud(ellen, 200, await aloudYesOf(ellen, digest), tomas);
    const withdrawn = table.tell(karim, 300, await withdrawalOf(karim, digest));
    const proposed = text([...six, ...yes, withdrawn]);
    expect([isFinal(proposed), isWithdrawn(proposed)]).toEqual([true, true]);
  });

  it("makes an agreed record once it was witnessed: whoever withdraws before that has taken back", async () => {
    const yes = await aloud(ellen, 200, await aloudYesOf(ellen, digest), tomas, 400);
    const withdrawn = table.tell(karim, 300, await withdrawalOf(karim, digest));
    expect(isFinal(text([...six, ...yes, withdrawn]))).toBe(false);
  });

  it("leaves it an agreed record that two withdraw from at the same moment", async () => {
    const yes = await aloud(ellen, 200, await aloudYesOf(ellen, digest), tomas);
    const both = [karim, layla].map(async (one) => table.tell(one, 300, await withdrawalOf(one, digest)));
    const proposed = text([...six, ...yes, ...(await Promise.all(both))]);
    expect([isFinal(proposed), isWithdrawn(proposed)]).toEqual([true, true]);
  });

  it("is no yes without the document of a witness, nor with that of the scribe or of Jo’s own key", async () => {
    const written = table.tell(ellen, 200, await aloudYesOf(ellen, digest));
    expect(isFinal(text([...six, written]))).toBe(false);
    const bare = table.tell(tomas, 201, { kind: "witnessed", feed: written.feed, seq: written.seq });
    expect(isFinal(text([...six, written, bare]))).toBe(false);
    for (const nobody of [ellen, jo]) {
      const own = table.tell(nobody, 202, await witnessOf(nobody, written));
      expect(isFinal(text([...six, written, own]))).toBe(false);
    }
    expect(isFinal(text([...six, written, bare, table.tell(tomas, 203, await witnessOf(tomas, written))]))).toBe(true);
  });

  it.each([
    ["the scribe’s clock is two hundred years ahead", LATEST_CLAIM - 9, 201],
    ["the witness’s clock is two hundred years ahead", 200, LATEST_CLAIM - 9],
  ])("can be taken back though %s", async (_what, writtenAt, heardAt) => {
    const yes = await aloud(ellen, writtenAt, await aloudYesOf(ellen, digest), tomas, heardAt);
    expect(isFinal(text([...six, ...yes]))).toBe(true);
    const back = await aloud(karim, 300, joTakesBack(), layla);
    expect(isFinal(text([...six, ...yes, ...back]))).toBe(false);
  });

  it("asks nobody about what Jo has answered before, once Jo has answered anew", async () => {
    const notYet: Statement = { kind: "spoken", voice: jo.id, says: { kind: "consent-withheld", digest, words: "" } };
    const before = table.tell(ellen, 190, notYet);
    expect(foldRecord(meeting, [...six, before]).unwitnessed).toHaveLength(1);
    const written = table.tell(ellen, 200, await aloudYesOf(ellen, digest));
    const { unwitnessed } = foldRecord(meeting, [...six, before, written]);
    expect(unwitnessed.map(({ says }) => says.kind)).toEqual(["consent-given"]);
    const yes = await aloud(karim, 220, await aloudYesOf(karim, digest), tomas);
    expect(foldRecord(meeting, [...six, before, ...yes]).unwitnessed).toEqual([]);
  });

  it("stays in an agreed record when Jo leaves for good and two remove the seat", async () => {
    const yes = await aloud(ellen, 200, await aloudYesOf(ellen, digest), tomas);
    const proposed = table.tell(layla, 300, { kind: "removal-proposed", voice: jo.id, heads: [] });
    const { feed, seq } = proposed;
    const seconded = table.tell(karim, 301, { kind: "removal-seconded", feed, seq });
    const statements = [...six, ...yes, proposed, seconded];
    expect(foldRecord(meeting, statements).meeting.removed.has(jo.id)).toBe(true);
    expect(isFinal(text(statements))).toBe(true);
  });

  it("is taken back though the clock of whoever writes that down, or hears it, is set back", async () => {
    const yes = await aloud(ellen, 200, await aloudYesOf(ellen, digest), tomas);
    const byScribe = [table.tell(karim, 1, joTakesBack(), "another")];
    const [written] = byScribe;
    if (written === undefined) throw new Error("it was written down");
    byScribe.push(table.tell(layla, 300, await witnessOf(layla, written)));
    expect(isFinal(text([...six, ...yes, ...byScribe]))).toBe(false);
  });

  it("stays taken back though two remove whoever wrote that down, or heard it, up to just before", async () => {
    const yes = await aloud(ellen, 200, await aloudYesOf(ellen, digest), tomas);
    const back = await aloud(karim, 300, joTakesBack(), layla);
    for (const [index, gone] of [karim, layla].entries()) {
      const told = back[index];
      if (told === undefined) throw new Error("it was written down and heard");
      const proposed = table.tell(ellen, 400, { kind: "removal-proposed", voice: gone.id, heads: heads(told.seq) });
      const seconded = table.tell(tomas, 401, { kind: "removal-seconded", feed: proposed.feed, seq: proposed.seq });
      const all = [...six, ...yes, ...back, proposed, seconded];
      const { meeting: state } = foldRecord(meeting, all);
      expect(state.voices.get(gone.id)?.standing).toBe("removed");
      expect(isFinal(text(all))).toBe(false);
      expect(back.some((one) => isStatementLetGoOf(state, one.body, one))).toBe(false);
    }
  });
});

describe("who takes a yes back", () => {
  it.each(["consent-taken-back", "consent-withheld"] as const)("and is removed: the %s stands", async (kind) => {
    const yes = await aloud(ellen, 200, await aloudYesOf(ellen, digest), tomas);
    const back = table.tell(karim, 300, { kind, digest, words: "" });
    const proposed = table.tell(ellen, 400, { kind: "removal-proposed", voice: karim.id, heads: heads(back.seq) });
    const seconded = table.tell(tomas, 401, { kind: "removal-seconded", feed: proposed.feed, seq: proposed.seq });
    const all = [...six, ...yes, back, proposed, seconded];
    expect(isFinal(text(all.filter((one) => one !== back)))).toBe(true);
    expect(isFinal(text(all))).toBe(false);
    expect(isStatementLetGoOf(foldRecord(meeting, all).meeting, back.body, back)).toBe(false);
  });

  it("is answered though the text is claimed to be of a later time than the answers", async () => {
    const yes = await aloud(ellen, 200, await aloudYesOf(ellen, digest), tomas);
    const all = [...six, ...yes].map((one) =>
      one.body.kind === "revision-proposed" ? { ...one, at: LATEST_CLAIM - 9 } : one,
    );
    expect(isFinal(text(all))).toBe(true);
  });
});
