import { base58 } from "@scure/base";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import { readPublicKey, sign, verifySignature } from "../crypto/keys.ts";
import type { Digest, MeetingId, VoiceId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";
import { canonicalHash } from "./canonical.ts";
import {
  CONSENT_CONTEXT,
  type ConsentDocument,
  type Proof,
  type WithdrawalDocument,
  type WitnessDocument,
} from "./signed-documents.ts";

/**
 * A consent is a JSON document with a W3C Data Integrity proof, cryptosuite `eddsa-jcs-2022` (W3C Recommendation "Data
 * Integrity EdDSA Cryptosuites v1.0", §3.3), so that anyone can check it with a library that is not ours. What is
 * signed is SHA-256 of the canonical proof without its value, followed by SHA-256 of the canonical document without its
 * proof; both canonical forms are RFC 8785. The voice's `did:key` is its key, so nothing has to be looked up.
 */

/** Why a consent is not what it says. */
export type ProofFailure = "signature-unreadable" | "signature-wrong" | "voice-unreadable" | "key-of-another";

interface Signer {
  readonly id: VoiceId;
  readonly privateKey: CryptoKey;
}

/**
 * One voice's signed yes to one digest. Only the holder of the voice's private key can make it; for a voice without a key
 * of its own, whoever writes its yes down signs (`scribe`).
 */
export async function signConsent(consent: {
  readonly meeting: MeetingId;
  readonly voice: VoiceId;
  readonly scribe?: VoiceId;
  readonly digest: Digest;
  readonly privateKey: CryptoKey;
  readonly givenAtMs: number;
}): Promise<ConsentDocument> {
  const { voice, scribe, privateKey } = consent;
  const givenAt = new Date(consent.givenAtMs).toISOString();
  const unsigned = {
    "@context": [CONSENT_CONTEXT],
    type: "PolyphonyConsent",
    meeting: consent.meeting,
    voice,
    ...(scribe !== undefined && { scribe }),
    revision: consent.digest,
    answer: "yes",
    givenAt,
  } satisfies Omit<ConsentDocument, "proof">;
  return signDocument(unsigned, { id: scribe ?? voice, privateKey }, givenAt);
}

/** That a witness, who is not the scribe, has heard the yes that a scribe has written down and signed. */
export async function signWitness(heard: {
  readonly consent: ConsentDocument;
  readonly scribe: VoiceId;
  readonly witness: Signer;
  readonly witnessedAtMs: number;
}): Promise<WitnessDocument> {
  const { consent, scribe, witness } = heard;
  const witnessedAt = new Date(heard.witnessedAtMs).toISOString();
  const unsigned = {
    "@context": [CONSENT_CONTEXT],
    type: "PolyphonyWitness",
    meeting: consent.meeting,
    witness: witness.id,
    voice: consent.voice,
    scribe,
    revision: consent.revision,
    consent: consent.proof.proofValue,
    witnessedAt,
  } satisfies Omit<WitnessDocument, "proof">;
  return signDocument(unsigned, witness, witnessedAt);
}

/** That a voice's yes to an agreed record holds no longer; signed as a consent is. */
export async function signWithdrawal(withdrawal: {
  readonly meeting: MeetingId;
  readonly voice: VoiceId;
  readonly scribe?: VoiceId;
  readonly digest: Digest;
  readonly privateKey: CryptoKey;
  readonly withdrawnAtMs: number;
}): Promise<WithdrawalDocument> {
  const { voice, scribe, privateKey } = withdrawal;
  const withdrawnAt = new Date(withdrawal.withdrawnAtMs).toISOString();
  const unsigned = {
    "@context": [CONSENT_CONTEXT],
    type: "PolyphonyWithdrawal",
    meeting: withdrawal.meeting,
    voice,
    ...(scribe !== undefined && { scribe }),
    revision: withdrawal.digest,
    withdrawnAt,
  } satisfies Omit<WithdrawalDocument, "proof">;
  return signDocument(unsigned, { id: scribe ?? voice, privateKey }, withdrawnAt);
}

/** Whether the voice named in a parsed consent, or the scribe it names, signed exactly this document. */
export function verifyConsent(document: ConsentDocument): Promise<Result<null, ProofFailure>> {
  return verifyDocument(document, document.scribe ?? document.voice);
}

/** Whether the witness that a parsed document names signed exactly this document. */
export function verifyWitness(document: WitnessDocument): Promise<Result<null, ProofFailure>> {
  return verifyDocument(document, document.witness);
}

/** Whether the voice named in a parsed withdrawal, or the scribe it names, signed exactly this document. */
export function verifyWithdrawal(document: WithdrawalDocument): Promise<Result<null, ProofFailure>> {
  return verifyDocument(document, document.scribe ?? document.voice);
}

/** A JSON document with the proof that `signer` signed it at this moment. Its `@context` is that of every signed document. */
export async function signDocument<Unsigned extends { readonly "@context": [typeof CONSENT_CONTEXT] }>(
  unsigned: Unsigned,
  signer: Signer,
  created: string,
): Promise<Unsigned & { proof: Proof }> {
  const proof = {
    "@context": unsigned["@context"],
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    created,
    verificationMethod: verificationMethodOf(signer.id),
    proofPurpose: "assertionMethod",
  } satisfies Omit<Proof, "proofValue">;
  const signature = await sign(signer.privateKey, await signedBytes(unsigned, proof));
  return { ...unsigned, proof: { ...proof, proofValue: `z${base58.encode(signature)}` } };
}

/** Whether `signer`, and nobody else, signed exactly this document. */
export async function verifyDocument(
  document: { readonly proof: Proof },
  signer: VoiceId,
): Promise<Result<null, ProofFailure>> {
  const { proof, ...unsigned } = document;
  const publicKey = publicKeyOfDid(signer);
  if (!publicKey.ok) return no("voice-unreadable");
  if (proof.verificationMethod !== verificationMethodOf(signer)) return no("key-of-another");
  const { proofValue, ...proofOptions } = proof;
  return verifyJcsProof(unsigned, proofOptions, proofValue, publicKey.value);
}

/**
 * The cryptosuite itself, for any JSON document: whether `proofValue` is this key's signature over `unsigned` and
 * `proofOptions` (the proof without its value; its `@context`, where it has one, must equal the document's).
 */
export async function verifyJcsProof(
  unsigned: Readonly<Record<string, unknown>>,
  proofOptions: Readonly<Record<string, unknown>>,
  proofValue: string,
  publicKey: Bytes,
): Promise<Result<null, "signature-unreadable" | "signature-wrong" | "voice-unreadable">> {
  const signature = readMultibase(proofValue);
  if (signature?.length !== 64) return no("signature-unreadable");
  const key = await readPublicKey(publicKey).catch(() => null);
  if (key === null) return no("voice-unreadable");
  const holds = await verifySignature(key, signature, await signedBytes(unsigned, proofOptions));
  return holds ? ok(null) : no("signature-wrong");
}

/** In a `did:key` document the one key is named by the DID and its own multibase form. */
function verificationMethodOf(voice: VoiceId): string {
  return `${voice}#${voice.slice("did:key:".length)}`;
}

async function signedBytes(unsigned: object, proofOptions: object): Promise<Bytes> {
  return joinBytes(await canonicalHash(proofOptions), await canonicalHash(unsigned));
}

/** The bytes of a multibase text in base58btc, or null. */
function readMultibase(text: string): Bytes | null {
  if (!text.startsWith("z")) return null;
  try {
    return new Uint8Array(base58.decode(text.slice(1)));
  } catch {
    return null;
  }
}
