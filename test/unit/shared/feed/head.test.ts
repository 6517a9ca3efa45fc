import { describe, expect, it } from "vitest";
import { clientIdOf } from "../../../../shared/feed/head.ts";
import { everyone, samira } from "../../../cast/seven-voices.ts";
import { firstHead, meetingSecrets, publicKeyOf } from "../../../cast/writing.ts";

describe("the Yjs client id of a feed", () => {
  it("is the first 53 bits of the hash that is written down for it", async () => {
    const { meeting } = await meetingSecrets();
    const { publicKey, session } = firstHead(samira);
    const hashed = Buffer.concat([Buffer.from("polyphony/client/1\0"), meeting, publicKey, session]);
    const hash = new DataView(await crypto.subtle.digest("SHA-256", hashed));
    expect(BigInt(await clientIdOf(meeting, publicKey, session))).toBe(hash.getBigUint64(0) >> 11n);
  });

  it("is another for each voice, each session and each meeting", async () => {
    const meetings = [(await meetingSecrets(1)).meeting, (await meetingSecrets(2)).meeting];
    const sessions = [new Uint8Array(16), new Uint8Array(16).fill(1)];
    const ids = await Promise.all(
      meetings.flatMap((meeting) =>
        everyone.flatMap((voice) => sessions.map((session) => clientIdOf(meeting, publicKeyOf(voice), session))),
      ),
    );
    expect(new Set(ids).size).toBe(2 * 7 * 2);
    expect(ids.every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true);
  });
});
