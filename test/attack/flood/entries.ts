import { encodeRun } from "../../../renderer/transport/slots.ts";
import { encodeStatement } from "../../../shared/consent/record.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { SUMMARY_DOC } from "../../../shared/meeting/owned-id.ts";
import { karim } from "../../cast/seven-voices.ts";
import { forge } from "../../cast/writing.ts";
import { inAMeeting, scaled, type Attack, type Stage } from "../attack.ts";
import { bytesHeld, collectGarbage } from "../measure.ts";
import type { Place } from "../place.ts";
import { wordsUnder } from "../yjs-updates.ts";

const MIB = 1024 * 1024;

/** What a flood came to. */
interface Flood {
  readonly tried: number;
}

/**
 * A flood: while it comes and afterwards honest laptops have to hear each other, and what both of them hold together may
 * have grown by so much and no more.
 */
function flooding(
  name: string,
  bounds: { readonly mostMiB: number; readonly mostMs: number },
  pour: (place: Place, stage: Stage) => Promise<Flood>,
): Attack {
  const flood = async (place: Place, stage: Stage) => {
    const before = await collectGarbage();
    const began = performance.now();
    const { tried } = await pour(place, stage);
    await place.settle();
    const tookMs = performance.now() - began;
    const grown = (await collectGarbage()) - before;
    const harms: string[] = [];
    if (grown > bounds.mostMiB * MIB) harms.push(`two laptops hold ${bytesHeld(grown)} more`);
    if (tookMs > bounds.mostMs) harms.push(`it took ${tookMs.toFixed()} ms until they heard each other`);
    return { tried, harms };
  };
  return inAMeeting(name, "P5", flood, bounds.mostMs);
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export const floodingWithEntries: readonly Attack[] = [
  flooding("flood with tiny entries of no form", { mostMiB: 300, mostMs: 30_000 }, async ({ thief }, stage) => {
    const tried = scaled(stage, 200_000);
    for (let sent = 0; sent < tried; sent += 2000) {
      thief.put(Array.from({ length: 2000 }, () => stage.chance.bytes(12)));
      await breathe();
    }
    return { tried };
  }),
  flooding("flood with signed statements of one's own", { mostMiB: 300, mostMs: 40_000 }, async ({ thief }, stage) => {
    const tried = scaled(stage, 4000);
    const pen = await thief.pen();
    const payload = encodeStatement({ kind: "next-meeting-set", text: "Thursday." });
    let batch: Bytes[] = [];
    for (let sent = 0; sent < tried; sent += 1) {
      batch.push(await pen.entry({ kind: "statement", payload }));
      if (batch.length < 500 && sent < tried - 1) continue;
      thief.put(batch);
      batch = [];
      await breathe();
    }
    await pen.state({ kind: "next-meeting-set", text: "" });
    return { tried };
  }),
  flooding("flood with feeds of keys that nobody knows", { mostMiB: 400, mostMs: 30_000 }, async ({ thief }, stage) => {
    const tried = scaled(stage, 8000);
    for (let sent = 0; sent < tried; sent += 500) {
      const batch = await Promise.all(
        Array.from({ length: 500 }, () => {
          const [publicKey, session] = [stage.chance.bytes(32), stage.chance.bytes(16)];
          return forge(thief.secrets, karim, { publicKey, session, signedBy: null, words: "{}" });
        }),
      );
      thief.put(batch.map(({ bytes }) => bytes));
      await breathe();
    }
    return { tried };
  }),
  flooding("send an entry of 50 MB", { mostMiB: 250, mostMs: 90_000 }, async ({ thief }) => {
    const [real] = thief.heard;
    const entry = new Uint8Array(50_000_000);
    entry.set(real ?? entry.subarray(0, 1));
    thief.put([entry]);
    return { tried: 1 };
  }),
  flooding(
    "fill what the others hold with junk, to the brim",
    { mostMiB: 500, mostMs: 40_000 },
    async ({ thief }, stage) => {
      // Whether anybody is heard afterwards depends on all of it having come: this is not scaled.
      const sizes = [...Array.from({ length: 16 }, () => 4_200_000), ...[1e6, 1e6, 3e5, 3e5, 1e5, 3e4, 1e4, 3e3, 1e3]];
      for (const size of [...sizes, ...sizes.slice(-9), ...Array.from({ length: 500 }, () => 200)]) {
        const junk = new Uint8Array(size);
        junk.set(stage.chance.bytes(32));
        thief.update(encodeRun({ client: stage.chance.next(), clock: 0, contents: [junk] }));
        await breathe();
      }
      return { tried: sizes.length + 509 };
    },
  ),
  flooding(
    "fill the wire doc with the junk of a hundred strangers",
    { mostMiB: 300, mostMs: 20_000 },
    async ({ thief }, stage) => {
      const tried = scaled(stage, 2000);
      for (let sent = 0; sent < tried; sent += 1) {
        const { chance } = stage;
        thief.update(encodeRun({ client: chance.next(), clock: 0, contents: [chance.bytes(2000)] }));
        if (sent % 50 === 0) await breathe();
      }
      return { tried };
    },
  ),
  flooding("write a summary of three million letters", { mostMiB: 200, mostMs: 20_000 }, async ({ thief }, stage) => {
    const pen = await thief.pen();
    const letters = scaled(stage, 3_000_000);
    await pen.edit(SUMMARY_DOC, wordsUnder(pen.clientId, "x".repeat(letters)));
    return { tried: 1 };
  }),
];
