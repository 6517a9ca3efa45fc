import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createVoiceKeys } from "../../shared/crypto/keys.ts";
import { didOfPublicKey } from "../../shared/crypto/did.ts";
import { createReceivingKeys } from "../../shared/crypto/sealed-to.ts";
import { heard, isCrowded, MOST_AT_DOOR, NOBODY, stillThere } from "../../shared/door/crowd.ts";
import { doorOf, lobbyOf } from "../../shared/door/door.ts";
import { answerKnock, letIn, readReveal, type Keeper } from "../../shared/door/keeper.ts";
import { knockAt, openPass, revealTo, type Newcomer } from "../../shared/door/newcomer.ts";
import {
  openNote,
  sealNote,
  type AnswerNote,
  type LetInNote,
  type LobbyNote,
  type RevealNote,
} from "../../shared/door/notes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { samira } from "../cast/seven-voices.ts";

async function newKeeper(): Promise<Keeper> {
  const { keys } = await createVoiceKeys();
  return { id: didOfPublicKey(keys.publicKey) as VoiceId, privateKey: keys.privateKey }; // the did:key of an Ed25519 key
}

async function newNewcomer(): Promise<Newcomer> {
  const { keys: receiving } = await createReceivingKeys();
  return { ...(await newKeeper()), receiving };
}

const secret = new Uint8Array(32).fill(7);
const pass = { secret, signaling: ["wss://192.168.1.5:4807/signaling"] };
const at = { meeting, topic: (await lobbyOf(await doorOf(secret, ""))).topic };

/** A keeper and a newcomer, up to where the pictures can be compared. */
async function meet(keeper: Keeper, newcomer: Newcomer, keepers: readonly VoiceId[] = [keeper.id]) {
  const knocking = await knockAt(at, newcomer);
  const answered = await answerKnock(keeper, at, knocking.note);
  const revealed = await revealTo(knocking, answered.note, keepers, samira.profile);
  return { knocking, answered, revealed };
}

/** The same note with one letter of one of its texts changed for another of the same alphabet. */
function bent<Note extends LobbyNote>(note: Note, field: string, place: number): Note {
  // The notes are flat objects of texts.
  const text = (note as unknown as Readonly<Record<string, string>>)[field] ?? "";
  const index = place % text.length;
  const letter = text[index] === "A" ? "B" : "A";
  return { ...note, [field]: text.slice(0, index) + letter + text.slice(index + 1) };
}

