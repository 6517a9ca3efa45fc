import type { KeyObject, X509Certificate } from "node:crypto";
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";

import { describeCertificate, madeOutTo, readCertificate, readKey, type HostCertificate } from "./host-certificate.ts";
import { makeCertificate, makeKey } from "./make-certificate.ts";

/** A certificate with less than this left is replaced: no meeting should see it run out. */
const marginMs = 2 * 24 * 60 * 60 * 1000;

/** As many addresses as a certificate names. Those of other places stay in it, so that going to and fro changes nothing. */
const mostAddresses = 32;

const always = ["127.0.0.1"];

/**
 * This laptop's own certificate, made out to at least these addresses. It and its key lie in one file of the folder that only
 * this user may read. A new one is made when there is none or it runs out. When an address is missing in it, it is made again with the same key.
 * Rejects when the folder cannot be written to.
 */
export async function keepOwnCertificate(
  folder: string,
  addresses: readonly string[],
  nowMs: number = Date.now(),
): Promise<HostCertificate> {
  const file = join(folder, "room.pem");
  const kept = read(await readFile(file, "utf8").catch(() => ""), nowMs);
  const needed = [...always, ...addresses];
  if (kept !== null && needed.every((address) => kept.certificate.checkIP(address) !== undefined)) {
    return describeCertificate(kept.certificate.toString(), pemOf(kept.key));
  }
  const before = kept === null ? [] : madeOutTo(kept.certificate).filter((name) => isIP(name) !== 0);
  const key = kept?.key ?? makeKey();
  const all = [...new Set([...needed, ...before])].slice(0, mostAddresses);
  const certificate = await makeCertificate(key, all, nowMs);
  await writeWhole(folder, file, `${pemOf(key)}${certificate}\n`);
  return describeCertificate(certificate, pemOf(key));
}

/** What an earlier run kept, if it still serves. Whatever is no certificate of ours with its key counts as nothing. */
function read(pem: string, nowMs: number): { readonly certificate: X509Certificate; readonly key: KeyObject } | null {
  const certificate = readCertificate(pem);
  const key = readKey(pem);
  if (certificate === null || key === null || !certificate.checkPrivateKey(key)) return null;
  const serves = certificate.validFromDate.getTime() <= nowMs && nowMs + marginMs < certificate.validToDate.getTime();
  return serves ? { certificate, key } : null;
}

function pemOf(key: KeyObject): string {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}

/** Writes a file as a whole or not at all, readable by this user alone from its first byte. */
async function writeWhole(folder: string, file: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomUUID()}`;
  try {
    await writeFile(beside, text, { mode: 0o600, flag: "wx", flush: true });
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
