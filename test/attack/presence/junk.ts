import { toBase64 } from "lib0/buffer";
import { seal } from "../../../shared/crypto/seal.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { bytesHeld, collectGarbage } from "../measure.ts";
import { aMoment, presenceMessage } from "./forged.ts";

/** How much more one laptop may hold for whatever a peer says about presences. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Presences that mean nothing. */
export const showingJunk: readonly Attack[] = [
  inAMeeting("show what is no presence", "P5", async ({ thief }, stage) => {
    const { chance } = stage;
    const sealed = async (text: string) => toBase64(await seal(thief.secrets.key, new TextEncoder().encode(text)));
    const states: readonly unknown[] = [
      ...[1, "text", [], {}, { p: 1 }, { p: "" }, { p: "no base64!" }, { p: "AAAA" }, { constructor: 1 }],
      ...(
        await Promise.all(
          ["", "null", "[null]", "[{}]", '[{"said":"{}","signature":""}]', "[".repeat(9999)].map(sealed),
        )
      ).map((p) => ({ p })),
    ];
    for (const [index, state] of states.entries()) thief.message(presenceMessage(thief.client, index, state));
    const random = scaled(stage, 400);
    for (let count = 0; count < random; count += 1) {
      thief.message(presenceMessage(thief.client, 100 + count, { p: toBase64(chance.bytes(chance.below(300))) }));
      thief.message(Uint8Array.of(1, 20, ...chance.bytes(20)));
    }
    await aMoment();
    return { tried: states.length + random * 2 };
  }),
  inAMeeting("show the presences of a crowd that is not there", "P5", async ({ thief, mesh }, stage) => {
    const before = await collectGarbage();
    const crowd = scaled(stage, 8000);
    const state = { p: "A".repeat(12 * 1024) };
    for (let count = 0; count < crowd; count += 1) {
      thief.message(
        presenceMessage(thief.client + (count % 2 === 0 ? 0 : count), count, state),
        thief.lines.slice(0, 1),
      );
      if (count % 200 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await aMoment();
    const grown = (await collectGarbage()) - before;
    const harms = grown > MOST_BYTES ? [`${bytesHeld(grown)} are held for a crowd that is not there`] : [];
    return { tried: crowd, harms: mesh.wires.length < 2 ? ["a laptop has left"] : harms };
  }),
];
