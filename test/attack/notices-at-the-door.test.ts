import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ok } from "../../shared/result.ts";
import type * as SealedTo from "../../shared/crypto/sealed-to.ts";
import type * as Crowd from "../../shared/door/crowd.ts";
import type * as Door from "../../shared/door/door.ts";
import type * as KeeperSide from "../../shared/door/keeper.ts";
import type * as NewcomerSide from "../../shared/door/newcomer.ts";
import type * as PassBytes from "../../shared/door/pass.ts";
import type * as Transcript from "../../shared/door/transcript.ts";
import type * as Keepers from "../../shared/meeting/keepers.ts";
import { attacked } from "./attacked.ts";

/*
 * As in `notices.test.ts`: one check of the door is left out, and the attack that this check stops has to do harm.
 */

const WEAKENED = [
  "../../shared/crypto/sealed-to.ts",
  "../../shared/door/crowd.ts",
  "../../shared/door/door.ts",
  "../../shared/door/keeper.ts",
  "../../shared/door/newcomer.ts",
  "../../shared/door/pass.ts",
  "../../shared/door/signed.ts",
  "../../shared/door/transcript.ts",
  "../../shared/meeting/keepers.ts",
];

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  for (const weakened of WEAKENED) vi.doUnmock(weakened);
});

/** Everything an attack did, a line to each harm. */
const harmsOf = async (name: string): Promise<string> => (await attacked(name)).harms.join("\n");

it("notices when the door is the secret itself", async () => {
  vi.doMock("../../shared/door/door.ts", async (original) => ({
    ...(await original<typeof Door>()),
    doorOf: (secret: Uint8Array) => Promise.resolve(secret),
  }));
  expect(await harmsOf("read names or words with what a link gives")).toContain("an entry opens");
  expect(await harmsOf("have a link of the earlier kind followed, with the secret in it")).toContain(
    "carries the secret",
  );
});

it("notices when the next door is the one before", async () => {
  vi.doMock("../../shared/door/door.ts", async (original) => {
    const real = await original<typeof Door>();
    const doorOf: typeof real.doorOf = (secret) => real.doorOf(secret, "");
    return { ...real, doorOf };
  });
  expect(await harmsOf("find the meeting’s room, or the next door, from a door")).toContain("came to no end");
});

it("notices when nothing is sealed to anybody", async () => {
  vi.doMock("../../shared/crypto/sealed-to.ts", async (original) => ({
    ...(await original<typeof SealedTo>()),
    sealTo: (_key: Uint8Array, _purpose: string, plain: Uint8Array) => Promise.resolve(plain),
    openSealedTo: (_keys: unknown, _purpose: string, sealed: Uint8Array) => Promise.resolve(ok(sealed)),
  }));
  expect(await harmsOf("read names or words with what a link gives")).toContain("“Layla” is to be heard in the lobby");
});

it("notices when a knock binds to nothing", async () => {
  vi.doMock("../../shared/door/transcript.ts", async (original) => ({
    ...(await original<typeof Transcript>()),
    commitmentOf: () => Promise.resolve(new Uint8Array(32)),
  }));
  expect(await harmsOf("be somebody else once the keeper's answer is seen, until the pictures fit")).toContain(
    "a keeper shows who did not say so before",
  );
});

it("notices when the pictures do not come from what was said", async () => {
  vi.doMock("../../shared/door/transcript.ts", async (original) => ({
    ...(await original<typeof Transcript>()),
    pictureBytes: () => Promise.resolve(new Uint8Array(32)),
  }));
  expect(await harmsOf("stand between newcomer and keeper, and hope for equal pictures on both sides")).toContain(
    "both sides see",
  );
});

it("notices when nobody looks at signatures at the door", async () => {
  vi.doMock("../../shared/door/signed.ts", () => ({ isSigned: () => Promise.resolve(true) }));
  expect(await harmsOf("answer as a keeper that one is not, and be told who knocks")).toContain(
    "who knocks was told to",
  );
  expect(await harmsOf("knock with another's did")).toMatch(/a keeper shows .+, who did not knock/);
});

