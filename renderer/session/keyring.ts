import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import { joinBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { deriveSealingKey } from "../../shared/crypto/derive.ts";
import { publicKeyOfDid } from "../../shared/crypto/did.ts";
import { createVoiceKeys, readPrivateKey, type VoiceKeys } from "../../shared/crypto/keys.ts";
import { open, seal } from "../../shared/crypto/seal.ts";
import { createReceivingKeys, readReceivingKey, type ReceivingKeys } from "../../shared/crypto/sealed-to.ts";
import { beginFeed } from "../../shared/feed/head.ts";
import type { MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import type { Pass } from "../../shared/door/pass.ts";
import { VoiceIdSchema } from "../../shared/meeting/shapes.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { Vault, VaultFailure } from "../../shared/shell.ts";
import { privateRecordPrefix } from "./private-notes.ts";
import { bringFromBehindPin, isBehindPin, putBehindPin, type PinRefusal } from "./pin.ts";

/** What this laptop keeps about a meeting besides its entries. */
export interface KeptMeeting extends Pass {
  readonly meeting: MeetingId;
  readonly name: string;
  readonly lastOpenedMs: number;
}

const KeptMeetingSchema = v.object({
  /** Base64url of 32 bytes, in the one spelling whose unused bits are zero. */
  secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)),
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
export async function keptMeetings(vault: Vault): Promise<Result<readonly KeptMeeting[], VaultFailure>> {
  const kept: KeptMeeting[] = [];
  const records = await vault.records(MEETING);
  if (!records.ok) return records;
  for (const { name: recordName, sealed } of records.value) {
    const text = await openText(vault, sealed);
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), KeptMeetingSchema), text);
    if (!parsed.success) continue;
    const { secret, signaling, name, lastOpenedMs } = parsed.output;
    // The record's name was made from this very id when it was kept.
    const meeting = recordName.slice(MEETING.length) as MeetingId;
    kept.push({ meeting, secret: new Uint8Array(base64urlnopad.decode(secret)), signaling, name, lastOpenedMs });
  }
  return ok(kept);
}

/**
 * Drops everything this laptop has of a meeting: what was said, its voices' keys, what they keep for themselves, and last what
 * tells of it, so that a run that is killed in the middle can be repeated.
 */
export async function forgetMeeting(vault: Vault, meeting: MeetingId): Promise<Result<null, VaultFailure>> {
  for (const prefix of [privateRecordPrefix(meeting), voiceRecordPrefix(meeting), MEETING + meeting]) {
    const forgotten = await vault.forget(meeting, prefix);
    if (!forgotten.ok) return forgotten;
  }
  return ok(null);
}

/** A voice whose private key is on this device. */
export interface KeptVoice {
  readonly id: VoiceId;
  readonly keys: VoiceKeys;
  readonly receiving: ReceivingKeys;
  /** Seals what the voice keeps for itself on this device. Whoever cannot open the voice's secrets cannot derive it. */
  readonly notesKey: CryptoKey;
}

/** The voices of a meeting on this device: those whose keys are at hand, and those whose PIN has to be given first. */
export interface KeptVoices {
  readonly open: readonly KeptVoice[];
  readonly locked: readonly VoiceId[];
}

/** Makes the keys of a new voice, without keeping them yet. */
export async function createVoice(): Promise<{ readonly voice: KeptVoice; readonly secrets: Bytes }> {
  const signing = await createVoiceKeys();
  const receiving = await createReceivingKeys();
  const secrets = joinBytes(receiving.keys.publicKey, receiving.pkcs8, signing.pkcs8);
  receiving.pkcs8.fill(0);
  signing.pkcs8.fill(0);
  const { voice: id } = beginFeed(signing.keys.publicKey, new Uint8Array(16));
  const notesKey = await deriveNotesKey(secrets);
  return { voice: { id, keys: signing.keys, receiving: receiving.keys, notesKey }, secrets };
}

/** Keeps a voice's private keys, sealed, behind a PIN if there is to be one, and wipes the copy handed in. */
export async function keepVoice(
  vault: Vault,
  meeting: MeetingId,
  voice: VoiceId,
  secrets: Bytes,
  pin: string | null = null,
): Promise<Result<null, PinRefusal | VaultFailure>> {
  const kept = pin === null ? ok(secrets) : await putBehindPin(secrets, pin);
  if (!kept.ok) {
    secrets.fill(0);
    return kept;
  }
  const sealed = await seal(await vault.sealingKey(), kept.value);
  secrets.fill(0);
  return vault.putRecord(voiceRecordPrefix(meeting) + voice, sealed);
}

