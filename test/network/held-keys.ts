import { lobbyOf, type Lobby } from "../../shared/door/door.ts";
import { parseInvitation, type Invitation } from "../../shared/door/invitation.ts";
import { openNote, type LobbyNote } from "../../shared/door/notes.ts";
import { purposeOf, transcriptOf } from "../../shared/door/transcript.ts";
import { didOfPublicKey, publicKeyOfDid } from "../../shared/crypto/did.ts";
import { createVoiceKeys } from "../../shared/crypto/keys.ts";
import { createReceivingKeys, openSealedTo } from "../../shared/crypto/sealed-to.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Newcomer } from "../../shared/door/newcomer.ts";
import { meetingBytes } from "../../shared/feed/entry.ts";
import { unlock } from "../../shared/meeting/secret.ts";

/** All that whoever holds an invitation and was not let in can decrypt with: what is in the link, what follows from it, and keys of its own. */
export interface HeldKeys {
  readonly invitation: Invitation;
  readonly lobby: Lobby;
  /** Its own voice, made for knocking. */
  readonly own: Newcomer;
  /** Topics it can think of. */
  readonly topics: readonly string[];
  readonly keys: readonly CryptoKey[];
}

/** Makes the most of an invitation. */
export async function keysOfLink(link: string): Promise<HeldKeys> {
  const parsed = parseInvitation(link);
  if (!parsed.ok) throw new Error("the link is no invitation");
  const invitation = parsed.value;
  const lobby = await lobbyOf(invitation.door);
  const keepers = invitation.keepers
    .map((keeper) => publicKeyOfDid(keeper))
    .flatMap((key) => (key.ok ? [key.value] : []));
  const secrets = [invitation.door, meetingBytes(invitation.meeting), ...keepers];
  const unlocked = await Promise.all(secrets.map((secret) => unlock(secret)));
  const raw = await Promise.all(
    secrets.map((secret) => crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["decrypt"])),
  );
  const keys = [lobby.key, ...raw, ...unlocked.flatMap(({ signalingKey, meetingKey }) => [signalingKey, meetingKey])];
  const topics = [lobby.topic, invitation.meeting, ...unlocked.map(({ room }) => room), ...invitation.keepers];
  return { invitation, lobby, own: await ownVoice(), topics, keys };
}

/** Whether anything of these bytes opens with a key that is held: as whatever the program seals, whole or behind a short head. */
export async function opensWith(held: HeldKeys, bytes: Bytes, purposes: readonly string[]): Promise<boolean> {
  for (const offset of [0, 1, 9, 16, 17, 25]) {
    const sealed = bytes.subarray(offset);
    if (sealed.length < 12 + 16) break;
    const iv = sealed.subarray(0, 12);
    const more = held.topics.flatMap((topic) => [
      new TextEncoder().encode(`polyphony/signaling/1 ${topic}`),
      new TextEncoder().encode(`polyphony/relay-call/1 ${topic}`),
    ]);
    for (const key of held.keys) {
      for (const additionalData of [new Uint8Array(), ...more]) {
        const algorithm = { name: "AES-GCM", iv, additionalData };
        const opened = await crypto.subtle.decrypt(algorithm, key, sealed.subarray(12)).then(
          () => true,
          () => false,
        );
        if (opened) return true;
      }
    }
  }
  for (const purpose of purposes) {
    if ((await openSealedTo(held.own.receiving, purpose, bytes)).ok) return true;
  }
  return false;
}

/** What the seals of a lobby are bound to: whoever reads its notes can reckon that, for each knock that was answered. */
export async function purposesOf(held: HeldKeys, notes: readonly LobbyNote[]): Promise<readonly string[]> {
  const at = { meeting: held.invitation.meeting, topic: held.lobby.topic };
  const purposes: string[] = [];
  for (const reveal of notes) {
    if (reveal.kind !== "reveal") continue;
    for (const knock of notes) {
      if (knock.kind !== "knock" || knock.knock !== reveal.knock) continue;
      const answer = notes.find((note) => note.kind === "answer" && note.knock === reveal.knock);
      if (answer?.kind !== "answer") continue;
      const transcript = await transcriptOf(at, knock, answer, reveal);
      purposes.push(purposeOf("pass", transcript), purposeOf("profile", transcript));
    }
  }
  return [...new Set(purposes)];
}

/** A note of the lobby, which whoever holds the link can read; null for anything else. */
export function lobbyNote(held: HeldKeys, data: unknown): Promise<LobbyNote | null> {
  return openNote(held.lobby, data);
}

async function ownVoice(): Promise<Newcomer> {
  const { keys } = await createVoiceKeys();
  const { keys: receiving } = await createReceivingKeys();
  // The did:key of a raw Ed25519 key is a voice's id.
  return { id: didOfPublicKey(keys.publicKey) as VoiceId, privateKey: keys.privateKey, receiving };
}
