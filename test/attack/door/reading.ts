import { base64urlnopad } from "@scure/base";
import { deriveBytes, deriveSealingKey } from "../../../shared/crypto/derive.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { open } from "../../../shared/crypto/seal.ts";
import { doorOf, lobbyOf } from "../../../shared/door/door.ts";
import { encodeInvitation, parseInvitation } from "../../../shared/door/invitation.ts";
import { meetingBytes, parseEntry } from "../../../shared/feed/entry.ts";
import { unlock } from "../../../shared/meeting/secret.ts";
import { passOf } from "../../cast/passes.ts";
import { layla } from "../../cast/seven-voices.ts";
import type { Attack } from "../attack.ts";
import { granted, until } from "../place.ts";
import { atTheDoor, type DoorPlace } from "./door-place.ts";

/** Every 32 bytes that a holder of the link has, or can make of what it has. */
async function guesses({ holder }: DoorPlace): Promise<readonly Bytes[]> {
  const { door, meeting } = holder.invitation;
  const id = new Uint8Array(meetingBytes(meeting));
  const topic = new Uint8Array(base64urlnopad.decode(holder.lobby.topic));
  const infos = ["polyphony/door/1 ", "polyphony/meeting-key/1", "polyphony/room/1", "polyphony/lobby-key/1", ""];
  const made = [door, id, topic].flatMap((from) => infos.map((info) => deriveBytes(from, info, 32)));
  const mixed = door.map((byte, index) => byte ^ (id[index] ?? 0));
  return [door, id, topic, new Uint8Array(32), mixed, await doorOf(door, ""), ...(await Promise.all(made))];
}

/** Every key that comes of them. */
async function keysOf(secrets: readonly Bytes[]): Promise<readonly CryptoKey[]> {
  const infos = ["polyphony/lobby-key/1", "polyphony/meeting-key/1", "polyphony/signaling/1"];
  const derived = secrets.flatMap((secret) => infos.map((info) => deriveSealingKey(secret, info)));
  const raw = secrets.map((secret) => crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]));
  return Promise.all([...derived, ...raw]);
}

/** What the words look like wherever they are not sealed. */
function spellings(words: string): readonly string[] {
  const bytes = Buffer.from(words, "utf8");
  return [
    words,
    bytes.toString("base64url"),
    bytes.toString("base64"),
    bytes.toString("hex"),
    encodeURIComponent(words),
  ];
}

const NAMES = [layla.profile.name, layla.profile.relation, "Samira’s meeting", "I want to sleep."];

export const readingWithTheLink: readonly Attack[] = [
  atTheDoor("read names or words with what a link gives", "P5", async (door) => {
    const { holder, place } = door;
    const guest = await door.knock();
    await door.letIn(guest);
    await until("what lets in", () => holder.all("let-in").length > 0);
    await place.settle();
    const harms: string[] = [];
    const keys = await keysOf(await guesses(door));
    // What the signaling server carries, and what anybody's laptop carries or keeps of the meeting.
    const overheard = holder.overheard.map(({ data, note }) => `${String(data)} ${JSON.stringify(note)}`).join("\n");
    const entries = place.thief.heard.flatMap((bytes) => {
      const parsed = parseEntry(bytes);
      return parsed.ok && parsed.value.sealed !== null ? [parsed.value.sealed] : [];
    });
    const carried = Buffer.concat(place.thief.heard).toString("latin1");
    for (const words of NAMES) {
      for (const spelled of spellings(words)) {
        if (overheard.includes(spelled)) harms.push(`“${words}” is to be heard in the lobby`);
        if (carried.includes(spelled)) harms.push(`“${words}” is to be read in what is carried`);
      }
    }
    for (const sealed of entries) {
      for (const key of keys) if ((await open(key, sealed)).ok) harms.push("an entry opens with what the link gives");
    }
    for (const note of [
      ...holder.all("let-in").map(({ pass }) => pass),
      ...holder.all("reveal").map((one) => one.profile),
    ]) {
      const sealed = new Uint8Array(base64urlnopad.decode(note));
      for (const key of keys)
        if ((await open(key, sealed)).ok) harms.push("what was sealed in the lobby opens with the link");
    }
    return { tried: entries.length * keys.length, harms: entries.length === 0 ? ["nothing was carried"] : harms };
  }),

  atTheDoor("find the meeting’s room, or the next door, from a door", "P5", async (door) => {
    const { holder, place } = door;
    const { secret } = await passOf(place.laptops[0].vault, holder.invitation.meeting);
    const real = await unlock(secret);
    const secrets = await guesses(door);
    const harms: string[] = [];
    const before = door.link();
    granted(await place.laptops[0].session.changeDoor());
    const isNew = () => place.laptops.every(({ session }) => session.view().invitation !== before);
    await until("the new door", isNew, place.patienceMs);
    await place.settle();
    place.lookAgain();
    const next = granted(parseInvitation(door.link()));
    const nextLobby = await lobbyOf(next.door);
    const { door: name } = place.laptops[0].session.view().state;
    for (const guess of secrets) {
      if ((await unlock(guess)).room === real.room) harms.push("the room follows from the link");
      if (Buffer.compare(guess, secret) === 0) harms.push("the secret follows from the link");
      for (const candidate of [guess, await doorOf(guess, name)]) {
        if ((await lobbyOf(candidate)).topic === nextLobby.topic)
          harms.push("the next door follows from the one before");
      }
    }
    return { tried: secrets.length * 4, harms };
  }),

  atTheDoor("have a link of the earlier kind followed, with the secret in it", "P5", async (door) => {
    const { holder, place } = door;
    const { meeting, signaling } = holder.invitation;
    const { secret } = await passOf(place.laptops[0].vault, meeting);
    const text = JSON.stringify({ m: meeting, k: base64urlnopad.encode(secret), s: signaling });
    const links = [text, `${text} `].map(
      (json) => `http://127.0.0.1:1/#join=${base64urlnopad.encode(Buffer.from(json))}`,
    );
    const harms: string[] = [];
    for (const link of links) if (parseInvitation(link).ok) harms.push("a link that carries the secret is followed");
    // And what is written today carries nothing of it.
    const written = Buffer.from(base64urlnopad.decode(door.link().slice(door.link().indexOf("#join=") + 6)));
    const { room } = await unlock(secret);
    for (const part of [secret, new Uint8Array(base64urlnopad.decode(room))]) {
      if (written.includes(Buffer.from(part))) harms.push("the invitation carries the secret, or the room");
    }
    const again = encodeInvitation("http://127.0.0.1:1/", granted(parseInvitation(door.link())));
    if (again !== door.link()) harms.push("a link holds more than is read of it");
    return { tried: links.length + 2, harms };
  }),
];
