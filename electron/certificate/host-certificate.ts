import { createHash, createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import { isIP } from "node:net";

/** What a host shows to prove that it is the same one as before, and the key that goes with it. */
export interface HostCertificate {
  /** The certificate, and what vouches for it, in PEM. */
  readonly certificate: string;
  /** The private key in PEM. */
  readonly key: string;
  /** SHA-256 of the certificate itself: 64 hexadecimal digits in lower case, as browsers show it. */
  readonly fingerprint: string;
  /** The domain names it is made out to, without `localhost`; a first label may be `*`. */
  readonly names: readonly string[];
}

/** Describes a certificate and its key. */
export function describeCertificate(certificate: string, key: string): HostCertificate {
  const parsed = new X509Certificate(certificate);
  return {
    certificate,
    key,
    fingerprint: createHash("sha256").update(parsed.raw).digest("hex"),
    names: madeOutTo(parsed).filter((name) => isIP(name) === 0 && name !== "localhost"),
  };
}

/** The addresses and names a certificate is made out to, in its order. */
export function madeOutTo(certificate: X509Certificate): readonly string[] {
  return (certificate.subjectAltName ?? "")
    .split(", ")
    .map((name) => /^(?:DNS|IP Address):([A-Za-z0-9.:*-]+)$/.exec(name)?.[1]?.toLowerCase())
    .filter((name) => name !== undefined);
}

/** Reads the first certificate of a PEM text; null when there is none. */
export function readCertificate(pem: string): X509Certificate | null {
  return attemptToRead(() => new X509Certificate(pem));
}

/** Reads a private key that lies open in a PEM text; null when there is none. */
export function readKey(pem: string): KeyObject | null {
  return attemptToRead(() => createPrivateKey(pem));
}

/** OpenSSL says by throwing that something is not what it was taken for. */
function attemptToRead<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
