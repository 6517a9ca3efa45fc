import { base64urlnopad } from "@scure/base";
import { knockAt } from "../../../shared/door/newcomer.ts";
import { MOST_AT_DOOR } from "../../../shared/door/crowd.ts";
import { createReceivingKeys } from "../../../shared/crypto/sealed-to.ts";
import { sealNote, type LobbyNote } from "../../../shared/door/notes.ts";
import { stranger } from "../../cast/seven-voices.ts";
import { scaled, type Attack, type Stage } from "../attack.ts";
import { bytesHeld, collectGarbage } from "../measure.ts";
import { until } from "../place.ts";
import { atTheDoor, type DoorPlace } from "./door-place.ts";

const MIB = 1024 * 1024;

/** Both keepers' laptops together may hold so much more after a flood, and may take so long to hear each other. */
const MOST_BYTES = 24 * MIB;
const MOST_MS = 30_000;

/** A flood at the door. A newcomer who was heard before it is let in all the same, and so is one who comes afterwards. */
function flooding(
  name: string,
  pour: (door: DoorPlace, stage: Stage) => Promise<{ readonly tried: number; readonly harms?: readonly string[] }>,
): Attack {
  return atTheDoor(name, "P5", async (door, stage) => {
    const guest = await door.knock();
    await until("who knocks", () => door.knocking().length === 1);
    const before = await collectGarbage();
    const began = performance.now();
    const { tried, harms = [] } = await pour(door, stage);
    await door.place.settle();
    const tookMs = performance.now() - began;
    const grown = (await collectGarbage()) - before;
    const shown = door.knocking().length;
    const late = await door.letIn(guest).then(
      () => [],
      (error: unknown) => [`who stood there before is not let in: ${String(error)}`],
    );
    return {
      tried,
      harms: [
        ...harms,
        ...late,
        ...(grown > MOST_BYTES ? [`the keepers’ laptops hold ${bytesHeld(grown)} more`] : []),
        ...(tookMs > MOST_MS ? [`it took ${tookMs.toFixed()} ms until they heard each other`] : []),
        ...(shown > 2 * MOST_AT_DOOR ? [`${shown} stand at the door`] : []),
      ],
    };
  });
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Says notes that were sealed before, a few hundred at a time. */
async function shoutAll({ holder }: DoorPlace, notes: readonly unknown[]): Promise<void> {
  for (const [count, note] of notes.entries()) {
    holder.shout(note);
    if (count % 200 === 199) await breathe();
  }
}

export const floodingTheDoor: readonly Attack[] = [
  flooding("flood the door with knocks", async (door, stage) => {
    const { holder, place } = door;
    const tried = scaled(stage, 5000) + 50;
    const { keys: receiving } = await createReceivingKeys();
    const who = { id: stranger.id, privateKey: stranger.privateKey, receiving };
    const answersBefore = holder.all("answer").length;
    for (let count = 0; count < tried; count += 1) await holder.say((await knockAt(holder.at, who)).note);
    await place.settle();
    const answers = holder.all("answer").length - answersBefore;
    const isTold = place.laptops.every(({ session }) => session.view().door.isCrowded);
    return {
      tried,
      harms: [
        ...(answers > 2 * (12 + tried / 50) ? [`${answers} of ${tried} knocks were answered`] : []),
        ...(isTold ? [] : ["nobody is told that some are turned away"]),
      ],
    };
  }),

  flooding("flood the door with people who say who they are", async (door, stage) => {
    const { holder } = door;
    const tried = scaled(stage, 60) + 12;
    for (let count = 0; count < tried; count += 1) {
      const knocking = await holder.knock();
      await holder.say(knocking.note);
      await until("an answer", () => holder.all("answer", knocking.note.knock).length > 0, 40).catch(() => undefined);
      if (holder.all("answer", knocking.note.knock).length > 0)
        await holder.say((await holder.meetBy(knocking)).reveal);
    }
    return { tried };
  }),

  flooding("flood the door with signs of life, answers and words of nobody", async (door, stage) => {
    const { holder } = door;
    const { chance } = stage;
    const tried = scaled(stage, 30_000);
    const id = () => base64urlnopad.encode(chance.bytes(16));
    const bytes = (length: number) => base64urlnopad.encode(chance.bytes(length));
    const [keeper = stranger.id] = holder.invitation.keepers;
    const known = holder.all("knock").map(({ knock }) => knock);
    const kinds: readonly (() => LobbyNote)[] = [
      () => ({ kind: "here", knock: id() }),
      () => ({ kind: "here", knock: chance.pick(known) }),
      () => ({ kind: "kept", knock: chance.pick(known), keeper }),
      () => ({
        ...{
          kind: "reveal",
          knock: chance.pick(known),
          keeper,
          voice: stranger.id,
          sealTo: bytes(32),
          nonce: bytes(32),
        },
        ...{ profile: bytes(6000), signature: bytes(64) },
      }),
      () => ({
        kind: "answer",
        knock: chance.pick(known),
        keeper,
        sealTo: bytes(32),
        nonce: bytes(32),
        signature: bytes(64),
      }),
      () => ({ kind: "let-in", knock: chance.pick(known), keeper, pass: bytes(600), signature: bytes(64) }),
    ];
    const sealed = await Promise.all(
      Array.from({ length: Math.min(tried, 600) }, () => sealNote(holder.lobby, chance.pick(kinds)())),
    );
    for (let sent = 0; sent < tried; sent += sealed.length) await shoutAll(door, sealed);
    return { tried };
  }),

  flooding("flood the door with junk and notes that are too long", async (door, stage) => {
    const { holder } = door;
    const { chance } = stage;
    const tried = scaled(stage, 60_000);
    const genuine = holder.overheard.map(({ data }) => String(data));
    const junk: readonly (() => unknown)[] = [
      () => base64urlnopad.encode(chance.bytes(1 + chance.below(300))),
      () => chance.pick([null, 5, true, [], {}, { type: "publish" }, "", "=", "\u0000", Number.NaN]),
      () => chance.pick(genuine).slice(0, -1 - chance.below(20)),
      () => `${chance.pick(genuine)}AAAA`,
    ];
    await shoutAll(
      door,
      Array.from({ length: tried }, () => chance.pick(junk)()),
    );
    // Each of its own, so that what waits to be read is really held.
    for (let count = 0; count < tried / 40; count += 1)
      holder.shout(Buffer.alloc(60_000, 65 + (count % 26)).toString("latin1"));
    return { tried };
  }),

  flooding("pile up unread notes at the door, faster than they can be read", async (door, stage) => {
    const { holder } = door;
    const tried = scaled(stage, 40_000) + 20_000;
    const note = await sealNote(holder.lobby, { kind: "here", knock: base64urlnopad.encode(stage.chance.bytes(16)) });
    const before = await collectGarbage();
    for (let count = 0; count < tried; count += 1) holder.shout(note);
    // All of them have come, and hardly any was read.
    await breathe();
    const waiting = (await heldNow()) - before;
    return { tried, harms: waiting > MOST_BYTES ? [`${bytesHeld(waiting)} wait to be read`] : [] };
  }),
];

/** What is held at this moment, without giving anybody the time to get on with it. */
async function heldNow(): Promise<number> {
  const { heapUsed, external } = process.memoryUsage();
  return Promise.resolve(heapUsed + external);
}
