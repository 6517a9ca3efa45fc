import { beforeEach, describe, expect, it, vi } from "vitest";
import { Intake } from "../../../../renderer/session/intake.ts";
import type { Believed } from "../../../../renderer/session/believed.ts";
import type { Stop } from "../../../../renderer/session/ledger.ts";
import { encodeStatement, type Statement } from "../../../../shared/consent/record.ts";
import type { MeetingSecrets } from "../../../../shared/feed/write.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { meeting } from "../../../cast/samiras-meeting.ts";
import { karim, layla, samira, type CastVoice } from "../../../cast/seven-voices.ts";
import { flipped, meetingSecrets, withoutPayload, write } from "../../../cast/writing.ts";
import { createMemoryVault, type MemoryVault } from "../../../twins/memory-vault.ts";
import { entriesKept } from "../../../twins/what-is-kept.ts";

/** Waits until it holds, on a busy machine too. */
const patiently = (holds: () => void) => vi.waitFor(holds, 30_000);

const PAUSED: Statement = { kind: "paused" };

let secrets: MeetingSecrets;
let vault: MemoryVault;
let intake: Intake;
let believed: Believed[];
let stops: Stop[];
let notKept: number;

beforeEach(async () => {
  secrets = await meetingSecrets();
  vault = await createMemoryVault();
  [believed, stops, notKept] = [[], [], 0];
  intake = new Intake({
    meeting,
    secrets,
    vault,
    onBelieved: (facts) => believed.push(...facts),
    onStop: (stop) => stops.push(stop),
    onKept: (isKept) => (notKept += isKept ? -1 : 1),
  });
});

async function stating(voice: CastVoice, statements: readonly Statement[]) {
  return write(
    secrets,
    voice,
    statements.map((statement) => new TextDecoder().decode(encodeStatement(statement))),
  );
}

const kinds = () => believed.map(({ fact }) => (fact.kind === "statement" ? fact.stated.body.kind : fact.kind));

describe("what comes from other laptops", () => {
  it("is saved before it is believed", async () => {
    const { entries } = await stating(samira, [PAUSED, { kind: "next-meeting-set", text: "Thursday." }]);
    const append = vi.spyOn(vault, "append").mockImplementation(async () => {
      expect(believed).toEqual([]);
      return { ok: true, value: null };
    });
    intake.arrive(entries);
    await patiently(() => {
      expect(kinds()).toEqual(["paused", "next-meeting-set"]);
    });
    expect(append.mock.calls[0]?.[1].map(({ bytes }) => bytes)).toEqual(entries);
  });

  it("is believed once, however often and in whatever order it comes", async () => {
    const { entries } = await stating(samira, [PAUSED, { kind: "voice-left" }]);
    intake.arrive(entries.toReversed());
    intake.arrive(entries);
    await patiently(() => {
      expect(kinds()).toEqual(["paused", "voice-left"]);
    });
    intake.arrive(entries);
    await intake.load([]);
    expect(kinds()).toHaveLength(2);
  });

  it("is believed and said to be kept nowhere when the vault does not take it", async () => {
    const { entries } = await stating(samira, [PAUSED]);
    vault.failWith = "vault-full";
    intake.arrive(entries);
    await patiently(() => {
      expect(notKept).toBe(1);
    });
    expect(kinds()).toEqual(["paused"]);
  });

  it("may be more than fits into any call", async () => {
    const { entries } = await stating(samira, [PAUSED]);
    const noise = Array.from({ length: 200_000 }, () => new Uint8Array(1));
    intake.arrive([...noise, ...entries]);
    await patiently(() => {
      expect(kinds()).toEqual(["paused"]);
    });
  });

  it("holds its place without its payload, says what it says when the payload comes, and is kept either way", async () => {
    const { entries } = await stating(samira, [PAUSED, { kind: "voice-left" }]);
    const [first = new Uint8Array(0), second = new Uint8Array(0)] = entries;
    intake.arrive([withoutPayload(first), second]);
    await patiently(() => {
      expect(kinds()).toEqual(["nothing-said", "voice-left"]);
    });
    expect(await entriesKept(vault, meeting)).toHaveLength(2);
    intake.arrive([first]);
    await patiently(() => {
      expect(kinds()).toEqual(["nothing-said", "voice-left", "paused"]);
    });
    expect((await entriesKept(vault, meeting)).map(({ bytes }) => bytes)).toEqual(entries);
    expect(stops).toEqual([]);
  });
});

describe("what this laptop has kept", () => {
  it("is believed again, and not saved again", async () => {
    const { entries } = await stating(samira, [PAUSED]);
    const append = vi.spyOn(vault, "append");
    await intake.load(entries);
    expect(kinds()).toEqual(["paused"]);
    expect(append).not.toHaveBeenCalled();
  });

  it("is asked for again where the disk has damaged it", async () => {
    const { entries } = await stating(samira, [PAUSED, { kind: "voice-left" }, PAUSED]);
    const [first = new Uint8Array(0), second = new Uint8Array(0), third = new Uint8Array(0)] = entries;
    await intake.load([first, flipped(second, 140), third]);
    expect(kinds()).toEqual(["paused"]);
    intake.arrive([second]);
    await patiently(() => {
      expect(kinds()).toEqual(["paused", "voice-left", "paused"]);
    });
    expect(stops).toEqual([]);
  });
});

describe("a voice that breaks a rule", () => {
  it("keeps what it said before; from there on nothing of that feed counts, and of others everything", async () => {
    const hers = await utteranceOf(samira, 1);
    const karims = await stating(karim, [PAUSED, { kind: "utterance-said", utterance: hers }, { kind: "voice-left" }]);
    const { entries } = await stating(layla, [{ kind: "voice-left" }]);
    intake.arrive([...karims.entries, ...entries]);
    await patiently(() => {
      expect(kinds()).toEqual(["paused", "voice-left"]);
    });
    expect(stops).toMatchObject([{ voice: karim.id, fromSeq: 1, reason: "not-the-owner" }]);
    expect((await entriesKept(vault, meeting)).length).toBe(2);
    const later = await write(secrets, karim, ["{}"], karims.headAfter(3));
    intake.arrive(later.entries);
    await intake.load([]);
    expect(kinds()).toHaveLength(2);
    expect(stops).toHaveLength(1);
  });

  it("is stopped earlier when an earlier breach comes to light", async () => {
    const karims = await stating(karim, [PAUSED, { kind: "voice-left" }]);
    const nonsense = await write(secrets, karim, ["nonsense"], karims.headAfter(2));
    const second = await write(secrets, karim, ["{}"], karims.headAfter(1));
    intake.arrive([...karims.entries, ...nonsense.entries]);
    await patiently(() => {
      expect(stops.map(({ fromSeq }) => fromSeq)).toEqual([2]);
    });
    intake.arrive(second.entries);
    await patiently(() => {
      expect(stops.map(({ fromSeq, reason }) => [fromSeq, reason])).toEqual([
        [2, "statement-unreadable"],
        [1, "forked"],
      ]);
    });
  });
});
