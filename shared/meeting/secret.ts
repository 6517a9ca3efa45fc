import { base64urlnopad } from "@scure/base";
import { randomBytes, type Bytes } from "../crypto/bytes.ts";
import { deriveBytes, deriveSealingKey } from "../crypto/derive.ts";

/** A new meeting's secret: 32 random bytes. Whoever is let in is given it, sealed; no link carries it. */
export function createSecret(): Bytes {
  return randomBytes(32);
}

/** What a meeting's secret unlocks: the room's name, the key of its signaling and the first key of its entries. */
export async function unlock(secret: Bytes): Promise<{
  readonly room: string;
  readonly signalingKey: CryptoKey;
  readonly meetingKey: CryptoKey;
}> {
  const [room, signalingKey, meetingKey] = await Promise.all([
    deriveBytes(secret, "polyphony/room/1", 32),
    deriveSealingKey(secret, "polyphony/signaling/1"),
    deriveSealingKey(secret, "polyphony/meeting-key/1"),
  ]);
  return { room: base64urlnopad.encode(room), signalingKey, meetingKey };
}
