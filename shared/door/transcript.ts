import { base64urlnopad } from "@scure/base";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { sha256 } from "../crypto/keys.ts";
import type { MeetingId } from "../feed/ids.ts";
import type { AnswerNote, KnockNote, RevealNote } from "./notes.ts";

/** Where a newcomer knocks. */
export interface Threshold {
  readonly meeting: MeetingId;
  /** The lobby's topic: it names the door. */
  readonly topic: string;
}

/** What a newcomer keeps to itself until a keeper has answered. */
export type Committed = Pick<RevealNote, "nonce" | "sealTo" | "voice">;

/** What a knock commits to. */
export function commitmentOf(at: Threshold, knock: string, { voice, sealTo, nonce }: Committed): Promise<Bytes> {
  return hashOf("polyphony/door-commitment/1", [at.meeting, at.topic, knock, voice, sealTo, nonce]);
}

/** What a keeper's voice signs with its answer. */
export function answerBytes(at: Threshold, knock: KnockNote, answer: Omit<AnswerNote, "signature">): Promise<Bytes> {
  const { keeper, sealTo, nonce } = answer;
  return hashOf("polyphony/door-answer/1", [
    ...[at.meeting, at.topic, knock.knock, knock.commitment],
    ...[keeper, sealTo, nonce],
  ]);
}

/**
 * All that both have said until they have met, as one hash: whoever stood between them has another one on each side. The
 * pictures come from it, and everything that is sealed or signed afterwards is bound to it.
 */
export function transcriptOf(
  at: Threshold,
  knock: KnockNote,
  answer: AnswerNote,
  { voice, sealTo, nonce }: Committed,
): Promise<Bytes> {
  return hashOf("polyphony/door-transcript/1", [
    ...[at.meeting, at.topic, knock.knock, knock.commitment],
    ...[answer.keeper, answer.sealTo, answer.nonce, answer.signature],
    ...[voice, sealTo, nonce],
  ]);
}

/** The bytes that choose the pictures both sides compare. */
export function pictureBytes(transcript: Bytes): Promise<Bytes> {
  return hashOf("polyphony/door-pictures/1", [base64urlnopad.encode(transcript)]);
}

/** What is signed under something sealed after they have met. */
export function sealedBytes(purpose: "pass" | "profile", transcript: Bytes, sealed: string): Promise<Bytes> {
  return hashOf(`polyphony/door-${purpose}/1`, [base64urlnopad.encode(transcript), sealed]);
}

/** What something sealed after they have met is sealed for (HPKE's `info`). */
export function purposeOf(what: "pass" | "profile", transcript: Bytes): string {
  return `polyphony/door-${what}/1 ${base64urlnopad.encode(transcript)}`;
}

/** SHA-256 over a tag and texts without a line break, one a line: no two lists give the same bytes. */
function hashOf(tag: string, parts: readonly string[]): Promise<Bytes> {
  return sha256(joinBytes(new TextEncoder().encode([tag, ...parts].join("\n"))));
}
