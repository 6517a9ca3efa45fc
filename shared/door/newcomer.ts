import { base64urlnopad } from "@scure/base";
import { randomBytes, type Bytes } from "../crypto/bytes.ts";
import { sign } from "../crypto/keys.ts";
import { openSealedTo, sealTo, type ReceivingKeys } from "../crypto/sealed-to.ts";
import type { VoiceId } from "../feed/ids.ts";
import type { Profile } from "../meeting/shapes.ts";
import type { AnswerNote, KnockNote, LetInNote, RevealNote } from "./notes.ts";
import { readPass, type Pass } from "./pass.ts";
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

/** A voice that has yet to be let in. */
export interface Newcomer {
  readonly id: VoiceId;
  readonly privateKey: CryptoKey;
  readonly receiving: ReceivingKeys;
}

/** A knock, and what it commits to. */
export interface Knocking {
  readonly at: Threshold;
  readonly newcomer: Newcomer;
  readonly nonce: string;
  readonly note: KnockNote;
}

/** A keeper has been met: the pictures can be compared. */
export interface MetKeeper {
  readonly keeper: VoiceId;
  readonly transcript: Bytes;
  readonly pictures: Bytes;
}

/** Knocks: each knock has a number and a random commitment of its own. */
export async function knockAt(at: Threshold, newcomer: Newcomer): Promise<Knocking> {
  const knock = base64urlnopad.encode(randomBytes(16));
  const nonce = base64urlnopad.encode(randomBytes(32));
  const commitment = base64urlnopad.encode(await commitmentOf(at, knock, committed(newcomer, nonce)));
  return { at, newcomer, nonce, note: { kind: "knock", knock, commitment } };
}

/**
 * Tells a keeper that has answered who knocks, so that only it can read that. Null where the answer is not signed by a keeper
 * whom the invitation names: whoever else holds the invitation learns no name.
 */
export async function revealTo(
  { at, newcomer, nonce, note }: Knocking,
  answer: AnswerNote,
  keepers: readonly VoiceId[],
  profile: Profile,
): Promise<{ readonly met: MetKeeper; readonly reveal: RevealNote } | null> {
  if (answer.knock !== note.knock || !keepers.includes(answer.keeper)) return null;
  if (!(await isSigned(answer.keeper, answer.signature, await answerBytes(at, note, answer)))) return null;
  const open = committed(newcomer, nonce);
  const transcript = await transcriptOf(at, note, answer, open);
  const plain = new TextEncoder().encode(JSON.stringify(profile));
  const receiver = new Uint8Array(base64urlnopad.decode(answer.sealTo));
  const sealed = base64urlnopad.encode(await sealTo(receiver, purposeOf("profile", transcript), plain));
  const signature = await sign(newcomer.privateKey, await sealedBytes("profile", transcript, sealed));
  return {
    met: { keeper: answer.keeper, transcript, pictures: await pictureBytes(transcript) },
    reveal: {
      ...{ kind: "reveal", knock: note.knock, keeper: answer.keeper, profile: sealed },
      ...{ ...open, signature: base64urlnopad.encode(signature) },
    },
  };
}

/** What the keeper that was met has given on letting in; null where it is not from that keeper, or not for this newcomer. */
export async function openPass(knocking: Knocking, met: MetKeeper, note: LetInNote): Promise<Pass | null> {
  if (note.knock !== knocking.note.knock || note.keeper !== met.keeper) return null;
  const signed = await sealedBytes("pass", met.transcript, note.pass);
  if (!(await isSigned(met.keeper, note.signature, signed))) return null;
  const sealed = new Uint8Array(base64urlnopad.decode(note.pass));
  const opened = await openSealedTo(knocking.newcomer.receiving, purposeOf("pass", met.transcript), sealed);
  return opened.ok ? readPass(opened.value) : null;
}

function committed({ id, receiving }: Newcomer, nonce: string) {
  return { voice: id, sealTo: base64urlnopad.encode(receiving.publicKey), nonce };
}
