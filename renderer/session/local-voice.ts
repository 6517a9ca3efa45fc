import { randomBytes } from "../../shared/crypto/bytes.ts";
import type { ReceivingKeys } from "../../shared/crypto/sealed-to.ts";
import { beginFeed, clientIdOf } from "../../shared/feed/head.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { writerMark } from "../../shared/meeting/owned-id.ts";
import type { Pen } from "./drafts.ts";
import type { KeptVoice } from "./keyring.ts";
import type { OwnFeed } from "./outbox.ts";

/** A voice whose keys are on this laptop, with the feed it writes in this run. */
export interface LocalVoice {
  readonly id: VoiceId;
  readonly privateKey: CryptoKey;
  /** What later meeting keys are sealed to for it. */
  readonly receiving: ReceivingKeys;
  readonly own: OwnFeed;
  readonly pen: Pen;
}

/** Begins a new feed for a voice: every run writes its own, so two runs never continue one chain. */
export async function createLocalVoice(meeting: Uint8Array<ArrayBuffer>, kept: KeptVoice): Promise<LocalVoice> {
  const { publicKey, privateKey } = kept.keys;
  const session = randomBytes(16);
  const clientId = await clientIdOf(meeting, publicKey, session);
  const own: OwnFeed = { privateKey, clientId, head: beginFeed(publicKey, session) };
  return {
    id: kept.id,
    privateKey,
    receiving: kept.receiving,
    own,
    pen: { voice: kept.id, clientId, mark: await writerMark(publicKey) },
  };
}
