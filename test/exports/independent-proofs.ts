import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as multikey from "@digitalbazaar/ed25519-multikey";
import { createVerifyCryptosuite } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import signatures from "jsonld-signatures";

/**
 * Whether a proof holds by Digital Bazaar's implementation of the standard, which knows nothing of this program. Nothing is
 * fetched: a `did:key` is its own document (W3C CCG, did:key method), and any other address is refused.
 */
export async function holdsIndependently(document: object): Promise<boolean> {
  const { verified } = await signatures.verify(document, {
    suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
    purpose: new signatures.purposes.AssertionProofPurpose(),
    documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: await keyDocument(url) }),
  });
  return verified;
}

/** What a `did:key`, or the one key in it, stands for. */
async function keyDocument(url: string): Promise<object> {
  const [did = "", fragment] = url.split("#");
  const publicKeyMultibase = did.slice("did:key:".length);
  if (!did.startsWith("did:key:z6Mk")) throw new Error(`nothing is fetched: ${url}`);
  const method = { id: `${did}#${publicKeyMultibase}`, type: "Multikey", controller: did, publicKeyMultibase };
  // Throws for what is no Ed25519 key.
  await multikey.from({ "@context": "https://w3id.org/security/multikey/v1", ...method });
  if (fragment !== undefined) {
    if (fragment !== publicKeyMultibase) throw new Error(`no such key: ${url}`);
    return { "@context": "https://w3id.org/security/multikey/v1", ...method };
  }
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
    id: did,
    verificationMethod: [method],
    assertionMethod: [method.id],
  };
}
