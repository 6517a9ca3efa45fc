import { beforeAll, describe, expect, it } from "vitest";
import { seal } from "../../../../shared/crypto/seal.ts";
import type { MeetingSecrets } from "../../../../shared/feed/write.ts";
import { readPresences, sealPresences, signPresence, voicesPresent } from "../../../../shared/meeting/presence.ts";
import { karim, layla, samira, type CastVoice } from "../../../cast/seven-voices.ts";
import { flipped, meetingSecrets } from "../../../cast/writing.ts";

let secrets: MeetingSecrets;
beforeAll(async () => {
  secrets = await meetingSecrets();
});

const cursor = { clientId: 11, anchor: { client: 11, clock: 4 }, focus: null };
const present = ({ id }: CastVoice) => ({ voice: id, atMs: 1_700_000_000_000, cursor: null });

describe("who is here", () => {
  it("is read as each voice on the other laptop has signed it", async () => {
    const signed = await Promise.all([
      signPresence(secrets, samira.privateKey, { ...present(samira), cursor }),
      signPresence(secrets, layla.privateKey, present(layla)),
    ]);
    expect(await readPresences(secrets, await sealPresences(secrets, signed))).toEqual([
      { ...present(samira), cursor },
      present(layla),
    ]);
  });

  it("is nobody who has not signed it: not by another's key, not by another's signature", async () => {
    const own = await signPresence(secrets, karim.privateKey, present(karim));
    const inHerName = await signPresence(secrets, karim.privateKey, present(samira));
    const moved = { said: inHerName.said, signature: own.signature };
    const zero = { said: inHerName.said, signature: "A".repeat(86) };
    const unreadable = { said: inHerName.said, signature: "$".repeat(86) };
    const sealed = await sealPresences(secrets, [inHerName, moved, zero, unreadable, own]);
    expect(await readPresences(secrets, sealed)).toEqual([present(karim)]);
  });

  it("is not carried over from another meeting", async () => {
    const elsewhere = await meetingSecrets(2);
    const signed = await signPresence(elsewhere, samira.privateKey, present(samira));
    expect(await readPresences(secrets, await sealPresences(secrets, [signed]))).toEqual([]);
    expect(await readPresences(secrets, await sealPresences(elsewhere, [signed]))).toEqual([]);
  });

  it("is read out of nothing that was changed, cut off or never sealed", async () => {
    const sealed = await sealPresences(secrets, [await signPresence(secrets, samira.privateKey, present(samira))]);
    for (let index = 0; index < sealed.length; index += 7) {
      expect(await readPresences(secrets, flipped(sealed, index))).toEqual([]);
      expect(await readPresences(secrets, sealed.slice(0, index))).toEqual([]);
    }
  });

  it.each<[string, unknown]>([
    ["no list", { said: "", signature: "" }],
    ["a list of something else", [1, 2]],
    ["a said that is no JSON", [{ said: "{", signature: "A".repeat(86) }]],
    [
      "a voice that is none",
      [{ said: JSON.stringify({ voice: "did:key:z6Mk", atMs: 0, cursor: null }), signature: "A".repeat(86) }],
    ],
    ["more voices than fit at a laptop", Array.from({ length: 17 }, () => ({ said: "{}", signature: "A".repeat(86) }))],
    ["a said as long as a book", [{ said: "x".repeat(1001), signature: "A".repeat(86) }]],
  ])("is nobody in %s", async (_what, list) => {
    const sealed = await seal(secrets.key, new TextEncoder().encode(JSON.stringify(list)));
    expect(await readPresences(secrets, sealed)).toEqual([]);
  });

  it("is each voice once, at however many laptops it is", async () => {
    expect(voicesPresent([[present(samira), present(layla)], [present(samira)], []])).toEqual(
      new Set([samira.id, layla.id]),
    );
  });
});
