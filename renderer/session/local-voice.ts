import { randomBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { publicKeyOfDid } from "../../shared/crypto/did.ts";
import type { ReceivingKeys } from "../../shared/crypto/sealed-to.ts";
import { beginFeed, clientIdOf } from "../../shared/feed/head.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { writerMark } from "../../shared/meeting/owned-id.ts";
import type { Pen } from "./open-draft.ts";
import type { KeptVoice } from "./keyring.ts";
import type { OwnFeed } from "./outbox.ts";

/**
 * A voice that is kept on this laptop, with the feed it writes in this run. Nothing of it is secret, so it stays while the
 * voice is locked: when the PIN is given again the voice goes on in the same feed. A new one for each time the laptop
 * changes hands would leave dozens of them in every copy of the record. Nothing forks, because whatever still waits to be
 * written and whatever is written next move the one head.
 */
export interface VoiceHere {
  readonly id: VoiceId;
  readonly own: OwnFeed;
  readonly pen: Pen;
}

/** A voice whose keys are at hand on this laptop. */
export interface LocalVoice extends VoiceHere {
  readonly privateKey: CryptoKey;
  /** What later meeting keys are sealed to for it. */
  readonly receiving: ReceivingKeys;
  /** Seals what it keeps for itself on this device. */
  readonly notesKey: CryptoKey;
}

/** Begins a new feed for a voice: every run writes its own, so two runs never continue one chain. */
export async function createVoiceHere(meeting: Bytes, id: VoiceId): Promise<VoiceHere> {
  const publicKey = publicKeyOfDid(id);
  if (!publicKey.ok) throw new Error("a voice's id is parsed before it is kept");
  const session = randomBytes(16);
  const clientId = await clientIdOf(meeting, publicKey.value, session);
  return {
    id,
    own: { clientId, head: beginFeed(publicKey.value, session) },
    pen: { voice: id, clientId, mark: await writerMark(publicKey.value) },
  };
}

/** The voice with its keys. */
export function withKeys(here: VoiceHere, { keys, receiving, notesKey }: KeptVoice): LocalVoice {
  return { ...here, privateKey: keys.privateKey, receiving, notesKey };
}

/** What stays of a voice when it is locked. */
export function withoutKeys({ id, own, pen }: VoiceHere): VoiceHere {
  return { id, own, pen };
}

/** A voice whose keys are at hand, about to write a new feed. */
export async function createLocalVoice(meeting: Bytes, kept: KeptVoice): Promise<LocalVoice> {
  return withKeys(await createVoiceHere(meeting, kept.id), kept);
}
