import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import { sameBytes, type Bytes } from "../crypto/bytes.ts";
import { BASE64_32, SignalingSchema } from "../meeting/shapes.ts";

/** What whoever is let in is given: with it a laptop finds the meeting's room, and reads what is written under its first key. */
export interface Pass {
  /** 32 random bytes; the room, its signaling key and the meeting's first key are all derived from them. */
  readonly secret: Bytes;
  readonly signaling: readonly string[];
}

const PassSchema = v.strictObject({
  secret: v.pipe(v.string(), v.regex(BASE64_32)),
  signaling: SignalingSchema,
});

/**
 * Whether two passes for one meeting open the same. A laptop that is in a meeting keeps what it was given: another secret
 * leads elsewhere, whoever gives it.
 */
export function opensTheSame(one: Pass, other: Pass): boolean {
  return sameBytes(one.secret, other.secret);
}

/** A pass before it is sealed. */
export function encodePass({ secret, signaling }: Pass): Bytes {
  return new TextEncoder().encode(JSON.stringify({ secret: base64urlnopad.encode(secret), signaling }));
}

/** A pass that was opened; null for anything else. */
export function readPass(bytes: Bytes): Pass | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), PassSchema), new TextDecoder().decode(bytes));
  if (!parsed.success) return null;
  const { secret, signaling } = parsed.output;
  return { secret: new Uint8Array(base64urlnopad.decode(secret)), signaling };
}
