import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { publicKeyOfDid } from "../../shared/crypto/did.ts";
import { createVoiceKeys, readPrivateKey, type VoiceKeys } from "../../shared/crypto/keys.ts";
import { open, seal } from "../../shared/crypto/seal.ts";
import { beginFeed } from "../../shared/feed/head.ts";
import type { MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import type { Invitation } from "../../shared/meeting/invitation.ts";
import { VoiceIdSchema } from "../../shared/meeting/statements.ts";
import type { Result } from "../../shared/result.ts";
import type { Vault, VaultFailure } from "../../shared/shell.ts";

/** What this laptop keeps about a meeting besides its entries. */
export interface KeptMeeting extends Invitation {
  readonly name: string;
  readonly lastOpenedMs: number;
}

const KeptMeetingSchema = v.object({
  secret: v.string(),
  signaling: v.array(v.string()),
  name: v.string(),
  lastOpenedMs: v.number(),
});

const MEETING = "meeting/";
const VOICE = "voice/";

/** Every record name of a meeting's voices begins with this. */
function voiceRecordPrefix(meeting: MeetingId): string {
  return `${VOICE}${meeting}/`;
}

/** Keeps a meeting's secret and listing, sealed. */
export async function keepMeeting(vault: Vault, meeting: KeptMeeting): Promise<Result<null, VaultFailure>> {
  const { secret, signaling, name, lastOpenedMs } = meeting;
  const json = JSON.stringify({ secret: base64urlnopad.encode(secret), signaling, name, lastOpenedMs });
  return vault.putRecord(MEETING + meeting.meeting, await sealText(vault, json));
}

/** The meetings kept on this device. A record that cannot be read any more is left out, and left alone. */
export async function keptMeetings(vault: Vault): Promise<readonly KeptMeeting[]> {
  const kept: KeptMeeting[] = [];
  for (const { name: recordName, sealed } of await vault.records(MEETING)) {
    const text = await openText(vault, sealed);
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), KeptMeetingSchema), text);
    if (!parsed.success) continue;
    const { secret, signaling, name, lastOpenedMs } = parsed.output;
    // The record's name was made from this very id when it was kept.
    const meeting = recordName.slice(MEETING.length) as MeetingId;
    kept.push({ meeting, secret: new Uint8Array(base64urlnopad.decode(secret)), signaling, name, lastOpenedMs });
  }
  return kept;
}

/** A voice whose private key is on this device. */
export interface KeptVoice {
  readonly id: VoiceId;
  readonly keys: VoiceKeys;
}

/** Makes the keys of a new voice, without keeping them yet. */
export async function createVoice(): Promise<{ readonly voice: KeptVoice; readonly pkcs8: Bytes }> {
  const { keys, pkcs8 } = await createVoiceKeys();
  return { voice: { id: beginFeed(keys.publicKey, new Uint8Array(16)).voice, keys }, pkcs8 };
}

/** Keeps a voice's private key, sealed, and wipes the copy handed in. */
export async function keepVoice(
  vault: Vault,
  meeting: MeetingId,
  voice: VoiceId,
  pkcs8: Bytes,
): Promise<Result<null, VaultFailure>> {
  const sealed = await seal(await vault.sealingKey(), pkcs8);
  pkcs8.fill(0);
  return vault.putRecord(voiceRecordPrefix(meeting) + voice, sealed);
}

/** The voices of a meeting whose keys are on this device. */
export async function keptVoices(vault: Vault, meeting: MeetingId): Promise<readonly KeptVoice[]> {
  const prefix = voiceRecordPrefix(meeting);
  const voices: KeptVoice[] = [];
  for (const { name, sealed } of await vault.records(prefix)) {
    const id = v.safeParse(VoiceIdSchema, name.slice(prefix.length));
    const pkcs8 = await open(await vault.sealingKey(), sealed);
    if (!id.success || !pkcs8.ok) continue;
    const publicKey = publicKeyOfDid(id.output);
    if (!publicKey.ok) continue;
    voices.push({
      id: id.output,
      keys: { publicKey: publicKey.value, privateKey: await readPrivateKey(pkcs8.value) },
    });
  }
  return voices;
}

async function sealText(vault: Vault, text: string): Promise<Bytes> {
  return seal(await vault.sealingKey(), new TextEncoder().encode(text));
}

async function openText(vault: Vault, sealed: Bytes): Promise<string | null> {
  const opened = await open(await vault.sealingKey(), sealed);
  return opened.ok ? new TextDecoder().decode(opened.value) : null;
}
