import { base64urlnopad } from "@scure/base";
import type { Bytes } from "../crypto/bytes.ts";
import { deriveBytes, deriveSealingKey } from "../crypto/derive.ts";

/**
 * The door of a meeting: 32 bytes that lead to its lobby and to nothing else. They are derived one way from the meeting's secret
 * and the door's name, so that everyone who is in knows every door, and nobody learns the secret from one.
 */
export type Door = Bytes;

/** The door of this name. The one that a meeting begins with has none; later ones have names that were made at random. */
export function doorOf(secret: Bytes, name: string): Promise<Door> {
  return deriveBytes(secret, `polyphony/door/1 ${name}`, 32);
}

/** What stands behind a door: the lobby's topic on the signaling servers, and the key that seals what is said there. */
export interface Lobby {
  readonly topic: string;
  readonly key: CryptoKey;
}

/** The lobby behind a door. Whoever holds the invitation can hear and speak there. */
export async function lobbyOf(door: Door): Promise<Lobby> {
  const [topic, key] = await Promise.all([
    deriveBytes(door, "polyphony/lobby-topic/1", 32),
    deriveSealingKey(door, "polyphony/lobby-key/1"),
  ]);
  return { topic: base64urlnopad.encode(topic), key };
}
