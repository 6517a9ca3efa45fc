import { comparePictures, letIn } from "../../demo/comparing-pictures.ts";
import { gather } from "../at-the-door.ts";
import { dataOf, eavesdrop } from "../eavesdropper.ts";
import { keysOfLink, lobbyNote, opensWith, purposesOf, type HeldKeys } from "../held-keys.ts";
import { openHouse, type House } from "../house.ts";
import * as people from "../people.ts";
import { recordReceived } from "../received.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";

const SAID = ["The marmalade is in the cellar", "Nobody asked me about Thursday"];
const STRANGER = { ...people.guest(9), name: "Bartholomew", relation: "" };

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody photographed the invitation. Two of them knock and are not let in: one with the program, one with a program of their own. */
export async function measureLinkHolder(): Promise<readonly Row[]> {
  const house = await openHouse(3);
  try {
    return [await watchDoor(house)];
  } finally {
    await house.close();
  }
}

/** The same in a house of three guests, of whom the last was not asked to come. */
export async function watchDoor(house: House): Promise<Row> {
  const { host, guests, network, port } = house;
  const [first, second, stranger] = guests;
  if (first === undefined || second === undefined || stranger === undefined) throw new Error("three were started");
  // Whatever was open there before is none of this.
  await stranger.page.goto("about:blank");
  const frames = await recordReceived(stranger.laptop);
  const { link } = await gather({ ...house, guests: [first] });
  const held = await keysOfLink(link);
  const eavesdropper = await eavesdrop(`https://${network.addressOf(1)}:${port}`, held, STRANGER.name);
  await stranger.knock(link, { ...STRANGER, name: "Stranger" });
  if (!(await comparePictures(host, stranger, { ...STRANGER, name: "Stranger" }))) throw new Error("other pictures");
  // While they stand there, somebody else is let in, and both who are in say something.
  await second.knock(link, people.guest(1));
  await letIn(host, second, people.guest(1));
  await second.summary.waitFor();
  await first.say(people.guest(0).name, SAID[0] ?? "");
  await host.say(people.host.name, SAID[1] ?? "");
  for (const words of SAID) await second.utterance(words).waitFor();
  await pause(8000);
  const channels = await stranger.page.evaluate(() => window.observedChannels.brought());
  const isMet = eavesdropper.isMet();
  eavesdropper.close();
  return judge(held, [...frames, ...eavesdropper.frames], channels, isMet);
}

async function judge(held: HeldKeys, frames: readonly Buffer[], channels: number, isMet: boolean): Promise<Row> {
  const names = [people.host, people.guest(0), people.guest(1)].flatMap(({ name, relation }) => [name, relation]);
  const secret = [...names, "Samira’s meeting", ...SAID, ...SAID.flatMap((words) => words.split(" "))].filter(
    (word) => word.length > 4,
  );
  const kinds = new Map<string, number>();
  const leaks: string[] = [];
  const read = await Promise.all(frames.map(async (frame) => ({ frame, note: await lobbyNote(held, dataOf(frame)) })));
  const notes = read.flatMap(({ note }) => (note === null ? [] : [note]));
  const purposes = await purposesOf(held, notes);
  let openedAsTheyMust = 0;
  for (const { frame, note } of read) {
    const data = dataOf(frame);
    if (note !== null && (await opensWith(held, bytesOf(String(data)), []))) openedAsTheyMust += 1;
    const kind = note?.kind ?? (typeof data === "string" ? "sealed" : "plain");
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    for (const text of textsOf([frame.toString("utf8"), data, note])) {
      const word = secret.find((one) => text.includes(one));
      if (word !== undefined) leaks.push(`“${word}” in a ${kind} frame`);
    }
    // A lobby's note opens with the link, as it must; what is sealed within it must not.
    for (const sealed of sealedIn(note === null ? [frame.toString("latin1"), data] : Object.values(note))) {
      if (await opensWith(held, sealed, purposes)) leaks.push(`something in a ${kind} frame opens`);
    }
  }
  const counted = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
  const missing = ["knock", "answer", "reveal", "kept", "let-in"].filter((kind) => !kinds.has(kind));
  return rowOf({
    name: "holder of the link who was not let in: what opens or can be read",
    ...{ unit: "frames", budget: 0, runs: [leaks.length] },
    broken: [
      ...new Set(leaks),
      ...(channels > 0 ? ["a data channel brought something"] : []),
      ...(isMet ? [] : ["the keeper never heard the one with a program of their own"]),
      ...(openedAsTheyMust === notes.length ? [] : ["the keys do not even open the lobby, so the search may be blind"]),
      ...missing.map((kind) => `no ${kind} note was seen, so the search may be blind`),
    ],
    notes: [
      `${frames.length} frames reached them over WebSockets (${counted}), none over a data channel.`,
      `${held.keys.length} keys, ${held.topics.length} topics and a voice of their own were tried on each; ${secret.length} names and words looked for.`,
    ],
  });
}

/** Every text in something, also what is base64 of one. */
function textsOf(things: readonly unknown[]): string[] {
  return things.flatMap((thing) => {
    if (typeof thing === "string") {
      const decoded = Buffer.from(thing, "base64url");
      return [thing, decoded.toString("utf8"), decoded.toString("utf16le")];
    }
    return typeof thing === "object" && thing !== null ? textsOf(Object.values(thing)) : [];
  });
}

function sealedIn(things: readonly unknown[]): Uint8Array<ArrayBuffer>[] {
  return things.flatMap((thing) => {
    if (typeof thing !== "string") return [];
    return [new Uint8Array(Buffer.from(thing, "latin1")), bytesOf(thing)];
  });
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, "base64url"));
}

if (import.meta.main) await runAlone(measureLinkHolder);
