import { X509Certificate } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { HostCertificate } from "../../../../electron/certificate/host-certificate.ts";
import { keepOwnCertificate } from "../../../../electron/certificate/own-certificate.ts";

const dayMs = 24 * 60 * 60 * 1000;
let place = "";
let folder = "";

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "polyphony-certificate-"));
  folder = join(place, "deep", "certificate");
});
afterEach(() => rmSync(place, { recursive: true }));

const parsed = ({ certificate }: HostCertificate): X509Certificate => new X509Certificate(certificate);

describe("this laptop's own certificate", () => {
  test("is made out to its addresses and localhost, for as long as browsers take it", async () => {
    const nowMs = Date.now();
    const own = await keepOwnCertificate(folder, ["192.168.1.5", "169.254.7.7"], nowMs);
    const certificate = parsed(own);
    for (const address of ["192.168.1.5", "169.254.7.7", "127.0.0.1"]) {
      expect(certificate.checkIP(address)).toBe(address);
    }
    expect(certificate.checkHost("localhost")).toBe("localhost");
    expect(certificate.checkIP("192.168.1.6")).toBeUndefined();
    expect(certificate.validFromDate.getTime()).toBeLessThan(nowMs);
    const validMs = certificate.validToDate.getTime() - certificate.validFromDate.getTime();
    expect(Math.round(validMs / dayMs)).toBe(397);
    expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(own.fingerprint).toBe(certificate.fingerprint256.replaceAll(":", "").toLowerCase());
    expect(own.names).toEqual([]);
  });

  test.skipIf(process.platform === "win32")("lies with its key where only this user can read it", async () => {
    await keepOwnCertificate(folder, []);
    expect(readdirSync(folder)).toEqual(["room.pem"]);
    expect(statSync(join(folder, "room.pem")).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test("is the same the next time", async () => {
    const first = await keepOwnCertificate(folder, ["192.168.1.5"]);
    const second = await keepOwnCertificate(folder, ["192.168.1.5"]);
    expect(second.fingerprint).toBe(first.fingerprint);
    expect(second.key).toBe(first.key);
  });

  test("is made out anew for a new address, with the same key, and keeps the address before", async () => {
    const home = await keepOwnCertificate(folder, ["192.168.1.5"]);
    const clinic = await keepOwnCertificate(folder, ["10.1.2.3"]);
    expect(clinic.key).toBe(home.key);
    expect(clinic.fingerprint).not.toBe(home.fingerprint);
    expect(parsed(clinic).checkIP("10.1.2.3")).toBe("10.1.2.3");
    const homeAgain = await keepOwnCertificate(folder, ["192.168.1.5"]);
    expect(homeAgain.fingerprint).toBe(clinic.fingerprint);
  });

  test("names no more than the 32 addresses that were needed last", async () => {
    for (let host = 1; host <= 40; host += 1) await keepOwnCertificate(folder, [`192.168.1.${host}`]);
    const last = parsed(await keepOwnCertificate(folder, []));
    expect(last.subjectAltName?.match(/IP Address/g)).toHaveLength(32);
    expect(last.checkIP("192.168.1.40")).toBeDefined();
    expect(last.checkIP("192.168.1.1")).toBeUndefined();
  });

  test("is replaced with its key before it runs out", async () => {
    const nowMs = Date.now();
    const old = await keepOwnCertificate(folder, [], nowMs - 390 * dayMs);
    const still = await keepOwnCertificate(folder, [], nowMs - 3 * dayMs);
    expect(still.fingerprint).toBe(old.fingerprint);
    const fresh = await keepOwnCertificate(folder, [], nowMs + 5 * dayMs);
    expect(fresh.key).not.toBe(old.key);
    expect(parsed(fresh).validToDate.getTime()).toBeGreaterThan(nowMs + 300 * dayMs);
  });

  test.each([
    ["nonsense", () => "nonsense"],
    ["half of it", (pem: string) => pem.slice(0, pem.length / 2)],
    ["no key", (pem: string) => pem.slice(pem.indexOf("-----BEGIN CERT"))],
  ])("is made again where an earlier one became %s", async (_, damage) => {
    const first = await keepOwnCertificate(folder, []);
    const file = join(folder, "room.pem");
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    const second = await keepOwnCertificate(folder, []);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    expect(parsed(second).checkIP("127.0.0.1")).toBeDefined();
  });

  test("is made again where another's key lies beside it", async () => {
    const first = await keepOwnCertificate(folder, []);
    const other = await keepOwnCertificate(join(place, "other"), []);
    writeFileSync(join(folder, "room.pem"), other.key + first.certificate);
    expect((await keepOwnCertificate(folder, [])).fingerprint).not.toBe(first.fingerprint);
  });

  test("is not to be had where nothing can be kept", async () => {
    writeFileSync(join(place, "deep"), "a file where a folder should be");
    chmodSync(join(place, "deep"), 0o600);
    await expect(keepOwnCertificate(folder, [])).rejects.toThrow();
  });
});