it("notices when an answer may be anybody's", async () => {
  vi.doMock("../../shared/door/newcomer.ts", async (original) => {
    const real = await original<typeof NewcomerSide>();
    const revealTo: typeof real.revealTo = (knocking, answer, _, profile) =>
      real.revealTo(knocking, answer, [answer.keeper], profile);
    return { ...real, revealTo };
  });
  expect(await harmsOf("answer as a keeper that one is not, and be told who knocks")).toContain(
    "who knocks was told to",
  );
  expect(await harmsOf("let others in though one was removed")).toContain("the removed one was told who knocks");
});

it("notices when what lets in is bound to nobody", async () => {
  vi.doMock("../../shared/door/newcomer.ts", async (original) => {
    const real = await original<typeof NewcomerSide>();
    const { readPass } = await import("../../shared/door/pass.ts");
    const { base64urlnopad } = await import("@scure/base");
    const openPass: typeof real.openPass = (_, __, note) =>
      Promise.resolve(readPass(new Uint8Array(base64urlnopad.decode(note.pass))));
    return { ...real, openPass };
  });
  vi.doMock("../../shared/crypto/sealed-to.ts", async (original) => ({
    ...(await original<typeof SealedTo>()),
    sealTo: (_key: Uint8Array, _purpose: string, plain: Uint8Array) => Promise.resolve(plain),
    openSealedTo: (_keys: unknown, _purpose: string, sealed: Uint8Array) => Promise.resolve(ok(sealed)),
  }));
  expect(await harmsOf("open what lets another in")).toContain("what let another in was opened");
  expect(await harmsOf("come in twice with what let one in, or with what let another in")).toContain(
    "somebody came in with what let another in",
  );
});

it("notices when nobody looks whether anything can be sealed to a newcomer", async () => {
  vi.doMock("../../shared/crypto/sealed-to.ts", async (original) => {
    const real = await original<typeof SealedTo>();
    const sealTo: typeof real.sealTo = (key, purpose, plain) =>
      purpose === "" ? Promise.resolve(plain) : real.sealTo(key, purpose, plain);
    return { ...real, sealTo };
  });
  expect(await harmsOf("have nothing sealed to oneself, so that letting in fails half way")).toContain("EncapError");
});

it("notices when being let in makes anybody whatever they call themselves", async () => {
  vi.doMock("../../shared/door/keeper.ts", async (original) => ({
    ...(await original<typeof KeeperSide>()),
    isAsAtDoor: () => true,
  }));
  const harms = await harmsOf("be let in as one, and then be somebody else");
  expect(harms).toContain("a neighbour takes part as the person at the centre");
});

it("notices when a door may take the place of what a laptop keeps", async () => {
  vi.doMock("../../shared/door/pass.ts", async (original) => ({
    ...(await original<typeof PassBytes>()),
    opensTheSame: () => true,
  }));
  expect(await harmsOf("have a link, or what comes through it, take the place of what a laptop keeps")).toContain(
    "has lost the secret",
  );
});

it("notices when anybody may change the door", async () => {
  vi.doMock("../../shared/meeting/keepers.ts", async (original) => {
    const real = await original<typeof Keepers>();
    const doorNameOf: typeof real.doorNameOf = (counting) =>
      counting.map(({ body }) => (body.kind === "door-changed" ? body.door : "")).findLast((name) => name !== "") ?? "";
    return { ...real, doorNameOf };
  });
  expect(await harmsOf("change the door without being one who may let in")).toContain("leads to another door");
  expect(await harmsOf("change the door thousands of times")).not.toBe("");
});

it("notices when everybody who knocks is answered", async () => {
  vi.doMock("../../shared/door/crowd.ts", async (original) => {
    const real = await original<typeof Crowd>();
    const heard: typeof real.heard = (crowd, knock, nowMs) => ({
      crowd: { ...crowd, heardAtMs: new Map(crowd.heardAtMs).set(knock, nowMs) },
      course: crowd.heardAtMs.has(knock) ? "known" : "new",
    });
    return { ...real, heard };
  });
  const harms = await harmsOf("flood the door with knocks");
  expect(harms).toContain("knocks were answered");
  expect(harms).toContain("nobody is told");
});

it("notices when unread notes pile up", async () => {
  vi.doMock("../../shared/door/crowd.ts", async (original) => ({
    ...(await original<typeof Crowd>()),
    MOST_UNREAD: Infinity,
  }));
  expect(await harmsOf("pile up unread notes at the door, faster than they can be read")).toContain("wait to be read");
});
