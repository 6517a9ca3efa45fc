import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import { readPublicKey, sign, verifySignature } from "../crypto/keys.ts";
import { seal } from "../crypto/seal.ts";
import type { VoiceId } from "../feed/ids.ts";
import { openWithAny } from "../feed/verify.ts";
import type { MeetingSecrets } from "../feed/write.ts";
import { OWNED_ID, PlaceSchema, SignalingSchema, VoiceIdSchema } from "./shapes.ts";

const CountSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * Who is at a laptop now, and where in the summary they are writing. Short-lived and never stored, but signed by each voice
 * and sealed like everything else: nobody is shown as present, or as typing, who has not been. Whoever recorded a presence can
 * show it again; it says nothing but that someone is there.
 */
const PositionSchema = v.nullable(v.object({ client: CountSchema, clock: CountSchema }));
/** How many words a voice shows at most that are off the record, and how long each of them is. */
export const MOST_OFF_THE_RECORD = 50;
export const LONGEST_OFF_THE_RECORD = 4000;

/** What a voice says while off the record: on the screens of those who are here, and on no disk. */
const SaidOffTheRecordSchema = v.object({
  id: v.pipe(v.string(), v.regex(OWNED_ID)),
  words: v.pipe(v.string(), v.maxLength(LONGEST_OFF_THE_RECORD)),
  /** The time off the record that it belongs to, by its place: with that it goes. */
  ...PlaceSchema.entries,
  /** After how many others it stands, as its laptop saw them. */
  turn: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
});
const PresentVoiceSchema = v.object({
  voice: VoiceIdSchema,
  /** When it was signed, by the wall clock of its laptop, in milliseconds since 1970. */
  atMs: v.number(),
  cursor: v.nullable(v.object({ clientId: v.number(), anchor: PositionSchema, focus: PositionSchema })),
  /** It is here, and its laptop is in another's hands: until its PIN is given, nothing can be signed for it. */
  locked: v.optional(v.boolean()),
  /** The signaling servers that its laptop hosts for the room. */
  places: v.optional(SignalingSchema),
  off: v.optional(v.pipe(v.array(SaidOffTheRecordSchema), v.maxLength(MOST_OFF_THE_RECORD))),
});

/**
 * What one voice shows, and what one laptop sends of all its voices, is no longer than this. An honest program stays far below:
 * it takes in no more words than fit (`ROOM_OFF_THE_RECORD`), whatever their letters take up.
 */
const LONGEST_SAID = 300_000;
const MOST_SEALED_BYTES = 480 * 1024;
/** How many UTF-16 code units the voices of one laptop say off the record at most in one time, all together. */
export const ROOM_OFF_THE_RECORD = 100_000;

const SignedListSchema = v.pipe(
  v.array(
    v.object({ said: v.pipe(v.string(), v.maxLength(LONGEST_SAID)), signature: v.pipe(v.string(), v.length(86)) }),
  ),
  v.maxLength(16),
);

export type PresentVoice = v.InferOutput<typeof PresentVoiceSchema>;
export type SaidOffTheRecord = v.InferOutput<typeof SaidOffTheRecordSchema>;

const TAG = new TextEncoder().encode("polyphony/presence/1\0");

/** One voice's presence, signed, for `sealPresences`. */
export async function signPresence(
  secrets: MeetingSecrets,
  privateKey: CryptoKey,
  present: PresentVoice,
): Promise<{ readonly said: string; readonly signature: string }> {
  const said = JSON.stringify(present);
  const signature = await sign(privateKey, messageOf(secrets, said));
  return { said, signature: base64urlnopad.encode(signature) };
}

/** The presences of one laptop's voices as the bytes the others get. */
export async function sealPresences(
  secrets: MeetingSecrets,
  signed: readonly { readonly said: string; readonly signature: string }[],
): Promise<Bytes> {
  return seal(secrets.key, new TextEncoder().encode(JSON.stringify(signed)));
}

/** The presences in another laptop's bytes that are signed by the voices they name. Never throws. */
export async function readPresences(secrets: MeetingSecrets, sealed: Bytes): Promise<readonly PresentVoice[]> {
  if (sealed.length > MOST_SEALED_BYTES) return [];
  const opened = await openWithAny(secrets, sealed);
  if (opened === null) return [];
  const list = v.safeParse(v.pipe(v.string(), v.parseJson(), SignedListSchema), new TextDecoder().decode(opened));
  if (!list.success) return [];
  const read = await Promise.all(list.output.map((one) => readOne(secrets, one)));
  return read.filter((one) => one !== null);
}

async function readOne(
  secrets: MeetingSecrets,
  { said, signature }: { readonly said: string; readonly signature: string },
): Promise<PresentVoice | null> {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), PresentVoiceSchema), said);
  if (!parsed.success) return null;
  const key = publicKeyOfDid(parsed.output.voice);
  if (!key.ok) return null;
  try {
    const bytes = new Uint8Array(base64urlnopad.decode(signature));
    const genuine = await verifySignature(await readPublicKey(key.value), bytes, messageOf(secrets, said));
    return genuine ? parsed.output : null;
  } catch {
    // A key that is no point of the curve, or a signature that is no base64url: nobody's presence.
    return null;
  }
}

function messageOf(secrets: MeetingSecrets, said: string): Bytes {
  return joinBytes(TAG, secrets.meeting, new TextEncoder().encode(said));
}

/** The voices that are shown as present, each once. */
export function voicesPresent(presences: Iterable<readonly PresentVoice[]>): ReadonlySet<VoiceId> {
  return new Set([...presences].flatMap((voices) => voices.map(({ voice }) => voice)));
}
