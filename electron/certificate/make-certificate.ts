import "./reflect-metadata.ts";

import { createPublicKey, generateKeyPairSync, type KeyObject, type webcrypto } from "node:crypto";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

const dayMs = 24 * 60 * 60 * 1000;
const validDays = 397;

/** A new private key for a certificate: P-256, which every browser knows. */
export function makeKey(): KeyObject {
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
}

/**
 * Makes out a certificate to addresses of this machine and `localhost`, signed by its own key: PEM. Valid for 397 days, the
 * longest that browsers take from anyone, the first of them yesterday, for laptops whose clock is behind.
 */
export async function makeCertificate(key: KeyObject, addresses: readonly string[], nowMs: number): Promise<string> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: "CN=Polyphony",
    keys: {
      privateKey: asInBrowsers(key.toCryptoKey(algorithm, false, ["sign"])),
      publicKey: asInBrowsers(createPublicKey(key).toCryptoKey(algorithm, true, ["verify"])),
    },
    notBefore: new Date(nowMs - dayMs),
    notAfter: new Date(nowMs + (validDays - 1) * dayMs),
    signingAlgorithm: { name: "ECDSA", hash: "SHA-256" },
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...addresses.map((value) => ({ type: "ip" as const, value })),
        { type: "dns", value: "localhost" },
      ]),
    ],
  });
  return certificate.toString("pem");
}

/** Node's keys are those of Web Crypto; its types know more uses for one than the library's. */
function asInBrowsers(key: webcrypto.CryptoKey): CryptoKey {
  // The uses given above are in both.
  return key as CryptoKey;
}
