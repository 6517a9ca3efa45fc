import { readFile } from "node:fs/promises";

import { no, ok, type Result } from "../../shared/result.ts";
import { describeCertificate, readCertificate, readKey, type HostCertificate } from "./host-certificate.ts";

/** Where an organisation's certificate and its key lie, in PEM. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/** Why an organisation's certificate is not used. */
export type CertificateTrouble =
  | "certificate-unreadable"
  | "key-unreadable"
  | "no-certificate"
  | "no-key"
  | "key-of-another"
  | "certificate-expired"
  | "certificate-too-early";

/** Reads an organisation's certificate, and checks that it holds now and that the key is its own. */
export async function readOrganisationCertificate(
  files: CertificateFiles,
  nowMs: number = Date.now(),
): Promise<Result<HostCertificate, CertificateTrouble>> {
  const certificatePem = await textOf(files.certificate);
  if (certificatePem === null) return no("certificate-unreadable");
  const keyPem = await textOf(files.key);
  if (keyPem === null) return no("key-unreadable");
  const certificate = readCertificate(certificatePem);
  if (certificate === null) return no("no-certificate");
  const key = readKey(keyPem);
  if (key === null) return no("no-key");
  if (!certificate.checkPrivateKey(key)) return no("key-of-another");
  if (certificate.validToDate.getTime() <= nowMs) return no("certificate-expired");
  if (certificate.validFromDate.getTime() > nowMs) return no("certificate-too-early");
  return ok(describeCertificate(certificatePem, keyPem));
}

/** What is wrong with an organisation's certificate, told to the person who started the program with it. */
export function sentenceOf(trouble: CertificateTrouble, { certificate, key }: CertificateFiles): string {
  const sentences: Readonly<Record<CertificateTrouble, string>> = {
    "certificate-unreadable": `The certificate "${certificate}" cannot be read.`,
    "key-unreadable": `The key "${key}" cannot be read.`,
    "no-certificate": `"${certificate}" holds no certificate in PEM format.`,
    "no-key": `"${key}" holds no private key in PEM format, or it is locked with a passphrase.`,
    "key-of-another": `The key "${key}" does not belong to the certificate "${certificate}".`,
    "certificate-expired": `The certificate "${certificate}" has run out.`,
    "certificate-too-early": `The certificate "${certificate}" is not valid yet.`,
  };
  return sentences[trouble];
}

function textOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(() => null);
}
