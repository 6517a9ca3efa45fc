import { randomBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import { deriveSealingKey } from "../../../shared/crypto/derive.ts";
import { RelayChannel } from "../../../renderer/transport/relay-channel.ts";
import { createLinkSeal, openCall, sealCall, SHARE_BYTES, type Way } from "../../../renderer/transport/relay-seal.ts";
import { scaled, type Attack, type Stage } from "../attack.ts";
import { until } from "../place.ts";

/** What a relay does with the frame of this number; what it gives out goes on to the other end. */
type Course = (frame: Bytes, number: number, earlier: readonly Bytes[], stage: Stage) => readonly Bytes[];

const COURSES: Readonly<Record<string, Course>> = {
  replays: (frame, number, earlier) => (number > 5 ? [frame, ...earlier.slice(-3)] : [frame]),
  reorders: (frame, number, earlier) =>
    number > 5 && number % 2 === 1 ? [frame, ...earlier.slice(-1)] : number > 5 ? [] : [frame],
  loses: (frame, number) => (number === 6 ? [] : [frame]),
  cuts: (frame, number) => (number > 5 ? [frame.slice(0, -1)] : [frame]),
  changes(frame, number, _, { chance }) {
    const changed = frame.slice();
    const at = chance.below(changed.length);
    if (number > 5) changed[at] = (changed[at] ?? 0) ^ 1;
    return [changed];
  },
  adds: (frame, number, _, { chance }) => (number > 5 ? [chance.bytes(chance.below(200)), frame] : [frame]),
};

/** Both ends of a link over a relay that takes this course, on the way from the one to the other. */
async function linkOver(course: Course, stage: Stage) {
  const [one, other] = [randomBytes(16), randomBytes(16)];
  const shares = { caller: randomBytes(SHARE_BYTES), answerer: randomBytes(SHARE_BYTES) };
  const earlier: Bytes[] = [];
  const there: RelayChannel = new RelayChannel(await createLinkSeal(shares, { from: other, to: one }), {
    transmit: () => undefined,
    bufferedAmount: () => 0,
    ended: () => undefined,
  });
  const here = new RelayChannel(await createLinkSeal(shares, { from: one, to: other }), {
    transmit(sealed) {
      for (const frame of course(sealed, earlier.length, earlier, stage)) there.receive(frame);
      earlier.push(sealed);
    },
    bufferedAmount: () => 0,
    ended: () => undefined,
  });
  here.open();
  return { here, there };
}

/** Whoever runs a relay, or stands between it and a laptop. */
export const bendingRelayedFrames: readonly Attack[] = [
  ...Object.entries(COURSES).map(([course, meddle]): Attack => ({
    name: `run a relay that ${course} frames`,
    promise: "P1",
    async run(stage) {
      const links = scaled(stage, 60);
      const harms: string[] = [];
      for (let link = 0; link < links; link += 1) {
        const { here, there } = await linkOver(meddle, stage);
        const heard: string[] = [];
        there.onmessage = ({ data }) => {
          if (data instanceof ArrayBuffer) heard.push(Buffer.from(data).toString("utf8"));
        };
        const said = Array.from({ length: 20 }, (_, number) => `word ${number}`);
        for (const words of said) here.send(new Uint8Array(Buffer.from(words)));
        await until("the end of the link", () => there.readyState === "closed", 2000).catch(() => undefined);
        if (there.readyState !== "closed") harms.push("a link goes on that was meddled with");
        // As far as it was heard, it is what was said, once and in its order.
        if (heard.join() !== said.slice(0, heard.length).join()) harms.push(`what was heard is ${heard.join(", ")}`);
      }
      return { tried: links * 20, harms };
    },
  })),
  {
    name: "lead a relayed call or frame to somebody else, or play it again",
    promise: "P1",
    async run(stage) {
      const key = await deriveSealingKey(randomBytes(32), "polyphony/signaling/1");
      const other = await deriveSealingKey(randomBytes(32), "polyphony/signaling/1");
      const [one, two, three] = [randomBytes(16), randomBytes(16), randomBytes(16)];
      const way: Way = { from: one, to: two };
      const call = { peerId: "1".repeat(36), share: randomBytes(SHARE_BYTES), answers: null };
      const sealed = await sealCall(call, way, "room", key);
      const harms = (await openCall(sealed, way, "room", key)) === null ? ["the real call was not heard"] : [];
      const elsewhere: readonly Way[] = [
        { from: one, to: three },
        { from: three, to: two },
        { from: two, to: one },
      ];
      for (const led of elsewhere)
        if ((await openCall(sealed, led, "room", key)) !== null) harms.push("a call was led astray");
      if ((await openCall(sealed, way, "another room", key)) !== null) harms.push("a call was heard in another room");
      if ((await openCall(sealed, way, "room", other)) !== null) harms.push("a call was heard by a stranger");
      const tried = scaled(stage, 500);
      for (let count = 0; count < tried; count += 1) {
        const changed = sealed.slice();
        const at = stage.chance.below(changed.length);
        changed[at] = (changed[at] ?? 0) ^ (1 << stage.chance.below(8));
        if ((await openCall(changed, way, "room", key)) !== null) harms.push("a changed call was heard");
        // Two links between the same two have nothing in common: frames of one do not open in the other.
        const [before, after] = [
          await createLinkSeal({ caller: call.share, answerer: randomBytes(SHARE_BYTES) }, way),
          await createLinkSeal({ caller: call.share, answerer: randomBytes(SHARE_BYTES) }, { from: two, to: one }),
        ];
        if ((await after.open(await before.seal(stage.chance.bytes(20)))) !== null) {
          harms.push("a frame of an earlier link was heard");
        }
      }
      return { tried: tried * 2 + 5, harms };
    },
  },
];
