import { base58 } from "@scure/base";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import { readPublicKey, sign, verifySignature } from "../crypto/keys.ts";
import type { Digest, MeetingId, VoiceId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";
import { canonicalHash } from "./canonical.ts";
import { CONSENT_CONTEXT, type ConsentDocument } from "./statements.ts";

/**
 * A consent is a JSON document with a W3C Data Integrity proof, cryptosuite `eddsa-jcs-2022` (W3C Recommendation "Data
 * Integrity EdDSA Cryptosuites v1.0", §3.3), so that anyone can check it with a library that is not ours. What is
 * signed is SHA-256 of the canonical proof without its value, followed by SHA-256 of the canonical document without its
 * proof; both canonical forms are RFC 8785. The voice's `did:key` is its key, so nothing has to be looked up.
 */

/** Why a consent is not what it says. */
export type ProofFailure = "signature-unreadable" | "signature-wrong" | "voice-unreadable" | "key-of-another";

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
  const givenAt = new Date(consent.givenAtMs).toISOString();
  const unsigned = {
    "@context": [CONSENT_CONTEXT],
    type: "PolyphonyConsent",
    meeting: consent.meeting,
    voice: consent.voice,
    ...(consent.scribe !== undefined && { scribe: consent.scribe }),
    revision: consent.digest,
    answer: "yes",
    givenAt,
  } satisfies Omit<ConsentDocument, "proof">;
  const proof = {
    "@context": [CONSENT_CONTEXT],
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    created: givenAt,
    verificationMethod: verificationMethodOf(consent.scribe ?? consent.voice),
    proofPurpose: "assertionMethod",
  } satisfies Omit<ConsentDocument["proof"], "proofValue">;
  const signature = await sign(consent.privateKey, await signedBytes(unsigned, proof));
  return { ...unsigned, proof: { ...proof, proofValue: `z${base58.encode(signature)}` } };
}

/** Whether the voice named in a parsed consent, or the scribe it names, signed exactly this document. */
export async function verifyConsent(document: ConsentDocument): Promise<Result<null, ProofFailure>> {
  const { proof, ...unsigned } = document;
  const signer = document.scribe ?? document.voice;
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
