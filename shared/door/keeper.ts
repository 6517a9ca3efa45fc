import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import { randomBytes, type Bytes } from "../crypto/bytes.ts";
import { sign } from "../crypto/keys.ts";
import { createReceivingKeys, openSealedTo, sealTo, type ReceivingKeys } from "../crypto/sealed-to.ts";
import type { VoiceId } from "../feed/ids.ts";
import { ProfileSchema, type Profile } from "../meeting/shapes.ts";
import type { Voice } from "../meeting/state.ts";
import type { AnswerNote, KnockNote, LetInNote, RevealNote } from "./notes.ts";
import { encodePass, type Pass } from "./pass.ts";
import { isSigned } from "./signed.ts";
import {
  answerBytes,
  commitmentOf,
  pictureBytes,
  purposeOf,
  sealedBytes,
  transcriptOf,
  type Threshold,
} from "./transcript.ts";

/** A voice that may let others in. */
export interface Keeper {
  readonly id: VoiceId;
  readonly privateKey: CryptoKey;
}

/** A knock that was answered, with the keys that were made for it alone. */
export interface Answered {
  readonly at: Threshold;
  readonly knock: KnockNote;
  readonly note: AnswerNote;
  readonly receiving: ReceivingKeys;
}

/** A newcomer who has said who it is: what the keeper compares and decides about. */
export interface MetNewcomer {
  readonly knock: string;
  readonly voice: VoiceId;
  readonly profile: Profile;
  readonly pictures: Bytes;
  readonly transcript: Bytes;
  readonly sealTo: string;
}

/** Answers a knock. Nothing is let in by it. */
export async function answerKnock(keeper: Keeper, at: Threshold, knock: KnockNote): Promise<Answered> {
  const { keys: receiving, pkcs8 } = await createReceivingKeys();
  pkcs8.fill(0);
  const unsigned = {
    ...{ kind: "answer" as const, knock: knock.knock, keeper: keeper.id },
    sealTo: base64urlnopad.encode(receiving.publicKey),
    nonce: base64urlnopad.encode(randomBytes(32)),
  };
  const signature = await sign(keeper.privateKey, await answerBytes(at, knock, unsigned));
  return { at, knock, receiving, note: { ...unsigned, signature: base64urlnopad.encode(signature) } };
}

/**
 * Who knocks. Null where it is not what the knock committed to, or not signed by the voice it speaks of: whoever saw the
 * answer cannot try one identity after the other until the pictures fit. Null also where nothing can be sealed to it, so that
 * whoever is shown can be let in.
 */
export async function readReveal(answered: Answered, reveal: RevealNote): Promise<MetNewcomer | null> {
  const { at, knock, note, receiving } = answered;
  if (reveal.knock !== knock.knock || reveal.keeper !== note.keeper) return null;
  const commitment = base64urlnopad.encode(await commitmentOf(at, knock.knock, reveal));
  if (commitment !== knock.commitment) return null;
  const transcript = await transcriptOf(at, knock, note, reveal);
  const signed = await sealedBytes("profile", transcript, reveal.profile);
  if (!(await isSigned(reveal.voice, reveal.signature, signed))) return null;
  const sealed = new Uint8Array(base64urlnopad.decode(reveal.profile));
  const opened = await openSealedTo(receiving, purposeOf("profile", transcript), sealed);
  if (!opened.ok) return null;
  const text = new TextDecoder().decode(opened.value);
  const profile = v.safeParse(v.pipe(v.string(), v.parseJson(), ProfileSchema), text);
  if (!profile.success || !(await canSealTo(reveal.sealTo))) return null;
  return {
    ...{ knock: knock.knock, voice: reveal.voice, profile: profile.output, transcript, sealTo: reveal.sealTo },
    pictures: await pictureBytes(transcript),
  };
}

/** Whether these 32 bytes are a key. Some, such as zero, are none: X25519 refuses to agree on anything with them. */
async function canSealTo(key: string): Promise<boolean> {
  try {
    await sealTo(new Uint8Array(base64urlnopad.decode(key)), "", new Uint8Array(0));
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether somebody has said of itself in the meeting what it said at the door, and nothing else. To be asked before it is
 * admitted there: whoever was let in as a neighbour is not the person at the centre.
 */
export function isAsAtDoor(
  atDoor: Profile,
  { profile, kinds, names }: Pick<Voice, "kinds" | "names" | "profile">,
): boolean {
  const saysTheSame =
    profile.name === atDoor.name && profile.kind === atDoor.kind && profile.relation === atDoor.relation;
  return saysTheSame && kinds.size === 1 && names.size === 1;
}

/** What lets a newcomer in, for it alone. To be sent once a person has compared the pictures and said so. */
export async function letIn(keeper: Keeper, { knock, transcript, sealTo: to }: MetNewcomer, pass: Pass) {
  const receiver = new Uint8Array(base64urlnopad.decode(to));
  const sealed = await sealTo(receiver, purposeOf("pass", transcript), encodePass(pass));
  const text = base64urlnopad.encode(sealed);
  const signature = await sign(keeper.privateKey, await sealedBytes("pass", transcript, text));
  const note: LetInNote = {
    ...{ kind: "let-in", knock, keeper: keeper.id, pass: text },
    signature: base64urlnopad.encode(signature),
  };
  return note;
}
