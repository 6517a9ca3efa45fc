import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import type { Bytes } from "../crypto/bytes.ts";
import { open, seal } from "../crypto/seal.ts";
import { BASE64, BASE64_32, OWNED_ID, VoiceIdSchema } from "../meeting/shapes.ts";
import type { Lobby } from "./door.ts";

/*
 * What is said in the lobby. Bytes are base64url. `knock` tells the attempts of newcomers apart: 16 random bytes.
 */
const knock = v.pipe(v.string(), v.regex(OWNED_ID));
const key = v.pipe(v.string(), v.regex(BASE64_32));
const nonce = key;
const signature = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{85}[AQgw]$/));
const sealed = v.pipe(v.string(), v.maxLength(12_000), v.regex(BASE64));

/** A newcomer commits to who it is and to a random number, and tells neither. */
const KnockSchema = v.object({ kind: v.literal("knock"), knock, commitment: key });

/** A keeper answers: a key made for this knock alone, a random number, and its voice's signature under both. */
const AnswerSchema = v.object({
  kind: v.literal("answer"),
  knock,
  keeper: VoiceIdSchema,
  sealTo: key,
  nonce,
  signature,
});

/** The newcomer opens its commitment, and says who it is to this keeper alone. */
const RevealSchema = v.object({
  kind: v.literal("reveal"),
  knock,
  keeper: VoiceIdSchema,
  voice: VoiceIdSchema,
  sealTo: key,
  nonce,
  profile: sealed,
  signature,
});

/** The keeper lets the newcomer in: what opens the meeting, sealed to it. */
const LetInSchema = v.object({ kind: v.literal("let-in"), knock, keeper: VoiceIdSchema, pass: sealed, signature });

/** The newcomer is still there; so is the keeper it has met. */
const HereSchema = v.object({ kind: v.literal("here"), knock });
const KeptSchema = v.object({ kind: v.literal("kept"), knock, keeper: VoiceIdSchema });

const NoteSchema = v.variant("kind", [KnockSchema, AnswerSchema, RevealSchema, LetInSchema, HereSchema, KeptSchema]);

export type KnockNote = v.InferOutput<typeof KnockSchema>;
export type AnswerNote = v.InferOutput<typeof AnswerSchema>;
export type RevealNote = v.InferOutput<typeof RevealSchema>;
export type LetInNote = v.InferOutput<typeof LetInSchema>;
export type LobbyNote = v.InferOutput<typeof NoteSchema>;

/** The longest note that is read: a profile of the longest words, sealed and encoded twice. */
const LONGEST_NOTE = 32_000;

/** A note as the signaling server passes it on: sealed under the lobby's key. */
export async function sealNote({ key: sealing, topic }: Lobby, note: LobbyNote): Promise<string> {
  return base64urlnopad.encode(await seal(sealing, encode({ topic, note })));
}

/** A note of this lobby; null for anything else. It proves no more than that its writer holds the invitation. */
export async function openNote({ key: sealing, topic }: Lobby, data: unknown): Promise<LobbyNote | null> {
  if (typeof data !== "string" || data.length > LONGEST_NOTE) return null;
  const bytes = decode(data);
  const opened = bytes === null ? null : await open(sealing, bytes);
  if (opened?.ok !== true) return null;
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), v.object({ topic: v.literal(topic), note: NoteSchema })),
    new TextDecoder().decode(opened.value),
  );
  return parsed.success ? parsed.output.note : null;
}

function encode(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value));
}

function decode(text: string): Bytes | null {
  try {
    return new Uint8Array(base64urlnopad.decode(text));
  } catch {
    // Anyone may publish there; what is no base64url is no note.
    return null;
  }
}