/** The voices of a meeting on this device. A record that cannot be read any more is left out, and left alone. */
export async function keptVoices(vault: Vault, meeting: MeetingId): Promise<Result<KeptVoices, VaultFailure>> {
  const prefix = voiceRecordPrefix(meeting);
  const [voices, locked]: [KeptVoice[], VoiceId[]] = [[], []];
  const records = await vault.records(prefix);
  if (!records.ok) return records;
  for (const { name, sealed } of records.value) {
    const id = v.safeParse(VoiceIdSchema, name.slice(prefix.length));
    const kept = await open(await vault.sealingKey(), sealed);
    if (!id.success || !kept.ok) continue;
    if (isBehindPin(kept.value)) {
      locked.push(id.output);
      continue;
    }
    const voice = await readVoice(id.output, kept.value);
    kept.value.fill(0);
    if (voice !== null) voices.push(voice);
  }
  return ok({ open: voices, locked });
}

/** A voice's keys, for its PIN. */
export async function openVoice(
  vault: Vault,
  meeting: MeetingId,
  voice: VoiceId,
  pin: string | null,
): Promise<Result<KeptVoice, PinRefusal | VaultFailure>> {
  const secrets = await secretsOf(vault, meeting, voice, pin);
  if (!secrets.ok) return secrets;
  const opened = await readVoice(voice, secrets.value);
  secrets.value.fill(0);
  return opened === null ? no("vault-damaged") : ok(opened);
}

/** Sets, changes (`present` is the one that holds now) or takes away (`next` is null) a voice's PIN. */
export async function changePin(
  vault: Vault,
  meeting: MeetingId,
  voice: VoiceId,
  { present, next }: { readonly present: string | null; readonly next: string | null },
): Promise<Result<null, PinRefusal | VaultFailure>> {
  const secrets = await secretsOf(vault, meeting, voice, present);
  if (!secrets.ok) return secrets;
  const kept = await keepVoice(vault, meeting, voice, secrets.value, next);
  secrets.value.fill(0);
  return kept;
}

async function secretsOf(
  vault: Vault,
  meeting: MeetingId,
  voice: VoiceId,
  pin: string | null,
): Promise<Result<Bytes, PinRefusal | VaultFailure>> {
  const recordName = voiceRecordPrefix(meeting) + voice;
  const records = await vault.records(recordName);
  if (!records.ok) return records;
  const sealed = records.value.find(({ name }) => name === recordName)?.sealed;
  const kept = sealed === undefined ? null : await open(await vault.sealingKey(), sealed);
  return kept?.ok === true ? bringFromBehindPin(kept.value, pin) : no("vault-damaged");
}

function deriveNotesKey(secrets: Bytes): Promise<CryptoKey> {
  return deriveSealingKey(secrets, "polyphony/private-notes/1");
}

/** The lengths of an X25519 public key and of its private key in PKCS #8, which the signing key follows. */
const RECEIVING_PUBLIC_BYTES = 32;
const RECEIVING_PRIVATE_BYTES = 48;

async function readVoice(id: VoiceId, secrets: Bytes): Promise<KeptVoice | null> {
  const publicKey = publicKeyOfDid(id);
  if (!publicKey.ok) return null;
  const signingFrom = RECEIVING_PUBLIC_BYTES + RECEIVING_PRIVATE_BYTES;
  try {
    return {
      id,
      keys: { publicKey: publicKey.value, privateKey: await readPrivateKey(secrets.slice(signingFrom)) },
      receiving: {
        publicKey: secrets.slice(0, RECEIVING_PUBLIC_BYTES),
        privateKey: await readReceivingKey(secrets.slice(RECEIVING_PUBLIC_BYTES, signingFrom)),
      },
      notesKey: await deriveNotesKey(secrets),
    };
  } catch {
    // Web Crypto reports bytes that are no key as an exception; one voice that cannot be read keeps no meeting closed.
    return null;
  }
}

async function sealText(vault: Vault, text: string): Promise<Bytes> {
  return seal(await vault.sealingKey(), new TextEncoder().encode(text));
}

async function openText(vault: Vault, sealed: Bytes): Promise<string | null> {
  const opened = await open(await vault.sealingKey(), sealed);
  return opened.ok ? new TextDecoder().decode(opened.value) : null;
}
