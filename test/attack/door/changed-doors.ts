import { base64urlnopad } from "@scure/base";
import { encodeStatement } from "../../../shared/consent/record.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { karim, stranger, tomas } from "../../cast/seven-voices.ts";
import { scaled, type Attack } from "../attack.ts";
import { until } from "../place.ts";
import { removeKarim } from "../removal/uncalled-for.ts";
import { atTheDoor, type DoorPlace } from "./door-place.ts";

/** Laptops whose door is another one than before. */
const moved = ({ place, link }: DoorPlace, before: string): readonly string[] => [
  ...(link() === before ? [] : ["the invitation leads to another door"]),
  ...place.laptops
    .filter(({ session }) => session.view().state.door !== "")
    .map(({ name }) => `${name} laptop has moved`),
];

export const changingDoors: readonly Attack[] = [
  atTheDoor("change the door without being one who may let in", "P5", async (door, stage) => {
    const { place, link } = door;
    const before = link();
    const name = () => base64urlnopad.encode(stage.chance.bytes(16));
    const pen = await place.thief.pen();
    await pen.state({ kind: "door-changed", door: name() });
    await pen.state({ kind: "door-changed", door: name() }, { at: 1 + pen.head.at });
    // As the person at the centre, which one calls oneself only now, or while one was not let in.
    await pen.state({ kind: "voice-introduced", profile: { ...karim.profile, kind: "person" } });
    await pen.state({ kind: "door-changed", door: name() });
    const outside = await place.thief.pen(stranger);
    await outside.state({ kind: "voice-introduced", profile: { ...stranger.profile, kind: "person" } });
    await outside.state({ kind: "door-changed", door: name() });
    await outside.state({ kind: "voice-admitted", voice: stranger.id });
    const late = await place.thief.pen(tomas);
    await late.state({ kind: "door-changed", door: name() });
    await place.settle();
    return { tried: 5, harms: moved(door, before) };
  }),

  atTheDoor("change the door after having been removed", "P5", async (door, stage) => {
    const { place, link } = door;
    const before = link();
    await removeKarim(place);
    const pen = await place.thief.pen();
    for (const kind of ["person", "network"] as const) {
      await pen.state({ kind: "voice-introduced", profile: { ...karim.profile, kind } });
      await pen.state({ kind: "door-changed", door: base64urlnopad.encode(stage.chance.bytes(16)) });
    }
    const past = await place.thief.pen();
    await past.state({ kind: "door-changed", door: base64urlnopad.encode(stage.chance.bytes(16)) }, { at: 1024 });
    await place.settle();
    return { tried: 3, harms: moved(door, before), readers: "those who are in" };
  }),

  atTheDoor("change the door thousands of times", "P5", async (door, stage) => {
    const { place, link } = door;
    const before = link();
    const tried = scaled(stage, 4000);
    const pen = await place.thief.pen();
    const began = performance.now();
    for (let begun = 0; begun < tried; begun += 500) {
      const entries: Bytes[] = [];
      while (entries.length < Math.min(500, tried - begun)) {
        const payload = encodeStatement({
          kind: "door-changed",
          door: base64urlnopad.encode(stage.chance.bytes(16)),
        });
        entries.push(await pen.entry({ kind: "statement", payload }));
      }
      place.thief.put(entries);
    }
    await place.settle();
    const tookMs = performance.now() - began;
    await until("the door", () => link() === before, place.patienceMs).catch(() => undefined);
    const harms = [...moved(door, before)];
    if (tookMs > 30_000) harms.push(`the others heard each other only after ${tookMs.toFixed()} ms`);
    return { tried, harms };
  }),
];