describe("a door", () => {
  it("lets in whoever a keeper lets in: both see the same pictures, and only the newcomer can open what it is given", async () => {
    const [keeper, newcomer] = [await newKeeper(), await newNewcomer()];
    const { knocking, answered, revealed } = await meet(keeper, newcomer);
    if (revealed === null) throw new Error("the keeper is the invitation's");
    const met = await readReveal(answered, revealed.reveal);
    expect(met).toMatchObject({ voice: newcomer.id, profile: samira.profile, pictures: revealed.met.pictures });
    if (met === null) throw new Error("the newcomer has said who it is");
    const note = await letIn(keeper, met, pass);
    expect(await openPass(knocking, revealed.met, note)).toEqual(pass);
    const other = { ...knocking, newcomer: await newNewcomer() };
    expect(await openPass(other, revealed.met, note)).toBeNull();
  });

  it("shows other pictures to each side when somebody stands between them", async () => {
    for (let round = 0; round < 20; round += 1) {
      const [keeper, between, newcomer] = [await newKeeper(), await newKeeper(), await newNewcomer()];
      // The one between has given the newcomer an invitation that names itself as the keeper.
      const here = await meet(between, newcomer);
      const there = await meet(keeper, await newNewcomer());
      expect(here.revealed?.met.pictures).not.toEqual(there.revealed?.met.pictures);
    }
  });

  it("tells nothing to a keeper whom the invitation does not name", async () => {
    const [keeper, stranger, newcomer] = [await newKeeper(), await newKeeper(), await newNewcomer()];
    expect((await meet(stranger, newcomer, [keeper.id])).revealed).toBeNull();
    const { answered, knocking } = await meet(stranger, newcomer);
    const claimed = { ...answered.note, keeper: keeper.id };
    expect(await revealTo(knocking, claimed, [keeper.id], samira.profile)).toBeNull();
  });

  it("holds whichever letter of whatever is said there is changed", async () => {
    const [keeper, newcomer] = [await newKeeper(), await newNewcomer()];
    const { knocking, answered, revealed } = await meet(keeper, newcomer);
    if (revealed === null) throw new Error("the keeper is the invitation's");
    const met = await readReveal(answered, revealed.reveal);
    if (met === null) throw new Error("the newcomer has said who it is");
    const given = await letIn(keeper, met, pass);
    const answerFields = fc.constantFrom("keeper", "sealTo", "nonce", "signature");
    const revealFields = fc.constantFrom("voice", "sealTo", "nonce", "profile", "signature");
    const passFields = fc.constantFrom("pass", "signature", "keeper");
    await fc.assert(
      fc.asyncProperty(answerFields, revealFields, passFields, fc.nat(), async (inAnswer, inReveal, inPass, place) => {
        const answer: AnswerNote = bent(answered.note, inAnswer, place);
        expect(await revealTo(knocking, answer, [keeper.id], samira.profile)).toBeNull();
        const reveal: RevealNote = bent(revealed.reveal, inReveal, place);
        expect(await readReveal(answered, reveal)).toBeNull();
        const note: LetInNote = bent(given, inPass, place);
        expect(await openPass(knocking, revealed.met, note)).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it("cannot be tried again with another identity once the keeper has answered", async () => {
    const [keeper, newcomer] = [await newKeeper(), await newNewcomer()];
    const { knocking, answered } = await meet(keeper, newcomer);
    for (let round = 0; round < 20; round += 1) {
      const other = { ...knocking, newcomer: await newNewcomer() };
      const revealed = await revealTo(other, answered.note, [keeper.id], samira.profile);
      expect(revealed === null ? null : await readReveal(answered, revealed.reveal)).toBeNull();
    }
  });

  it("has a lobby of its own: notes of one open in no other, and nothing else opens in it", async () => {
    const [one, other] = [await lobbyOf(await doorOf(secret, "")), await lobbyOf(await doorOf(secret, "later"))];
    expect(one.topic).not.toBe(other.topic);
    const { note } = await knockAt(at, await newNewcomer());
    const sealed = await sealNote(one, note);
    expect(await openNote(one, sealed)).toEqual(note);
    expect(await openNote(other, sealed)).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (anything) => {
        expect(await openNote(one, anything)).toBeNull();
      }),
    );
  });
});

describe("the crowd at a door", () => {
  const knocks = fc.array(fc.record({ knock: fc.string({ maxLength: 2 }), afterMs: fc.nat({ max: 20_000 }) }), {
    maxLength: 200,
  });

  it("is never larger than it may be, and forgets nobody who says that they are there", () => {
    fc.assert(
      fc.property(knocks, (said) => {
        let [crowd, nowMs] = [NOBODY, 0];
        for (const { knock, afterMs } of said) {
          nowMs += afterMs;
          const before = stillThere(crowd, nowMs);
          const next = heard(crowd, knock, nowMs);
          crowd = next.crowd;
          expect(crowd.heardAtMs.size).toBeLessThanOrEqual(MOST_AT_DOOR);
          for (const one of before.heardAtMs.keys()) expect(crowd.heardAtMs.has(one)).toBe(true);
          expect(next.course === "turned-away").toBe(!crowd.heardAtMs.has(knock));
          if (next.course === "turned-away") expect(isCrowded(crowd, nowMs)).toBe(true);
        }
        expect(stillThere(crowd, nowMs + 60_000).heardAtMs.size).toBe(0);
      }),
    );
  });

  it("hears one who comes once those who only knocked have gone", () => {
    let crowd = NOBODY;
    for (let one = 0; one < 1000; one += 1) ({ crowd } = heard(crowd, `flood ${one}`, one));
    expect(heard(crowd, "Samira", 1001).course).toBe("turned-away");
    expect(heard(crowd, "Samira", 61_000).course).toBe("new");
  });
});
