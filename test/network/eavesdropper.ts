import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { WebSocket } from "ws";
import { knockAt, revealTo, type Knocking } from "../../shared/door/newcomer.ts";
import { sealNote, type LobbyNote } from "../../shared/door/notes.ts";
import { lobbyNote, type HeldKeys } from "./held-keys.ts";

/** Whoever holds a link and runs a program of their own: listens wherever the link leads, and knocks. */
export interface Eavesdropper {
  /** Every frame that reached it. */
  readonly frames: readonly Buffer[];
  /** Whether a keeper has answered its knock, and heard who it says it is. */
  isMet(): boolean;
  close(): void;
}

/** Connects to the signaling server and the relay of a host, under every topic that the link lets one think of. */
export async function eavesdrop(origin: string, held: HeldKeys, name: string): Promise<Eavesdropper> {
  const frames: Buffer[] = [];
  const options = { origin, rejectUnauthorized: false, perMessageDeflate: false };
  const at = origin.replace(/^http/, "ws");
  const signaling = new WebSocket(`${at}/signaling`, options);
  const relay = new WebSocket(`${at}/relay`, options);
  const { invitation, lobby } = held;
  const knocking = await knockAt({ meeting: invitation.meeting, topic: lobby.topic }, held.own);
  let isMet = false;

  const say = async (note: LobbyNote) => {
    signaling.send(JSON.stringify({ type: "publish", topic: lobby.topic, data: await sealNote(lobby, note) }));
  };
  signaling.on("message", (data: Buffer) => {
    frames.push(data);
    void answer(data);
  });
  relay.on("message", (data: Buffer) => frames.push(data));
  for (const socket of [signaling, relay]) socket.on("error", () => undefined);

  async function answer(frame: Buffer): Promise<void> {
    const note = await lobbyNote(held, dataOf(frame));
    if (note?.knock !== knocking.note.knock) return;
    if (note.kind === "answer") await reveal(knocking, note);
    if (note.kind === "kept") isMet = true;
  }

  async function reveal(knock: Knocking, note: Extract<LobbyNote, { kind: "answer" }>): Promise<void> {
    const profile = { name, kind: "network", relation: "", colour: "blue" } as const;
    const revealed = await revealTo(knock, note, invitation.keepers, profile);
    if (revealed !== null) await say(revealed.reveal);
  }

  await Promise.all([once(signaling, "open"), once(relay, "open")]);
  signaling.send(JSON.stringify({ type: "subscribe", topics: held.topics.slice(0, 8) }));
  relay.send(randomBytes(32));
  await say(knocking.note);
  return {
    frames,
    isMet: () => isMet,
    close() {
      signaling.terminate();
      relay.terminate();
    },
  };
}

/** What a frame of the signaling server carries. */
export function dataOf(frame: Buffer): unknown {
  try {
    const message: unknown = JSON.parse(frame.toString("utf8"));
    return typeof message === "object" && message !== null && "data" in message ? message.data : null;
  } catch {
    // A relay's frame, or nothing that anyone could read.
    return null;
  }
}
